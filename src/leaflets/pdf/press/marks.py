"""Marks outside the bleed: where to cut, where to fold, whether the plates meet.

All in the space Separation All, which prints on every plate (ISO 32000-1, 8.6.6.4). Lines
are 0.25 pt. Nothing stands nearer to the bleed than 1 mm, for shops refuse a file whose
marks reach into it. Coordinates are points from the lower left of the trimmed page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflets.pdf.press.boxes import MM, Sheet

ALL = (
    "[/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] "
    "/C0 [0 0 0 0] /C1 [1 1 1 1] /N 1>>]"
)
"""The colour space; resources list it under the name All."""

GAP = 1 * MM
LENGTH = 5 * MM
RADIUS = 1.5 * MM
TARGET = 2.5 * MM
"""Half the length of a target's cross."""

_ROUND = 0.5523
"""Where the handles of a curve stand that is nearly a quarter of a circle."""

_PEN = (b"/All CS", b"1 SCN", b"0.25 w", b"0 J", b"[] 0 d")


def draw(sheet: Sheet, *, folds: Sequence[float] = (), full: bool = False) -> list[bytes]:
    """Give the operations that draw the marks of a page.

    *folds* are distances of folds from the left edge of the trimmed page, in points;
    with *full* there are registration targets as well.
    """
    return [
        b"q",
        *_PEN,
        *_cuts(sheet),
        *_folds(sheet, folds),
        *_targets(sheet, full=full),
        b"Q",
    ]


def _cuts(sheet: Sheet) -> Iterator[bytes]:
    bleed = sheet.boxes()["BleedBox"]
    for x in (0.0, sheet.width):
        yield from _line(x, bleed[1] - GAP, x, bleed[1] - GAP - LENGTH)
        yield from _line(x, bleed[3] + GAP, x, bleed[3] + GAP + LENGTH)
    for y in (0.0, sheet.height):
        yield from _line(bleed[0] - GAP, y, bleed[0] - GAP - LENGTH, y)
        yield from _line(bleed[2] + GAP, y, bleed[2] + GAP + LENGTH, y)


def _folds(sheet: Sheet, folds: Sequence[float]) -> Iterator[bytes]:
    """Dashed, so that nobody cuts there."""
    if not folds:
        return
    bleed = sheet.boxes()["BleedBox"]
    yield b"[2 2] 0 d"
    for x in folds:
        yield from _line(x, bleed[1] - GAP, x, bleed[1] - GAP - LENGTH)
        yield from _line(x, bleed[3] + GAP, x, bleed[3] + GAP + LENGTH)
    yield b"[] 0 d"


def _targets(sheet: Sheet, *, full: bool) -> Iterator[bytes]:
    if not full:
        return
    bleed = sheet.boxes()["BleedBox"]
    away = GAP + LENGTH / 2 + TARGET / 2
    # A third from the edge, so that no target stands on the mark of a middle fold.
    third = sheet.width / 3
    for x, y in (
        (third, bleed[1] - away),
        (third, bleed[3] + away),
        (bleed[0] - away, sheet.height / 2),
        (bleed[2] + away, sheet.height / 2),
    ):
        yield from _line(x - TARGET, y, x + TARGET, y)
        yield from _line(x, y - TARGET, x, y + TARGET)
        yield from _circle(x, y)


def _circle(x: float, y: float) -> Iterator[bytes]:
    r, k = RADIUS, RADIUS * _ROUND
    yield b"%.3f %.3f m" % (x + r, y)
    for points in (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    ):
        yield b"%.3f %.3f %.3f %.3f %.3f %.3f c" % points
    yield b"S"


def _line(x0: float, y0: float, x1: float, y1: float) -> Iterator[bytes]:
    yield b"%.3f %.3f m" % (x0, y0)
    yield b"%.3f %.3f l" % (x1, y1)
    yield b"S"

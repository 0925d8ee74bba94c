"""Marks outside the bleed: where to cut, where to fold, whether the plates meet.

The same on single pages and on sheets of pages. All are in the space Separation All, which
prints on every plate (ISO 32000-1, 8.6.6.4), and 0.25 pt wide. Nothing stands nearer to
the bleed than 1 mm, for shops refuse a file whose marks reach into it, nor nearer to the
trim than 3 mm. Lengths in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from leaflets.pdf.matrix import Box

MM = 72 / 25.4
"""Points in a millimetre."""

GAP = 1 * MM
OFF_TRIM = 3 * MM
LENGTH = 5 * MM
RADIUS = 1.5 * MM
TARGET = 2.5 * MM
"""Half the length of a target's cross."""

ROOM = {"none": 0.0, "crop": 8 * MM, "full": 14 * MM}
"""Room around the bleed for the marks of each kind (``printspec.MARKS``)."""

LINE = 4 * MM
"""Height of the line of words under the marks of a full sheet."""

ALL = (
    "[/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] "
    "/C0 [0 0 0 0] /C1 [1 1 1 1] /N 1>>]"
)
"""The colour space of the marks."""

_ROUND = 0.5523
"""Where the handles of a curve stand that is nearly a quarter of a circle."""

_PEN = (b"/All CS", b"1 SCN", b"0.25 w", b"0 J", b"[] 0 d")


def draw(
    trim: Box,
    bleed: Box,
    *,
    kind: str,
    cuts: tuple[Sequence[float], Sequence[float]] = ((), ()),
    folds: Sequence[float] = (),
) -> list[bytes]:
    """Give the operations that draw marks; resources list their colour space as All.

    *kind* is ``none``, ``crop``, or ``full``, which sets registration targets as well.
    The *trim* is cut at its corners; *cuts* are further ones (upright, level), *folds*
    upright ones, where they stand.
    """
    if kind == "none":
        return []
    around = _begin(trim, bleed)
    xs = sorted({trim[0], trim[2], *cuts[0]})
    ys = sorted({trim[1], trim[3], *cuts[1]})
    parts = [b"q", *_PEN]
    for x in xs:
        parts += _upright(x, around)
    for y in ys:
        parts += _stroke(around[0], y, around[0] - LENGTH, y)
        parts += _stroke(around[2], y, around[2] + LENGTH, y)
    if folds:
        parts.append(b"[2 2] 0 d")  # dashed, so that nobody cuts there
        for x in folds:
            parts += _upright(x, around)
        parts.append(b"[] 0 d")
    if kind == "full":
        parts += _targets(around, _free(sorted({*xs, *folds})), _free(ys))
    return [*parts, b"Q"]


def needed(bleed: float, kind: str) -> float:
    """Say how much paper round the trim the bleed and marks of a kind take at least."""
    far = {"none": 0.0, "crop": LENGTH, "full": LENGTH + GAP + LINE}[kind]
    return max(bleed + GAP, OFF_TRIM) + far if far else bleed


def line(trim: Box, bleed: Box) -> float:
    """Say where the line of words lies under the marks: its lower edge."""
    return _begin(trim, bleed)[1] - LENGTH - GAP - LINE


def _begin(trim: Box, bleed: Box) -> Box:
    """Give the box that marks begin at."""
    return (
        min(bleed[0] - GAP, trim[0] - OFF_TRIM),
        min(bleed[1] - GAP, trim[1] - OFF_TRIM),
        max(bleed[2] + GAP, trim[2] + OFF_TRIM),
        max(bleed[3] + GAP, trim[3] + OFF_TRIM),
    )


def _free(places: Sequence[float]) -> float:
    """Give the middle of the widest stretch between two marks, where a target has room."""
    first, second = max(pairwise(places), key=lambda two: round(two[1] - two[0], 3))
    return (first + second) / 2


def _upright(x: float, around: Box) -> Iterator[bytes]:
    yield from _stroke(x, around[1], x, around[1] - LENGTH)
    yield from _stroke(x, around[3], x, around[3] + LENGTH)


def _targets(around: Box, x: float, y: float) -> Iterator[bytes]:
    away = LENGTH / 2 + TARGET / 2
    for at in (
        (x, around[1] - away),
        (x, around[3] + away),
        (around[0] - away, y),
        (around[2] + away, y),
    ):
        yield from _target(*at)


def _target(x: float, y: float) -> Iterator[bytes]:
    yield from _stroke(x - TARGET, y, x + TARGET, y)
    yield from _stroke(x, y - TARGET, x, y + TARGET)
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


def _stroke(x0: float, y0: float, x1: float, y1: float) -> Iterator[bytes]:
    yield b"%.3f %.3f m" % (x0, y0)
    yield b"%.3f %.3f l" % (x1, y1)
    yield b"S"

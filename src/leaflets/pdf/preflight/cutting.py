"""Look along a cut: where ink touches it, and where none goes on to the bleed's edge.

Boxes cannot tell: a picture in a box may be white there, a clip may end it. So narrow
strips along the edge are drawn and compared, only on sides that something reaches.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from PIL import Image

from leaflets.pdf.preflight.base import Case
from leaflets.pdf.preflight.inking import blank
from leaflets.pdf.preflight.painted import PageInk
from leaflets.pdf.preflight.sight import MM, edges, seen
from leaflets.pdf.rendered import Rectangle
from leaflets.pdf.window import Windows

SIDES = ("left", "lower", "right", "upper")
"""Sides of a page as it is written, in the order of ``sight.edges``."""

NEAR = (0.1, 0.4)
"""Millimetres inside the cut: ink that stands there touches it."""

CELL = 0.25
"""Millimetres along the cut that are looked at as one."""

INK = 250
"""Of 255: darker is ink, which begins at two percent of black."""

LEAST = 0.5
"""Millimetres of bare bleed that are spoken of."""

FINENESS = 300.0
_PIXELS = 4_000_000
_CELLS = 60_000


def reached(case: Case, page: PageInk) -> tuple[int, ...]:
    """Give the sides of a page that something visible comes near to."""
    near: set[int] = set()
    for thing in seen(case, page):
        if len(near) == len(SIDES):
            break
        if not blank(thing.colour):
            gaps = edges(page, thing.box)
            near.update(side for side in range(4) if gaps[side] <= NEAR[1])
    return tuple(sorted(near))


def bare(
    windows: Windows, page: PageInk, side: int, bleed: float
) -> Iterator[tuple[float, Rectangle]]:
    """Give each run of a side where ink touches the cut and none is at the bleed's edge.

    Yields its length in mm and its place. Slanted art may go on by as much aside as
    outwards. *bleed* is in mm.
    """
    point = MM / (page.user_unit or 1.0)
    length = page.finished.height if side in (0, 2) else page.finished.width
    cells = min(max(1, math.ceil(length / point / CELL)), _CELLS)
    inside = _inked(windows, page, side, cells, (-NEAR[1] * point, -NEAR[0] * point))
    if not any(inside):
        return
    edge = ((bleed - NEAR[1]) * point, (bleed - NEAR[0]) * point)
    outside = _inked(windows, page, side, cells, edge)
    aside = math.ceil(bleed / (length / point / cells))
    close = _widened(outside, aside)
    for start, end in _runs([a and not b for a, b in zip(inside, close, strict=True)]):
        run = (end - start) * length / cells
        if run / point >= LEAST:
            lower, upper = start * length / cells, end * length / cells
            yield run / point, _strip(page, side, (-point, bleed * point), lower, upper)


def _strip(
    page: PageInk,
    side: int,
    across: tuple[float, float],
    start: float = 0.0,
    end: float | None = None,
) -> Rectangle:
    """Give a strip along a side: how far from the cut, outwards, and from where to where."""
    cut = page.finished
    near, far = across
    low, left = cut.y0 + start, cut.x0 + start
    high = cut.y1 if end is None else cut.y0 + end
    right = cut.x1 if end is None else cut.x0 + end
    if side == 0:
        return Rectangle(x0=cut.x0 - far, x1=cut.x0 - near, y0=low, y1=high)
    if side == 1:
        return Rectangle(x0=left, x1=right, y0=cut.y0 - far, y1=cut.y0 - near)
    if side == 2:
        return Rectangle(x0=cut.x1 + near, x1=cut.x1 + far, y0=low, y1=high)
    return Rectangle(x0=left, x1=right, y0=cut.y1 + near, y1=cut.y1 + far)


def _inked(
    windows: Windows, page: PageInk, side: int, cells: int, across: tuple[float, float]
) -> list[bool]:
    """Say of every cell along a side whether a strip shows ink there."""
    strip = _strip(page, side, across)
    shown = windows.look(page.number, strip, fineness=FINENESS, pixels=_PIXELS)
    if shown is None:
        return [False] * cells  # no sheet, no ink
    upright = side in (0, 2)
    picture = (
        shown.picture.transpose(Image.Transpose.ROTATE_270) if upright else shown.picture
    )
    # What lies beyond the sheet is bare: the strip may be longer than the sheet.
    begins, ends = (strip.y0, strip.y1) if upright else (strip.x0, strip.x1)
    first, last = (
        (shown.area.y0, shown.area.y1) if upright else (shown.area.x0, shown.area.x1)
    )
    size = (ends - begins) / cells
    low = max(0, math.floor((first - begins) / size + 1e-6))
    high = min(cells, math.ceil((last - begins) / size - 1e-6))
    if high <= low:
        return [False] * cells
    line = picture.resize((high - low, 1), Image.Resampling.BOX).tobytes()
    return [False] * low + [value < INK for value in line] + [False] * (cells - high)


def _widened(there: list[bool], by: int) -> list[bool]:
    """Say of every cell whether there is ink in it or *by* cells to either side."""
    wide, last = [False] * len(there), -by - 1
    for place, ink in enumerate(there):
        last = place if ink else last
        wide[place] = place - last <= by
    last = len(there) + by + 1
    for place in range(len(there) - 1, -1, -1):
        last = place if there[place] else last
        wide[place] = wide[place] or last - place <= by
    return wide


def _runs(there: list[bool]) -> Iterator[tuple[int, int]]:
    start = -1
    for place, each in enumerate([*there, False]):
        if each and start < 0:
            start = place
        elif not each and start >= 0:
            yield start, place
            start = -1

"""What lies beneath a thing on its page: found by place, from boxes alone.

A box is more than a shape covers (a ring, a frame), so what is found here only ever makes
a warning, or a measure for one.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator

from leaflets.pdf.matrix import Box
from leaflets.pdf.preflight.base import Case
from leaflets.pdf.preflight.inking import PAPER, Inks, laid, mixes
from leaflets.pdf.preflight.painted import Kind, PageInk, Painted
from leaflets.pdf.preflight.sight import seen
from leaflets.pdf.rendered import Rectangle

_CELLS = 24
"""Cells across and down that things are sorted into."""

_WIDE = 48
"""Cells; what takes more of them is kept in one list for the whole page."""

_LOOKED = 200
"""Things that one question looks at from the top down; a hostile page holds millions."""

_DEEP = 24
"""Things on top of each other that are mixed."""


class Ground:
    """The fills, images and gradients of a page, by place."""

    def __init__(self, things: Iterable[Painted], page: Rectangle) -> None:
        self._page = page
        self._cells: dict[tuple[int, int], list[Painted]] = {}
        self._wide: list[Painted] = []
        for thing in things:
            if thing.kind not in {Kind.TEXT, Kind.STROKE}:
                self._enter(thing)

    def _enter(self, thing: Painted) -> None:
        x0, y0, x1, y1 = thing.box
        left, low = self._cell(x0, y0)
        right, high = self._cell(x1, y1)
        if (right - left + 1) * (high - low + 1) > _WIDE:
            self._wide.append(thing)
            return
        for across in range(left, right + 1):
            for up in range(low, high + 1):
                self._cells.setdefault((across, up), []).append(thing)

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        page = self._page
        across = int((x - page.x0) / (page.width or 1.0) * _CELLS)
        up = int((y - page.y0) / (page.height or 1.0) * _CELLS)
        return min(max(across, 0), _CELLS - 1), min(max(up, 0), _CELLS - 1)

    def beneath(self, x: float, y: float, order: int) -> tuple[Painted, ...]:
        """Give what was painted at a point before *order*, the topmost first.

        Ends at what hides all that lies under it.
        """
        found: list[Painted] = []
        for thing in self._down(self._cell(x, y), order):
            x0, y0, x1, y1 = thing.box
            if x0 <= x <= x1 and y0 <= y <= y1:
                found.append(thing)
                if not (mixes(thing) or thing.soft_mask) or len(found) == _DEEP:
                    break
        return tuple(found)

    def _down(self, cell: tuple[int, int], order: int) -> Iterator[Painted]:
        """Give what may lie at a cell, from *order* down."""
        near, wide = self._cells.get(cell, []), self._wide
        here, there = _place(near, order), _place(wide, order)
        for _ in range(_LOOKED):
            if here and (not there or near[here - 1].order > wide[there - 1].order):
                here -= 1
                yield near[here]
            elif there:
                there -= 1
                yield wide[there]
            else:
                return

    def inks(self, x: float, y: float, order: int) -> Inks:
        """Estimate the inks at a point before *order*; unknown colours count as paper."""
        mixed = PAPER
        for thing in reversed(self.beneath(x, y, order)):
            if thing.colour.inks is not None:
                mixed = laid(thing, thing.colour.inks, mixed)
        return mixed


def _place(things: list[Painted], order: int) -> int:
    """Count the things that were painted before *order*."""
    return bisect.bisect_left(things, order, key=lambda each: each.order)


def ground(case: Case, page: PageInk) -> Ground:
    """Give the ground of a page; made once for all questions."""
    key = f"ground {page.number}"
    found: Ground | None = case.shared.get(key)
    if found is None:
        found = case.shared[key] = Ground(seen(case, page), page.finished)
    return found


def spots(box: Box, page: Rectangle) -> Iterator[tuple[float, float]]:
    """Give nine points of what a box shows on the page."""
    x0, y0 = max(box[0], page.x0), max(box[1], page.y0)
    x1, y1 = min(box[2], page.x1), min(box[3], page.y1)
    for across in (0.05, 0.5, 0.95):
        for up in (0.05, 0.5, 0.95):
            yield x0 + across * (x1 - x0), y0 + up * (y1 - y0)

"""Lay six panels on the two sides of a sheet that is folded twice.

The panels are pages in reading order: 1 is the front cover, 2 to 4 stand inside, 5 and
6 outside. Read from the left, a language that is read from the left has

- outside 5, 6, 1 and inside 2, 3, 4.

In a ``roll`` fold panel 5 lies inside when the sheet is closed, so it and its back,
panel 4, are narrower: 297 mm are 97 + 100 + 100. In a ``z`` fold all are 99 mm. A
language that is read from the right has the same order from the right.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from leaflets.errors import RenderError
from leaflets.pdf import platemarks
from leaflets.pdf.impose.laid import lay
from leaflets.pdf.impose.leaf import POINTS, Leaf
from leaflets.pdf.impose.sheet import Lying, Side

WIDTHS = {"roll": (100.0, 100.0, 100.0, 97.0, 97.0, 100.0), "z": (99.0,) * 6}
"""Widths in mm of the panels in reading order, for the folds there are."""

OUTSIDE = (5, 6, 1)
INSIDE = (2, 3, 4)

_SLACK = 0.1
"""mm by which sizes may differ and count as the same."""


def order(side: Sequence[int], *, rtl: bool) -> tuple[int, ...]:
    """Give the panels of a side from left to right."""
    return tuple(reversed(side)) if rtl else tuple(side)


def folds(fold: str, rtl: bool) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Say where the folds lie, outside and inside, in mm from the left trim edge."""
    widths = _widths(fold)
    outside, inside = (
        tuple(accumulate(widths[panel - 1] for panel in order(side, rtl=rtl)))[:-1]
        for side in (OUTSIDE, INSIDE)
    )
    return outside, inside


def fold(
    data: bytes, *, fold: str, rtl: bool, marks: str = "none", slug: bytes = b""
) -> bytes:
    """Lay the six pages of a PDF on two sides, to be folded as a ``roll`` or a ``z``.

    The pages are the panels in reading order, at their size. A panel ends at the fold;
    what bleeds over the outer edges is kept. For *marks*, one of
    ``printspec.MARKS``, the sheet is larger; *slug* is a PDF with the line of words under
    those of each side. The trim begins at (0, 0). Raises
    RenderError where the pages are not such panels.
    """
    widths = _widths(fold)

    def plan(leaves: Sequence[Leaf]) -> tuple[Side, ...]:
        _agree(leaves, widths)
        sides = [
            [leaves[panel - 1] for panel in order(side, rtl=rtl)]
            for side in (OUTSIDE, INSIDE)
        ]
        bleed = min(_bleed(side) for side in sides)
        return tuple(_side(side, bleed, marks=marks) for side in sides)

    return lay(data, plan, slug=slug)


def _bleed(side: Sequence[Leaf]) -> float:
    """Say how far a side bleeds: at a fold nothing need reach over."""
    last = len(side) - 1
    return min(
        leaf.spill(left=place == 0, right=place == last) for place, leaf in enumerate(side)
    )


def _side(chosen: Sequence[Leaf], bleed: float, *, marks: str) -> Side:
    edges = [0.0, *accumulate(leaf.width for leaf in chosen)]
    trim = (0.0, 0.0, edges[-1], chosen[0].height)
    last = len(chosen) - 1
    lying = tuple(
        Lying(
            leaf=leaf,
            x=edges[place],
            y=0.0,
            clip=(
                edges[place] - (0 if place else bleed),
                -bleed,
                edges[place + 1] + (0 if place < last else bleed),
                trim[3] + bleed,
            ),
        )
        for place, leaf in enumerate(chosen)
    )
    edge = (-bleed, -bleed, trim[2] + bleed, trim[3] + bleed)
    spread = bleed + platemarks.ROOM[marks]
    return Side(
        media=(-spread, -spread, trim[2] + spread, trim[3] + spread),
        trim=trim,
        bleed=edge,
        lying=lying,
        marks=b"\n".join(platemarks.draw(trim, edge, kind=marks, folds=edges[1:-1])),
    )


def _widths(fold: str) -> tuple[float, ...]:
    if fold not in WIDTHS:
        raise ValueError(f"no fold {fold!r}; there are {', '.join(WIDTHS)}")
    return WIDTHS[fold]


def _agree(leaves: Sequence[Leaf], widths: Sequence[float]) -> None:
    if len(leaves) != len(widths):
        raise RenderError(
            f"the file has {len(leaves)} pages, and {len(widths)} panels are folded",
            hint="a page is a panel, in reading order: cover, three inside, two outside",
        )
    for leaf, width in zip(leaves, widths, strict=True):
        if abs(leaf.width / POINTS - width) > _SLACK:
            raise RenderError(
                f"page {leaf.number} is {leaf.width / POINTS:.1f} mm wide",
                hint=f"this fold takes panels {', '.join(f'{w:g}' for w in widths)} mm wide",
            )
        if abs(leaf.height - leaves[0].height) / POINTS > _SLACK:
            raise RenderError(
                f"page {leaf.number} measures {leaf.size}, page 1 {leaves[0].size}",
                hint="panels of one sheet are equally high",
            )

"""Lay pages two by two on sheets that are folded once and stapled in the fold.

Of *n* pages the outermost sheet holds *n* and 1 in front, 2 and *n* − 1 behind. A
language that is read from the right is bound on the right, so each pair stands the
other way round. The back is printed head to head with the front: a printer that prints
both sides flips these sheets on their short edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflets.errors import RenderError
from leaflets.pdf import platemarks
from leaflets.pdf.impose import rim
from leaflets.pdf.impose.laid import lay
from leaflets.pdf.impose.leaf import POINTS, Leaf
from leaflets.pdf.impose.sheet import Lying, Side
from leaflets.pdf.impose.sizes import alike, needed

A4_ACROSS = (297.0, 210.0)

MOST_PAGES = 128
"""Pages that a staple can hold with some goodwill: 32 sheets."""

MOST_CREEP = 1.0
"""mm a sheet; paper that thick is board and is not stapled."""

CUT_FROM = 3.0
"""mm of paper round the pages from which it is cut off; what is less is left."""


def saddle(pages: int, *, rtl: bool) -> tuple[tuple[int, int], ...]:
    """Give the pages on each side of each sheet from outside in, left and right.

    >>> saddle(8, rtl=False)
    ((8, 1), (2, 7), (6, 3), (4, 5))
    >>> saddle(8, rtl=True)
    ((1, 8), (7, 2), (3, 6), (5, 4))
    """
    if pages <= 0 or pages % 4:
        raise ValueError(f"{pages} pages do not fill sheets of four")
    sides: list[tuple[int, int]] = []
    for first in range(1, pages // 2, 2):
        last = pages + 1 - first
        sides += [(last, first), (first + 1, last - 1)]
    return tuple((right, left) if rtl else (left, right) for left, right in sides)


def booklet(
    data: bytes,
    *,
    rtl: bool,
    sheet: tuple[float, float] = A4_ACROSS,
    printable: float = 0.0,
    creep: float = 0.0,
    pad: bool = False,
    marks: str = "none",
    slug: bytes = b"",
) -> bytes:
    """Lay the pages of a PDF on sheets for a stapled booklet. Lengths in mm.

    Pages keep their size and end at the spine, which is the middle of the *sheet*.
    *printable* is the rim of the sheet that the printer cannot print on: nothing may
    stand there. *creep* moves the pages of each sheet, from outside in, so much further
    towards the spine. *pad* allows blank pages at the end where the pages do not fill
    sheets of four. *marks*, one of ``printspec.MARKS``, stand outside the bleed; *slug* is
    a PDF with the line of words under those of each side. Raises RenderError where the
    pages differ in size, do not fit or do not fill sheets.
    """
    if not 0 <= creep <= MOST_CREEP:
        raise RenderError(
            f"creep of {creep:g} mm a sheet", hint=f"it is 0 to {MOST_CREEP:g} mm"
        )

    def plan(leaves: Sequence[Leaf]) -> tuple[Side, ...]:
        alike(leaves)
        pages = _filled(len(leaves), pad=pad)
        pairs = [
            [leaves[page - 1] if page <= len(leaves) else None for page in pair]
            for pair in saddle(pages, rtl=rtl)
        ]
        return tuple(
            _side(
                pair,
                one=leaves[0],
                bleed=_bleed(pairs),
                sheet=(sheet[0] * POINTS, sheet[1] * POINTS),
                shift=creep * POINTS * (number // 2),
                marks=marks,
            )
            for number, pair in enumerate(pairs)
        )

    made = lay(data, plan, slug=slug)
    if printable:
        rim.keep_clear(made, printable)
    return made


def _filled(pages: int, *, pad: bool) -> int:
    if pages > MOST_PAGES:
        raise RenderError(
            f"{pages} pages are too many to staple", hint=f"at most {MOST_PAGES}"
        )
    lacking = -pages % 4
    if lacking and not pad:
        raise RenderError(
            f"{pages} pages do not fill sheets of four",
            hint=f"{lacking} more are needed; --pad sets blank ones at the end",
        )
    return pages + lacking


def _bleed(pairs: Sequence[Sequence[Leaf | None]]) -> float:
    """Say how far all pages bleed: at the spine nothing need reach over."""
    return min(
        leaf.spill(left=place == 0, right=place == 1)
        for pair in pairs
        for place, leaf in enumerate(pair)
        if leaf is not None
    )


def _side(
    pair: Sequence[Leaf | None],
    *,
    one: Leaf,
    bleed: float,
    sheet: tuple[float, float],
    shift: float,
    marks: str,
) -> Side:
    across, high = 2 * one.width, one.height
    at_side, at_head = (sheet[0] - across) / 2, (sheet[1] - high) / 2
    spare = min(at_side, at_head)
    needed(spare, sheet, (across, high), _room(bleed, marks))
    x0, y0 = at_side, at_head
    x1, y1, spine = x0 + across, y0 + high, sheet[0] / 2
    reach = min(bleed, max(spare, 0.0))
    cut = spare >= CUT_FROM * POINTS
    trim = (x0, y0, x1, y1) if cut else (0.0, 0.0, *sheet)
    around = (x0 - reach, y0 - reach, x1 + reach, y1 + reach)
    edge = around if cut else trim
    drawn = platemarks.draw(trim, edge, kind=marks, folds=[spine])
    return Side(
        media=(0.0, 0.0, *sheet),
        trim=trim,
        bleed=edge,
        lying=tuple(_halves(pair, (x0, y0), around, spine, shift)),
        marks=b"\n".join(drawn),
    )


def _room(bleed: float, marks: str) -> float:
    """Say how much paper is needed round the pages; bleed alone is cut off where none is."""
    return platemarks.needed(bleed, marks) if marks != "none" else 0.0


def _halves(
    pair: Sequence[Leaf | None],
    corner: tuple[float, float],
    around: tuple[float, float, float, float],
    spine: float,
    shift: float,
) -> Iterator[Lying]:
    """Lay the left and the right page, each cut at the spine."""
    left, right = pair
    x0, y0 = corner
    if left is not None:
        clip = (around[0], around[1], spine, around[3])
        yield Lying(leaf=left, x=x0 + shift, y=y0, clip=clip)
    if right is not None:
        clip = (spine, around[1], around[2], around[3])
        yield Lying(leaf=right, x=spine - shift, y=y0, clip=clip)

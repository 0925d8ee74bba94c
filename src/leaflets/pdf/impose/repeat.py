"""Lay the same page many times on a sheet, to be cut apart.

Pages go in pairs: an odd one is the front of a sheet, the even one after it its back.
All copies on a side are the same, so it does not matter which stands behind which.
"""

from __future__ import annotations

from collections.abc import Sequence

from leaflets.errors import RenderError
from leaflets.pdf import platemarks
from leaflets.pdf.impose import rim
from leaflets.pdf.impose.laid import lay
from leaflets.pdf.impose.leaf import POINTS, Leaf
from leaflets.pdf.impose.sheet import Lying, Side
from leaflets.pdf.impose.sizes import alike, needed

MOST_COPIES = 200
"""Copies on one side; business cards on the largest sheet are fewer."""

TURNS = ("side", "head")
"""Over which edge a sheet is turned to print its back: over its side the back stands
upright, over its head it stands on its head."""


def repeat(
    data: bytes,
    *,
    across: int,
    down: int,
    sheet: tuple[float, float],
    gap: float = 6.0,
    printable: float = 0.0,
    turn: str = "side",
    marks: str = "none",
) -> bytes:
    """Lay each page *across* × *down* times in the middle of a sheet. Lengths in mm.

    Pages keep their size. *gap* lies between two copies and each bleeds into half of it;
    *printable* is the rim of the sheet that nothing may stand in; *turn* is one of
    ``TURNS``; *marks*, one of ``printspec.MARKS``, stand outside. Raises RenderError where pages
    differ in size or do not fit.
    """
    if across < 1 or down < 1 or across * down > MOST_COPIES:
        raise RenderError(
            f"{across} × {down} copies on a side",
            hint=f"there are 1 to {MOST_COPIES} on a side",
        )
    if gap < 0:
        raise RenderError(f"a gap of {gap:g} mm", hint="copies cannot overlap")
    if turn not in TURNS:
        raise ValueError(f"no turn {turn!r}; there are {', '.join(TURNS)}")

    def plan(leaves: Sequence[Leaf]) -> tuple[Side, ...]:
        alike(leaves)
        grid = _Grid(leaves, across, down, sheet, gap * POINTS, marks=marks)
        on_head = turn == "head"
        return tuple(
            grid.side(leaf, turned=on_head and leaf.number % 2 == 0) for leaf in leaves
        )

    made = lay(data, plan)
    if printable:
        rim.keep_clear(made, printable)
    return made


class _Grid:
    """Where the copies lie, the same on every side. Points."""

    def __init__(
        self,
        leaves: Sequence[Leaf],
        across: int,
        down: int,
        sheet: tuple[float, float],
        gap: float,
        *,
        marks: str,
    ) -> None:
        one = leaves[0]
        self.width, self.height = one.width, one.height
        self.sheet = (sheet[0] * POINTS, sheet[1] * POINTS)
        wide = across * one.width + (across - 1) * gap
        high = down * one.height + (down - 1) * gap
        x0, y0 = (self.sheet[0] - wide) / 2, (self.sheet[1] - high) / 2
        bleed = min(leaf.bleed for leaf in leaves)
        room = platemarks.needed(bleed, marks)
        needed(min(x0, y0), self.sheet, (wide, high), room)
        self.bleed, self.inner = bleed, min(bleed, gap / 2)
        self.trim = (x0, y0, x0 + wide, y0 + high)
        self.columns = [x0 + place * (one.width + gap) for place in range(across)]
        self.rows = [y0 + place * (one.height + gap) for place in range(down)]
        self.outside = (x0 - bleed, y0 - bleed, x0 + wide + bleed, y0 + high + bleed)
        self.marks = b"\n".join(self._marks(marks))

    def side(self, leaf: Leaf, *, turned: bool) -> Side:
        """Lay one leaf in every place."""
        return Side(
            media=(0.0, 0.0, *self.sheet),
            trim=self.trim,
            bleed=self.outside,
            lying=tuple(
                Lying(leaf=leaf, x=x, y=y, clip=self._clip(x, y), turned=turned)
                for y in reversed(self.rows)
                for x in self.columns
            ),
            marks=self.marks,
        )

    def _clip(self, x: float, y: float) -> tuple[float, float, float, float]:
        """Let a copy bleed fully at the rim, and into half the gap between two."""
        left = self.bleed if x == self.columns[0] else self.inner
        right = self.bleed if x == self.columns[-1] else self.inner
        below = self.bleed if y == self.rows[0] else self.inner
        above = self.bleed if y == self.rows[-1] else self.inner
        return x - left, y - below, x + self.width + right, y + self.height + above

    def _marks(self, kind: str) -> list[bytes]:
        xs = [edge for x in self.columns for edge in (x, x + self.width)]
        ys = [edge for y in self.rows for edge in (y, y + self.height)]
        return platemarks.draw(self.trim, self.outside, kind=kind, cuts=(xs, ys))

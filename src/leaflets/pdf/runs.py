"""The glyphs of a page, in runs: pure data.

Positions are points in the default user space of the page, like those of
``leaflets.pdf.rendered``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from leaflets.pdf.matrix import Box, around
from leaflets.pdf.outlines import NO_INK
from leaflets.pdf.pagefonts import PageFont
from leaflets.pdf.rendered import Rectangle


class Glyph(NamedTuple):
    """One glyph on a page."""

    gid: int
    font: PageFont
    x: float
    y: float
    size: float
    """Size of the type in points, as it stands on the page."""

    advance: float
    """Way to the next glyph in points, kerns aside."""

    ink: Box | None
    run: int
    clip: Box | None
    text: str
    """What the file says that the glyph means; may be wrong."""

    tag: str
    mcid: int | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Run:
    """Glyphs set one after the other in one font, size and line."""

    number: int
    """Place in the drawing order of the page, the first one is 0."""

    origin: int
    """Number of the text position that the run goes on from: runs that a change of
    font splits within one piece of text share it."""

    font: PageFont
    size: float
    matrix: tuple[float, float, float, float]
    """From em to points."""

    gids: list[int]
    xs: list[float]
    ys: list[float]
    baseline: float
    """Height of the pen where the run begins, raised glyphs aside."""

    start: float
    """Where the pen stood before the first glyph."""

    end: float
    """Where the pen stood after the last glyph."""

    clip: Box | None
    painted: bool
    """False for text that is there but not seen (rendering mode 3 or 7)."""

    tag: str
    mcid: int | None
    light: float = 0.0
    """Relative luminance of the colour, from 0 for black to 1 for white paper."""

    @property
    def upright(self) -> bool:
        """Whether the run reads along the page, neither turned nor slanted."""
        a, b, c, d = self.matrix
        return a > 0 and d > 0 and abs(b) + abs(c) < 1e-6 * a

    @functools.cached_property
    def inks(self) -> list[Box | None]:
        """Bounds of the ink of each glyph in points; None where there is none."""
        bounds = self.font.program.bounds
        a, b, c, d = self.matrix
        inks: list[Box | None] = []
        for gid, x, y in zip(self.gids, self.xs, self.ys, strict=True):
            box = bounds(gid)
            if box is NO_INK:
                inks.append(None)
                continue
            x0, y0, x1, y1 = box
            if b or c:
                corners = [(u, v) for u in (x0, x1) for v in (y0, y1)]
                inks.append(
                    around([(x + a * u + c * v, y + b * u + d * v) for u, v in corners])
                )
            else:
                inks.append((x + a * x0, y + d * y0, x + a * x1, y + d * y1))
        return inks

    @functools.cached_property
    def rough(self) -> Box | None:
        """A box that holds all ink of the run, and not much more; None without ink."""
        bounds = self.font.program.bounds
        inked = [box for gid in set(self.gids) if (box := bounds(gid)) is not NO_INK]
        if not inked:
            return None
        a, b, c, d = self.matrix
        if b or c:
            return around(
                [corner for box in self.inks if box for corner in (box[:2], box[2:])]
            )
        lefts, bottoms, rights, tops = zip(*inked, strict=True)
        return (
            min(self.xs) + a * min(lefts),
            min(self.ys) + d * min(bottoms),
            max(self.xs) + a * max(rights),
            max(self.ys) + d * max(tops),
        )

    @functools.cached_property
    def letters(self) -> str:
        """What the run looks like from left to right, as well as it can be read."""
        return "".join(map(self.font.letter, self.gids))

    def glyphs(self) -> Iterator[Glyph]:
        """Yield the glyphs one by one: easy to look at, slower than the lists."""
        for place, gid in enumerate(self.gids):
            yield Glyph(
                gid=gid,
                font=self.font,
                x=self.xs[place],
                y=self.ys[place],
                size=self.size,
                advance=self.font.widths.get(gid, self.font.width) * self.size / 1000,
                ink=self.inks[place],
                run=self.number,
                clip=self.clip,
                text=self.font.text(gid),
                tag=self.tag,
                mcid=self.mcid,
            )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageGlyphs:
    """What is set on one page."""

    number: int
    """First page is 0."""

    media: Rectangle
    trim: Rectangle
    runs: tuple[Run, ...]
    pictures: tuple[Box, ...]
    """Where images and gradients are painted."""

    covers: tuple[tuple[int, Box], ...] = ()
    """Bounds of what is painted after so many runs, and may lie over them."""

    def glyphs(self) -> Iterator[Glyph]:
        """Yield every glyph in drawing order."""
        for run in self.runs:
            yield from run.glyphs()

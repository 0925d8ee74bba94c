"""How a text looks when it is set on its own: the reference for the finished page.

HarfBuzz shapes the text with the same font files as the engine, cut into the same
stretches. Lengths are in em.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from leaflets.pdf.fonts import FontSet
from leaflets.pdf.itemise import Faces, Piece, Stretch, language
from leaflets.pdf.outlines import NO_INK


class Shaped(NamedTuple):
    """One glyph of the reference, in em."""

    font: str
    """PostScript name."""

    gid: int
    x: float
    """From where its piece begins; each piece begins at 0."""

    y: float
    shift: float
    """How far the glyph is set from its pen, rightwards; part of *x*."""

    advance: float
    space: bool
    """Whether the glyph stands for white space."""

    blank: bool
    """Whether it leaves no ink: spaces, and the joints of some Nastaliq faces."""

    piece: int
    """Number of the Piece that the glyph belongs to."""


class Shaper:
    """Shapes texts with the fonts of one set, and remembers them."""

    _KEPT = 2048

    def __init__(self, fonts: FontSet) -> None:
        self._faces = Faces(fonts)
        self._lines: dict[tuple[object, ...], tuple[Shaped, ...]] = {}

    def line(
        self, text: str, direction: str, pieces: tuple[Piece, ...]
    ) -> tuple[Shaped, ...]:
        """Give the glyphs of one line from left to right.

        *text* is the whole text, so that the direction of each letter is that of its
        context; *pieces* are the parts of it that stand on the line, in logical order.
        A character that no font of its style has yields glyph 0.
        """
        key = text, direction, pieces
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= self._KEPT:
                self._lines.clear()
            found = self._lines[key] = tuple(self._set(text, direction, pieces))
        return found

    def _set(self, text: str, direction: str, pieces: tuple[Piece, ...]) -> list[Shaped]:
        glyphs: list[Shaped] = []
        pens = [0.0] * len(pieces)
        for stretch in self._faces.cut(text, direction, pieces):
            piece = pieces[stretch.piece]
            pen = pens[stretch.piece]
            for glyph in _shape(text[piece.start : piece.stop], piece, stretch):
                glyphs.append(glyph._replace(x=glyph.x + pen))
                pens[stretch.piece] += glyph.advance
        return glyphs


def _shape(part: str, piece: Piece, stretch: Stretch) -> list[Shaped]:
    """Shape one stretch of a piece; what stands around it in the piece is known to it."""
    program = stretch.font
    buffer = hb.Buffer()
    buffer.add_str(part, stretch.start - piece.start, stretch.stop - stretch.start)
    buffer.direction = "ltr" if stretch.rightward else "rtl"
    buffer.script = stretch.script
    tongue = language(piece.style.lang, stretch.script)
    if tongue:
        buffer.language = tongue
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(program.font, buffer)
    glyphs, pen, em = [], 0.0, program.upem
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(
            Shaped(
                font=program.postscript,
                gid=info.codepoint,
                x=(pen + position.x_offset) / em,
                y=position.y_offset / em,
                shift=position.x_offset / em,
                advance=position.x_advance / em,
                space=part[info.cluster].isspace(),
                blank=program.bounds(info.codepoint) is NO_INK,
                piece=stretch.piece,
            )
        )
        pen += position.x_advance
    return glyphs


_shapers: dict[Path, Shaper] = {}


def shaper(fonts: FontSet) -> Shaper:
    """Give the Shaper for a set of fonts; a process has one for each set."""
    found = _shapers.get(fonts.config_file)
    if found is None:
        found = _shapers[fonts.config_file] = Shaper(fonts)
    return found

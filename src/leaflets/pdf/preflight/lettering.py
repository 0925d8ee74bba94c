"""Runs of glyphs: from what is shown to where its ink lies (ISO 32000-1, 9.4).

A run ends where the font, the size, the colour or the line changes. Letters may stand
above and below the line in it: in Nastaliq each one does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from leaflets.errors import RenderError
from leaflets.pdf import operators
from leaflets.pdf.matrix import IDENTITY, Box, Matrix, bounds, times
from leaflets.pdf.outlines import NO_INK
from leaflets.pdf.preflight.faces import Face
from leaflets.pdf.preflight.state import State


@dataclass(slots=True)
class _Run:
    face: Face
    codes: list[int] = field(default_factory=list)
    pieces: list[tuple[float, float, float, Sequence[int]]] = field(default_factory=list)
    """Strings of it: where each begins, its rise, what is added to each advance, its
    codes."""

    def ink(self, size: float, unit: float) -> Box:
        """Give the bounds of the ink of every glyph, before any matrix.

        Of each, not of the first and the last alone: in Nastaliq letters reach over
        several that follow.
        """
        near, far = (0, 2) if unit >= 0 else (2, 0)
        down, up = (1, 3) if size >= 0 else (3, 1)
        x0 = y0 = math.inf
        x1 = y1 = -math.inf
        bounds_of, width = self.face.bounds, self.face.widths.__getitem__
        pen = 0.0
        for start, rise, more, codes in self.pieces:
            pen = start
            for code in codes:
                found = bounds_of(code)
                if found is not NO_INK:
                    x0 = min(x0, pen + found[near] * unit)
                    x1 = max(x1, pen + found[far] * unit)
                    y0 = min(y0, rise + found[down] * size)
                    y1 = max(y1, rise + found[up] * size)
                pen += width(code) * unit + more
        if x0 <= x1:
            return x0, y0, x1, y1
        start, rise, *_ = self.pieces[0]
        return start, rise, pen, rise


@dataclass(frozen=True, slots=True)
class Line:
    """A run that is set."""

    face: Face
    codes: list[int]
    box: Box
    """Bounds of its ink on the page."""

    size: float
    """Of the type on the page, in points."""

    matrix: Matrix
    """From the em of its first glyph to the page."""


class Lettering:
    """The text state that belongs to no graphics state: where the pen is."""

    def __init__(self) -> None:
        self.matrix: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._pen = 0.0
        self._run: _Run | None = None

    def place(self, matrix: Matrix) -> None:
        """Begin at a place of its own."""
        self.matrix = self._line = matrix
        self._pen = 0.0

    def move(self, x: float, y: float) -> None:
        """Begin a line that is moved against the one before."""
        self.place(times((1.0, 0.0, 0.0, 1.0, x, y), self._line))

    def show(self, operands: bytes, state: State) -> None:
        """Set the strings and kerns of one operation."""
        face = state.face
        if face is None:
            raise RenderError("text is shown before a font is chosen")
        run = self._run
        if run is None:
            run = self._run = _Run(face)
        unit, pen = state.size * state.stretch, self._pen
        letter, word = state.letter * state.stretch, state.word * state.stretch
        width = face.widths.__getitem__
        for hexadecimal, number, literal in operators.shown(operands):
            if number:
                pen -= float(number) * unit / 1000
                continue
            codes = face.codes(operators.codes(hexadecimal, literal))
            if not codes:
                continue
            run.pieces.append((pen, state.rise, letter, codes))
            run.codes += codes
            pen += sum(map(width, codes)) * unit + letter * len(codes)
            if word and not face.wide:
                pen += word * sum(code == 32 for code in codes)
        self._pen = pen

    def close(self, state: State) -> Line | None:
        """End the run, if one is open."""
        run, self._run = self._run, None
        if run is None or not run.codes:
            return None
        face, size = run.face, state.size
        unit = size * state.stretch
        x0, y0, x1, y1 = run.ink(size, unit)
        whole = times(self.matrix, state.matrix)
        box = bounds([(x0, y0), (x0, y1), (x1, y0), (x1, y1)], whole)
        start, rise, *_ = run.pieces[0]
        glyph = times((unit, 0.0, 0.0, size, start, rise), whole)
        return Line(face, run.codes, box, abs(size) * face.em * _growth(whole), glyph)


def _growth(matrix: Matrix) -> float:
    """How much higher type becomes: of a skewed matrix the height, not the slant."""
    a, b, c, d, _, _ = matrix
    wide = math.hypot(a, b)
    return abs(a * d - b * c) / wide if wide else math.hypot(c, d)

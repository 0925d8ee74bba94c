"""Runs of glyphs: from what is shown to where its ink lies (ISO 32000-1, 9.4).

A run ends where the font, the size, the colour or the line changes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from leaflets.errors import RenderError
from leaflets.pdf import operators
from leaflets.pdf.matrix import IDENTITY, Box, Matrix, bounds, times
from leaflets.pdf.preflight.faces import Face
from leaflets.pdf.preflight.state import State

_ENDS = 3
"""Glyphs at each end of a run that are asked how far they reach: a mark on the last
letter ends before it does."""


@dataclass(slots=True)
class _Run:
    face: Face
    codes: list[int] = field(default_factory=list)
    first: list[tuple[int, float]] = field(default_factory=list)
    last: list[tuple[int, float]] = field(default_factory=list)
    rise: float = 0.0


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
            run = self._run = _Run(face, rise=state.rise)
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
            if len(run.first) < _ENDS:
                run.first += [(code, pen) for code in codes[:1]]
            pen += sum(map(width, codes)) * unit + letter * len(codes)
            if word and not face.wide:
                pen += word * sum(code == 32 for code in codes)
            run.codes += codes
            back = pen
            ends = []
            for code in reversed(codes[-_ENDS:]):
                back -= width(code) * unit + letter
                ends.append((code, back))
            run.last = (run.last + ends[::-1])[-_ENDS:]
        self._pen = pen

    def close(self, state: State) -> Line | None:
        """End the run, if one is open."""
        run, self._run = self._run, None
        if run is None or not run.codes:
            return None
        face, size = run.face, state.size
        unit = size * state.stretch
        lows: list[float] = []
        highs: list[float] = []
        for code, pen in (*run.first, *run.last):
            found = face.bounds(code)
            lows += (pen + found[0] * unit, pen + found[2] * unit)
        low, high = face.height(run.codes)
        highs = [low * size + run.rise, high * size + run.rise]
        x0, x1 = min(lows), max(lows)
        whole = times(self.matrix, state.matrix)
        box = bounds([(x, y) for x in (x0, x1) for y in highs], whole)
        start = run.first[0][1]
        glyph = times((unit, 0.0, 0.0, size, start, run.rise), whole)
        return Line(face, run.codes, box, abs(size) * face.em * _growth(whole), glyph)


def _growth(matrix: Matrix) -> float:
    """How much higher type becomes: of a skewed matrix the height, not the slant."""
    a, b, c, d, _, _ = matrix
    wide = math.hypot(a, b)
    return abs(a * d - b * c) / wide if wide else math.hypot(c, d)

"""Operators that set text (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

import math
from typing import Any

from leaflets.errors import RenderError
from leaflets.pdf import operators
from leaflets.pdf.matrix import IDENTITY, Matrix, times
from leaflets.pdf.preflight.faces import Face
from leaflets.pdf.preflight.lettering import Lettering, Line
from leaflets.pdf.preflight.numbers import exactly, matrix
from leaflets.pdf.preflight.painted import HAIR, Kind
from leaflets.pdf.preflight.tinting import Tinting

_GLYPHS = 8
"""Glyphs that cost as much as one operation."""


class Writing(Tinting):
    """Keeps the state of the text, and notes each run of it."""

    _letters: Lettering
    _faces: dict[bytes, tuple[Face, float]]
    """Fonts that the content chose so far, by its words."""

    def _glyph(self, name: str, drawing: Any, place: Matrix, resources: Any) -> None:
        """Follow the drawing of one glyph of a Type 3 font."""
        raise NotImplementedError

    def _end_run(self) -> None:
        line = self._letters.close(self._state)
        if line is None:
            return
        self._spend(len(line.codes) // _GLYPHS)
        state, face = self._state, line.face
        outlined = state.mode % 4 == 1
        stroked = state.mode % 4 == 2
        weight = state.width * _scale(state.matrix)
        self._emit(
            Kind.TEXT,
            line.box,
            state.stroke if outlined else state.fill,
            stroking=outlined,
            hidden=state.mode in {3, 7},
            size=line.size,
            thickness=max(weight, HAIR) if outlined else 0.0,
            font=face.name,
            text=face.text(line.codes),
            missing=face.missing(line.codes),
            resource=face.resource,
        )
        if stroked:
            self._emit(Kind.STROKE, line.box, state.stroke, stroking=True, thickness=weight)
        if face.type3 and state.mode != 3:
            self._drawn_glyphs(line)

    def _drawn_glyphs(self, line: Line) -> None:
        """Follow each drawing of a Type 3 font once a run, where the run begins."""
        face = line.face
        drawings = face.glyphs()
        for code in sorted(set(line.codes) & drawings.keys()):
            name, drawing = drawings[code]
            a, b, c, d, e, f = face.scale
            place = times((a, b, c, d, e, f), line.matrix)
            self._glyph(f"glyph /{name}", drawing, place, face.resource.get("/Resources"))

    def _begin_text(self, _: bytes) -> None:
        self._end_run()
        self._letters.place(IDENTITY)

    def _end_text(self, _: bytes) -> None:
        self._end_run()

    def _set_matrix(self, operands: bytes) -> None:
        self._end_run()
        self._letters.place(matrix(operands))

    def _move(self, operands: bytes) -> None:
        self._end_run()
        x, y = exactly(2, operands)
        self._letters.move(x, y)

    def _move_leading(self, operands: bytes) -> None:
        self._move(operands)
        self._state.leading = -exactly(2, operands)[1]

    def _next_line(self, _: bytes) -> None:
        self._end_run()
        self._letters.move(0.0, -self._state.leading)

    def _show(self, operands: bytes) -> None:
        self._letters.show(operands, self._state)

    def _next_show(self, operands: bytes) -> None:
        self._next_line(b"")
        self._show(operands)

    def _spaced_show(self, operands: bytes) -> None:
        starts = [place for sign in b"(<" if (place := operands.find(sign)) >= 0]
        if not starts:
            raise RenderError("text is shown without a string")
        self._state.word, self._state.letter = exactly(2, operands[: min(starts)])
        self._next_show(operands[min(starts) :])

    def _set_font(self, operands: bytes) -> None:
        chosen = self._faces.get(operands)
        if chosen is None:
            face = self._face(operators.name(operands), self._resource("Font", operands))
            chosen = face, exactly(1, operands.split()[-1])[0]
            self._faces[operands] = chosen
        state = self._state
        if chosen != (state.face, state.size):
            self._end_run()
            state.face, state.size = chosen

    def _face(self, key: str, font: Any) -> Face:
        known, place = self._shared.faces, font.objgen
        found = known.get(place) if place != (0, 0) else None
        if found is None:
            found = Face(f"/{key}" if key else "", font)
            if place != (0, 0):
                known[place] = found
        return found

    def _set_letter(self, operands: bytes) -> None:
        self._state.letter = exactly(1, operands)[0]

    def _set_word(self, operands: bytes) -> None:
        self._state.word = exactly(1, operands)[0]

    def _set_stretch(self, operands: bytes) -> None:
        self._end_run()
        self._state.stretch = exactly(1, operands)[0] / 100

    def _set_leading(self, operands: bytes) -> None:
        self._state.leading = exactly(1, operands)[0]

    def _set_rise(self, operands: bytes) -> None:
        self._state.rise = exactly(1, operands)[0]

    def _set_mode(self, operands: bytes) -> None:
        self._end_run()
        self._state.mode = int(exactly(1, operands)[0])


def _scale(matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))

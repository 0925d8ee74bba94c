"""Follow one page's drawing operations, and note each thing that they paint.

A reader for anyone's files: what cannot be understood is noted as a fault, and the rest
is read on (ISO 32000-1, 8 to 11, as far as ink, place and size go).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf import operators
from leaflets.pdf.matrix import Box, Matrix, bounds, times
from leaflets.pdf.preflight import colours, limits, paths, pictures
from leaflets.pdf.preflight.drawing import Drawing
from leaflets.pdf.preflight.lettering import Lettering
from leaflets.pdf.preflight.notes import Endless, Key, Shared
from leaflets.pdf.preflight.numbers import exactly, matrix, matrix_of, rectangle_of
from leaflets.pdf.preflight.opening import UNREADABLE, stream_bytes
from leaflets.pdf.preflight.painted import Kind
from leaflets.pdf.preflight.paths import Pen
from leaflets.pdf.preflight.state import Given, State, read

_UNIT = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
_NEST = 100
"""Operations that following a form counts for, beside its own."""

_SILENT = frozenset(b"i j J M d ri MP DP BMC BDC EMC d0 d1 BI EI".split())
"""Operators that nothing is asked about."""


class Tracer(Drawing):
    """Goes through all that one page draws."""

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._stack: list[State] = []
        self._letters = Lettering()
        self._faces = {}
        self._states: dict[bytes, tuple[Given, Any, Any]] = {}
        self._pen = Pen()
        self._clipping = False
        self._lax = 0
        self._open: list[tuple[int, int]] = []
        self._actions: dict[bytes, Callable[[bytes], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._transform,
            b"w": self._set_width, b"gs": self._set_state, b"Do": self._draw,
            b"g": self._grey, b"G": self._stroke_grey, b"rg": self._rgb,
            b"RG": self._stroke_rgb, b"k": self._cmyk, b"K": self._stroke_cmyk,
            b"cs": self._choose, b"CS": self._stroke_choose, b"sc": self._tint,
            b"scn": self._tint, b"SC": self._stroke_tint, b"SCN": self._stroke_tint,
            b"m": self._begin, b"l": self._line, b"c": self._curve, b"v": self._curve,
            b"y": self._curve, b"re": self._rectangle, b"h": self._close_path,
            b"W": self._clip, b"W*": self._clip, b"n": self._end_path, b"f": self._fill,
            b"F": self._fill, b"f*": self._fill_between, b"S": self._stroke,
            b"s": self._close_stroke, b"B": self._fill_stroke,
            b"b": self._close_fill_stroke, b"B*": self._fill_stroke,
            b"b*": self._close_fill_stroke, b"sh": self._shade,
            b"ID": self._inline, b"BT": self._begin_text, b"ET": self._end_text,
            b"Tf": self._set_font, b"Tm": self._set_matrix, b"Td": self._move,
            b"TD": self._move_leading, b"T*": self._next_line, b"Tj": self._show,
            b"TJ": self._show, b"'": self._next_show, b'"': self._spaced_show,
            b"Tc": self._set_letter, b"Tw": self._set_word, b"Tz": self._set_stretch,
            b"BX": self._begin_lax, b"EX": self._end_lax, b"TL": self._set_leading, b"Ts": self._set_rise, b"Tr": self._set_mode,
        }  # fmt: skip

    def page(self, data: bytes, resources: Any, media: Box) -> None:
        """Follow the content of a page."""
        state = State()
        state.clip = media
        self._follow(data, resources, state)

    def look(self, form: Any, place: Matrix, media: Box, name: str) -> None:
        """Follow a form that stands on the page by itself: how an annotation looks."""
        state = State()
        state.matrix, state.clip = place, media
        kept, self._state = self._state, state
        try:
            self._form(form, name)
        finally:
            self._state = kept

    def _follow(self, data: bytes, resources: Any, state: State) -> None:
        kept = (
            self._state, self._stack, self._resources, self._spaces, self._letters,
            self._faces, self._pen, self._clipping, self._base, self._states,
        )  # fmt: skip
        self._state, self._stack, self._resources, self._base = (
            state, [], resources, state.matrix,
        )  # fmt: skip
        self._spaces, self._letters, self._faces, self._states = {}, Lettering(), {}, {}
        self._pen, self._clipping = Pen(), False
        actions, shared = self._actions, self._shared
        try:
            for operator, operands in operators.operations(data):
                shared.operations -= 1
                if shared.operations < 0:
                    self._spend(0)
                action = actions.get(operator)
                try:
                    if action is not None:
                        action(operands)
                    elif operator not in _SILENT and not self._lax:
                        name = operator.decode("latin-1")
                        self.note(RenderError(f"the operator '{name}' is unknown"))
                except (RenderError, *UNREADABLE) as error:
                    self.note(error)
            self._end_text(b"")
        finally:
            (
                self._state, self._stack, self._resources, self._spaces, self._letters,
                self._faces, self._pen, self._clipping, self._base, self._states,
            ) = kept  # fmt: skip

    # Graphics state: ISO 32000-1, 8.4.

    def _begin_lax(self, _: bytes) -> None:
        """Begin a part where unknown operators are passed over (ISO 32000-1, 7.8.2)."""
        self._lax += 1

    def _end_lax(self, _: bytes) -> None:
        self._lax = max(0, self._lax - 1)

    def _save(self, _: bytes) -> None:
        if len(self._stack) >= limits.SAVED:
            raise RenderError(f"more than {limits.SAVED} graphics states are saved at once")
        self._stack.append(self._state.copy())

    def _restore(self, _: bytes) -> None:
        self._end_run()
        if not self._stack:
            raise RenderError("a graphics state is restored that was never saved")
        self._state = self._stack.pop()

    def _transform(self, operands: bytes) -> None:
        self._end_run()
        self._state.matrix = times(matrix(operands), self._state.matrix)

    def _set_width(self, operands: bytes) -> None:
        self._state.width = exactly(1, operands)[0]

    def _set_state(self, operands: bytes) -> None:
        self._end_run()
        known = self._states.get(operands)
        if known is None:
            given = self._resource("ExtGState", operands)
            known = read(given), given.get("/Font"), given.get("/SMask")
            self._states[operands] = known
        changes, font, mask = known
        state = self._state
        state.take(changes)
        if isinstance(font, pikepdf.Array) and len(font) == 2:
            state.face, state.size = self._face("", font[0]), float(font[1])
        if isinstance(mask, pikepdf.Dictionary):
            state.masked = True
            self._mask(mask)
        elif mask is not None:
            state.masked = False

    def _mask(self, mask: Any) -> None:
        """Follow a soft mask: what it paints is no ink, but is part of the file."""
        form = mask.get("/G")
        if not isinstance(form, pikepdf.Stream):
            raise RenderError("a soft mask has no group")
        inner = State()
        inner.matrix, inner.clip = self._state.matrix, self._state.clip
        kept, self._state = self._state, inner
        where = self._where
        self._leave(("soft mask", *where[len(where) and where[0] == "soft mask" :]))
        try:
            self._form(form, "group")
        finally:
            self._state = kept
            self._leave(where)

    # Forms and images: ISO 32000-1, 8.8 to 8.10.

    def _draw(self, operands: bytes) -> None:
        self._end_run()
        item = self._resource("XObject", operands)
        kind = item.get("/Subtype")
        if kind == "/Image":
            self._image(item)
        elif kind == "/Form":
            self._form(item, f"form /{operators.name(operands)}")
        else:
            raise RenderError(f"the page draws an object of the kind {kind}")

    def _image(self, image: Any) -> None:
        state = self._state
        shown = pictures.facts(image, state.matrix)
        colour = state.fill if shown.mask else pictures.colour(image, self._resources)
        box = bounds(_UNIT, state.matrix)
        if shown.mask and state.fill_pattern is not None:
            self._patterned(state.fill_pattern, box, colour, Kind.FILL, 0.0)
        self._emit(
            Kind.IMAGE, box, colour, soft_mask=pictures.transparent(image), image=shown
        )

    def _inline(self, operands: bytes) -> None:
        state = self._state
        shown, colour = pictures.inline(operands, state.matrix, self._resources)
        box = bounds(_UNIT, state.matrix)
        self._emit(Kind.IMAGE, box, state.fill if shown.mask else colour, image=shown)

    def _form(self, form: Any, name: str) -> None:
        if not isinstance(form, pikepdf.Stream):
            raise RenderError("a form has nothing to draw")
        state = self._state.copy()
        state.matrix = times(matrix_of(form.get("/Matrix")), state.matrix)
        key = (form.objgen, self._where, *state.look())
        if form.objgen != (0, 0) and self._again(key):
            return  # the same in the same place: it paints nothing that is not noted
        group = form.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and group.get("/S") == "/Transparency":
            space = group_space(group, self._resources)
            # The lightness of a mask is grey by right: it is mixed into nothing.
            if space != "DeviceGray" or self._where[:1] != ("soft mask",):
                self.groups.append(space)
            state.enter_group()
        box = rectangle_of(form.get("/BBox"))
        if box is not None:
            corners = [
                (box.x0, box.y0),
                (box.x1, box.y0),
                (box.x1, box.y1),
                (box.x0, box.y1),
            ]
            seen = paths.within(bounds(corners, state.matrix), state.clip)
            if seen is None:
                x, y = state.clip[0], state.clip[1]
                seen = (x, y, x, y)
            state.clip = seen
        self._nested(form, name, state, key=key)

    def _glyph(self, name: str, drawing: Any, place: Matrix, resources: Any) -> None:
        if not isinstance(drawing, pikepdf.Stream):
            raise RenderError(f"the {name} has nothing to draw")
        state = self._state.copy()
        state.matrix = place
        if resources is None:
            resources = self._resources
        self._nested(drawing, name, state, resources)

    def _nested(
        self, stream: Any, name: str, state: State, resources: Any = None, key: Key = ()
    ) -> None:
        """Follow a content stream within another."""
        place = stream.objgen
        if place != (0, 0) and place in self._open:
            raise Endless(f"the {name} draws itself")
        known = self._shared.streams
        data = known.get(place) if place != (0, 0) else None
        if data is None:
            data = stream_bytes(stream, limits.CONTENT)
            if place != (0, 0):
                known[place] = data
        if resources is None:
            resources = stream.get("/Resources", self._resources)
        where = self._enter(name)
        left = self._shared.operations
        self._spend(_NEST)
        self._open.append(place)
        try:
            self._follow(data, resources, state)
        finally:
            self._open.pop()
            self._leave(where)
            self._followed[key] = left - self._shared.operations


def group_space(group: Any, resources: Any) -> str:
    """Name the colour space that a transparency group is mixed in; empty if it has none."""
    space = group.get("/CS")
    if space is None:
        return ""
    try:
        found = colours.read(space, resources)
    except (RenderError, *UNREADABLE):
        return "unknown"
    if found.family == "ICCBased":
        return f"ICCBased {found.components}"
    return found.family

"""Operators that choose a colour (ISO 32000-1, 8.6.8)."""

from __future__ import annotations

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf import operators
from leaflets.pdf.preflight import colours
from leaflets.pdf.preflight.colours import CMYK, GREY, RGB, Space
from leaflets.pdf.preflight.notes import Notes
from leaflets.pdf.preflight.numbers import numbers
from leaflets.pdf.preflight.painted import Colour


class Tinting(Notes):
    """Keeps the colours of fills and of strokes."""

    def _end_run(self) -> None:
        """End the run of text that is being set, before its colour changes."""

    def _grey(self, operands: bytes) -> None:
        self._fill_in(GREY, operands)

    def _rgb(self, operands: bytes) -> None:
        self._fill_in(RGB, operands)

    def _cmyk(self, operands: bytes) -> None:
        self._fill_in(CMYK, operands)

    def _stroke_grey(self, operands: bytes) -> None:
        self._stroke_in(GREY, operands)

    def _stroke_rgb(self, operands: bytes) -> None:
        self._stroke_in(RGB, operands)

    def _stroke_cmyk(self, operands: bytes) -> None:
        self._stroke_in(CMYK, operands)

    def _choose(self, operands: bytes) -> None:
        self._end_run()
        space, state = self._space(operands), self._state
        state.fill_space, state.fill_pattern = space, None
        state.fill = self._coloured(space, b"")

    def _stroke_choose(self, operands: bytes) -> None:
        self._end_run()
        space, state = self._space(operands), self._state
        state.stroke_space, state.stroke_pattern = space, None
        state.stroke = self._coloured(space, b"")

    def _tint(self, operands: bytes) -> None:
        space = self._state.fill_space
        if space.family == "Pattern":
            self._end_run()
            self._state.fill = _under(space, operands)
            self._state.fill_pattern = self._resource("Pattern", operands)
        else:
            self._fill_in(space, operands)

    def _stroke_tint(self, operands: bytes) -> None:
        space = self._state.stroke_space
        if space.family == "Pattern":
            self._end_run()
            self._state.stroke = _under(space, operands)
            self._state.stroke_pattern = self._resource("Pattern", operands)
        else:
            self._stroke_in(space, operands)

    def _fill_in(self, space: Space, operands: bytes) -> None:
        self._end_run()
        state = self._state
        state.fill_space, state.fill_pattern = space, None
        state.fill = self._coloured(space, operands)

    def _stroke_in(self, space: Space, operands: bytes) -> None:
        self._end_run()
        state = self._state
        state.stroke_space, state.stroke_pattern = space, None
        state.stroke = self._coloured(space, operands)

    def _coloured(self, space: Space, operands: bytes) -> Colour:
        """Give the colour of some operands; of none the one that a space begins with."""
        known = self._shared.colours
        key = id(space), operands
        found = known.get(key)
        if found is not None and found[0] is space:
            return found[1]
        if not operands:
            colour = space.first()
        else:
            values = numbers(operands)
            if len(values) != space.components:
                raise RenderError(
                    f"a colour of {len(values)} values stands in {space.family}, "
                    f"which has {space.components}"
                )
            colour = space.colour(values)
        if len(known) < _KNOWN:
            known[key] = space, colour
        return colour

    def _space(self, operands: bytes) -> Space:
        found = self._spaces.get(operands)
        if found is None:
            name = pikepdf.Name(f"/{operators.name(operands)}")
            found = self._spaces[operands] = colours.read(name, self._resources)
        return found


_KNOWN = 20_000
"""Colours of a file that are kept."""


def _under(space: Space, operands: bytes) -> Colour:
    """Give the colour of a pattern: that of an uncoloured cell, or none of its own."""
    values = numbers(operands.partition(b"/")[0])
    if values and space.base is not None:
        return space.base.colour(values)
    return colours.PATTERN.colour()

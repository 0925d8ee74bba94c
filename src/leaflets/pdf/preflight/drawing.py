"""Operators that draw paths, and fill them (ISO 32000-1, 8.5 and 8.7)."""

from __future__ import annotations

import math
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.matrix import Box, Matrix, bounds, times
from leaflets.pdf.preflight import colours, gradients, paths
from leaflets.pdf.preflight.notes import Key
from leaflets.pdf.preflight.numbers import exactly, matrix_of, numbers_of, rectangle_of
from leaflets.pdf.preflight.painted import HAIR, Colour, Kind
from leaflets.pdf.preflight.paths import Pen
from leaflets.pdf.preflight.state import State
from leaflets.pdf.preflight.writing import Writing

_BARS = 64
"""Bars in one path that are noted one by one; of more the thinnest stands for all."""


class Drawing(Writing):
    """Keeps the path that is being drawn, and notes what it becomes."""

    _pen: Pen
    _clipping: bool

    def _nested(
        self, stream: Any, name: str, state: State, resources: Any = None, key: Key = ()
    ) -> None:
        """Follow a content stream within another."""
        raise NotImplementedError

    # Paths: ISO 32000-1, 8.5.

    def _points(self, operands: bytes, count: int) -> list[paths.Point]:
        a, b, c, d, e, f = self._state.matrix
        values = exactly(2 * count, operands)
        return [
            (a * x + c * y + e, b * x + d * y + f)
            for x, y in zip(values[::2], values[1::2], strict=True)
        ]

    def _begin(self, operands: bytes) -> None:
        self._pen.begin(self._points(operands, 1)[0])

    def _line(self, operands: bytes) -> None:
        self._pen.go(*self._points(operands, 1))

    def _curve(self, operands: bytes) -> None:
        self._pen.go(*self._points(operands, len(operands.split()) // 2))

    def _rectangle(self, operands: bytes) -> None:
        a, b, c, d, e, f = self._state.matrix
        x, y, width, height = exactly(4, operands)
        x0, y0 = a * x + c * y + e, b * x + d * y + f
        across, up = (a * width, b * width), (c * height, d * height)
        x1, y1 = x0 + across[0], y0 + across[1]
        self._pen.rectangle(
            ((x0, y0), (x1, y1), (x1 + up[0], y1 + up[1]), (x0 + up[0], y0 + up[1]))
        )

    def _close_path(self, _: bytes) -> None:
        self._pen.close()

    def _clip(self, _: bytes) -> None:
        self._clipping = True

    def _end_path(self, _: bytes) -> None:
        path = self._pen.path
        if self._clipping:
            self._clipping = False
            if path:
                self._narrow(paths.bounds(path))
        self._pen = Pen()

    def _narrow(self, box: Box) -> None:
        state = self._state
        left = paths.within(box, state.clip)
        if left is None:
            x, y = state.clip[0], state.clip[1]
            left = (x, y, x, y)
        state.clip = left

    def _fill(self, _: bytes) -> None:
        self._fill_path(between=False)
        self._end_path(b"")

    def _fill_between(self, _: bytes) -> None:
        self._fill_path(between=True)
        self._end_path(b"")

    def _stroke(self, _: bytes) -> None:
        self._stroke_path()
        self._end_path(b"")

    def _close_stroke(self, _: bytes) -> None:
        self._pen.close()
        self._stroke(b"")

    def _fill_stroke(self, _: bytes) -> None:
        self._fill_path(between=False)
        self._stroke_path()
        self._end_path(b"")

    def _close_fill_stroke(self, _: bytes) -> None:
        self._pen.close()
        self._fill_stroke(b"")

    def _fill_path(self, *, between: bool) -> None:
        path = self._pen.path
        if not path:
            return
        framed = paths.frame(path) if between else None
        if framed is not None:
            seen = [
                part
                for strip in paths.strips(*framed)
                if (part := paths.within(strip, self._state.clip)) is not None
            ]
            # The sides share their corners: a clip to one side leaves bits of two others.
            sizes = [
                min(part[2] - part[0], part[3] - part[1])
                for part in seen
                if not any(
                    paths.within(part, other) == part for other in seen if other != part
                )
            ]
            self._fill_area(framed[0], min((s for s in sizes if s > 0), default=0.0))
            return
        bars = [paths.sides(subpath) for subpath in path]
        thick = [min(bar) for bar in bars if bar is not None]
        if len(thick) == len(path) and 1 < len(path) <= _BARS and not between:
            for subpath, thickness in zip(path, thick, strict=True):
                self._fill_area(paths.bounds([subpath]), thickness)
            return
        whole = len(thick) == len(path)
        self._fill_area(paths.bounds(path), min(thick) if whole else 0.0)

    def _fill_area(self, box: Box, thickness: float) -> None:
        pattern = self._state.fill_pattern
        if (box[0] == box[2]) != (box[1] == box[3]):
            thickness = HAIR
        if pattern is not None:
            self._patterned(pattern, box, self._state.fill, Kind.FILL, thickness)
        else:
            self._emit(Kind.FILL, box, self._state.fill, thickness=thickness)

    def _stroke_path(self) -> None:
        path, state = self._pen.path, self._state
        if not path:
            return
        thickness = paths.drawn_width(path, abs(state.width), state.matrix)
        a, b, c, d, _, _ = state.matrix
        x0, y0, x1, y1 = paths.bounds(path)
        across = abs(state.width) / 2 * math.hypot(a, c)
        up = abs(state.width) / 2 * math.hypot(b, d)
        box = (x0 - across, y0 - up, x1 + across, y1 + up)
        if state.stroke_pattern is not None:
            self._patterned(state.stroke_pattern, box, state.stroke, Kind.STROKE, thickness)
        else:
            self._emit(Kind.STROKE, box, state.stroke, stroking=True, thickness=thickness)

    # Patterns and gradients: ISO 32000-1, 8.7.

    def _patterned(
        self, pattern: Any, box: Box, colour: Colour, kind: Kind, thickness: float
    ) -> None:
        """Note an area that is filled with a pattern, and what its cell paints."""
        stroking = kind is Kind.STROKE
        if pattern.get("/PatternType") == 2:
            self._gradient(pattern.get("/Shading"), box, stroking=stroking)
            return
        self._emit(
            kind, box, colours.PATTERN.colour(), stroking=stroking, thickness=thickness
        )
        if not isinstance(pattern, pikepdf.Stream):
            raise RenderError("a pattern has nothing to draw")
        seen = paths.within(box, self._state.clip)
        key = ("pattern", pattern.objgen, self._base, seen, colour)
        if seen is None or (pattern.objgen != (0, 0) and self._again(key)):
            return
        state = self._state.copy()
        place = times(matrix_of(pattern.get("/Matrix")), self._base)
        state.fill_pattern = state.stroke_pattern = None
        if pattern.get("/PaintType") == 2:
            state.fill = state.stroke = colour
        else:
            state.fill = state.stroke = colours.GREY.first()
            state.fill_space = state.stroke_space = colours.GREY
        state.matrix, state.clip = self._cell(pattern, place, seen)
        self._nested(pattern, "pattern", state, key=key)

    @staticmethod
    def _cell(pattern: Any, place: Matrix, area: Box) -> tuple[Matrix, Box]:
        """Give the place of one cell that lies on the area, and what is seen of it.

        The first cell stands where the pattern begins, which may be anywhere; if it is
        not on the area, one that lies on the middle of it is taken.
        """
        cell = rectangle_of(pattern.get("/BBox"))
        if cell is None:
            return place, area
        corners = [
            (cell.x0, cell.y0),
            (cell.x1, cell.y0),
            (cell.x1, cell.y1),
            (cell.x0, cell.y1),
        ]
        if seen := paths.within(bounds(corners, place), area):
            return place, seen
        middle = ((area[0] + area[2]) / 2, (area[1] + area[3]) / 2)
        x, y = paths.unplaced(middle, place)
        steps = [
            math.floor((at - low) / step) * step if step else 0.0
            for at, low, step in zip(
                (x, y),
                (cell.x0, cell.y0),
                (_step(pattern, "/XStep"), _step(pattern, "/YStep")),
                strict=True,
            )
        ]
        place = times((1.0, 0.0, 0.0, 1.0, steps[0], steps[1]), place)
        return place, paths.within(bounds(corners, place), area) or area

    def _shade(self, operands: bytes) -> None:
        self._gradient(self._resource("Shading", operands), self._state.clip)

    def _gradient(self, shading: Any, box: Box, *, stroking: bool = False) -> None:
        if not isinstance(shading, pikepdf.Dictionary | pikepdf.Stream):
            raise RenderError("a gradient says nothing of itself")
        space = colours.read(shading.get("/ColorSpace"), self._resources)
        self._emit(
            Kind.SHADING,
            box,
            space.colour(gradients.richest(shading, space)),
            stroking=stroking,
            resource=shading,
        )


def _step(pattern: Any, key: str) -> float:
    """Give how far the cells of a pattern are apart; 0 where it does not say."""
    found = numbers_of(pikepdf.Array([pattern.get(key, 0)]))
    return abs(found[0]) if found else 0.0

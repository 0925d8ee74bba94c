"""Operators that draw paths, and fill them (ISO 32000-1, 8.5 and 8.7)."""

from __future__ import annotations

import math
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.matrix import Box, Matrix, bounds, times
from leaflets.pdf.preflight import colours, gradients, paths
from leaflets.pdf.preflight.numbers import exactly, matrix_of, rectangle_of
from leaflets.pdf.preflight.painted import Colour, Kind
from leaflets.pdf.preflight.paths import Pen
from leaflets.pdf.preflight.state import State
from leaflets.pdf.preflight.writing import Writing

_BARS = 64
"""Bars in one path that are noted one by one; of more the thinnest stands for all."""


class Drawing(Writing):
    """Keeps the path that is being drawn, and notes what it becomes."""

    _pen: Pen
    _clipping: bool
    _drawn: set[tuple[object, ...]]
    """What was followed already on this page, with all that it took over."""

    def _nested(self, stream: Any, name: str, state: State, resources: Any = None) -> None:
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
        if pattern is not None:
            self._patterned(pattern, box, self._state.fill, Kind.FILL, thickness)
        else:
            self._emit(Kind.FILL, box, self._state.fill, thickness=thickness)

    def _stroke_path(self) -> None:
        path, state = self._pen.path, self._state
        if not path:
            return
        a, b, c, d, _, _ = state.matrix
        thickness = abs(state.width) * math.sqrt(abs(a * d - b * c))
        x0, y0, x1, y1 = paths.bounds(path)
        half = thickness / 2
        box = (x0 - half, y0 - half, x1 + half, y1 + half)
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
        if seen is None or (pattern.objgen != (0, 0) and key in self._drawn):
            return
        self._drawn.add(key)
        state = self._state.copy()
        state.matrix = times(matrix_of(pattern.get("/Matrix")), self._base)
        state.fill_pattern = state.stroke_pattern = None
        if pattern.get("/PaintType") == 2:
            state.fill = state.stroke = colour
        else:
            state.fill = state.stroke = colours.GREY.first()
            state.fill_space = state.stroke_space = colours.GREY
        state.clip = self._cell(pattern, state.matrix, seen)
        self._nested(pattern, "pattern", state)

    @staticmethod
    def _cell(pattern: Any, place: Matrix, area: Box) -> Box:
        """Give where the things of a cell may lie: its own bounds if it stands once."""
        cell = rectangle_of(pattern.get("/BBox"))
        if cell is None:
            return area
        corners = [
            (cell.x0, cell.y0),
            (cell.x1, cell.y0),
            (cell.x1, cell.y1),
            (cell.x0, cell.y1),
        ]
        return paths.within(bounds(corners, place), area) or bounds(corners, place)

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

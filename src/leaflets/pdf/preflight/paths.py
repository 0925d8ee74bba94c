"""The shape of a path: its bounds, and how thick it is where it is a bar or a frame.

A path is a list of subpaths; a subpath is a list of points that are already on the page,
in points. Curves are kept by their control points, whose bounds hold the curve.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

from leaflets.errors import RenderError
from leaflets.pdf.matrix import Box, Matrix, around

Point = tuple[float, float]
Subpath = list[Point]

_SQUARE = 1e-3
"""How far, as a share of its sides, a corner may be from a right angle."""


def bounds(path: Sequence[Subpath]) -> Box:
    """Give the bounds of a path that is not empty."""
    return around(list(itertools.chain.from_iterable(path)))


def within(box: Box, clip: Box) -> Box | None:
    """Give what a clip leaves of a box; None if nothing is left."""
    x0, y0 = max(box[0], clip[0]), max(box[1], clip[1])
    x1, y1 = min(box[2], clip[2]), min(box[3], clip[3])
    return (x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None


def sides(subpath: Subpath) -> tuple[float, float] | None:
    """Give the lengths of the sides of a rectangle, turned or not; None if it is none."""
    corners = subpath[:-1] if len(subpath) == 5 and subpath[0] == subpath[4] else subpath
    if len(corners) != 4:
        return None
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    first, second = (bx - ax, by - ay), (dx - ax, dy - ay)
    long, wide = math.hypot(*first), math.hypot(*second)
    slack = _SQUARE * max(long, wide, 1e-6)
    if abs(bx + dx - ax - cx) > slack or abs(by + dy - ay - cy) > slack:
        return None
    if abs(first[0] * second[0] + first[1] * second[1]) > slack * max(long, wide):
        return None
    return long, wide


def drawn_width(path: Sequence[Subpath], width: float, matrix: Matrix) -> float:
    """Give how thick a line of *width* becomes on the page, where it is thinnest.

    A matrix that scales one way more than the other makes lines thicker the one way.
    """
    a, b, c, d, _, _ = matrix
    even = width * math.sqrt(abs(a * d - b * c))
    if abs(math.hypot(a, b) - math.hypot(c, d)) <= _SQUARE * math.hypot(a, b):
        return even
    found = [
        width * math.hypot(d * x - c * y, a * y - b * x) / math.hypot(x, y)
        for subpath in path
        for before, after in itertools.pairwise(subpath)
        for x, y in [(after[0] - before[0], after[1] - before[1])]
        if x or y
    ]
    return min(found, default=even)


def unplaced(point: Point, matrix: Matrix) -> Point:
    """Give where a point of the page is before *matrix*; itself if that cannot be said."""
    a, b, c, d, e, f = matrix
    x, y = point[0] - e, point[1] - f
    area = a * d - b * c
    return ((d * x - c * y) / area, (a * y - b * x) / area) if area else point


def frame(path: Sequence[Subpath]) -> tuple[Box, Box] | None:
    """Give the outer and inner box of a frame: two upright rectangles in each other."""
    if len(path) != 2 or not all(_upright(subpath) for subpath in path):
        return None
    first, second = around(path[0]), around(path[1])
    for outer, inner in ((first, second), (second, first)):
        if within(inner, outer) == inner:
            return outer, inner
    return None


def strips(outer: Box, inner: Box) -> Iterator[Box]:
    """Yield the four sides of a frame."""
    yield outer[0], outer[1], outer[2], inner[1]
    yield outer[0], inner[3], outer[2], outer[3]
    yield outer[0], outer[1], inner[0], outer[3]
    yield inner[2], outer[1], outer[2], outer[3]


def _upright(subpath: Subpath) -> bool:
    if sides(subpath) is None:
        return False
    return len({round(x, 4) for x, _ in subpath}) <= 2


class Pen:
    """Draws a path (ISO 32000-1, 8.5.2)."""

    def __init__(self) -> None:
        self.path: list[Subpath] = []

    def begin(self, at: Point) -> None:
        """Begin a subpath; one of a single point that went before leaves nothing."""
        if self.path and len(self.path[-1]) == 1:
            self.path.pop()
        self.path.append([at])

    def go(self, *through: Point) -> None:
        """Go on by a line or by the points that govern a curve."""
        if not self.path:
            raise RenderError("a line goes on that was never begun")
        self.path[-1] += through

    def close(self) -> None:
        """Go back to where the subpath began."""
        if self.path and self.path[-1][-1] != self.path[-1][0]:
            self.path[-1].append(self.path[-1][0])

    def rectangle(self, corners: Sequence[Point]) -> None:
        """Draw a closed subpath of four corners."""
        self.begin(corners[0])
        self.path[-1] += (*corners[1:], corners[0])

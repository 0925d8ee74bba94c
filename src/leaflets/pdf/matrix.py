"""Coordinates of a page: how a matrix moves points (ISO 32000-1, 8.3)."""

from __future__ import annotations

from collections.abc import Sequence

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, second: Matrix) -> Matrix:
    """Give the matrix that does *first* and then *second*."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def bounds(points: Sequence[tuple[float, float]], matrix: Matrix) -> Box:
    """Give the bounds of some points once they are moved."""
    a, b, c, d, e, f = matrix
    return around([(a * x + c * y + e, b * x + d * y + f) for x, y in points])


def around(points: Sequence[tuple[float, float]]) -> Box:
    """Give the bounds of some points."""
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)

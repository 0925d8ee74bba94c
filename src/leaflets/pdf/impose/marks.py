"""Marks on a sheet: where it is cut and where it is folded, outside the bleed.

They are drawn in the colour ``All``, which every plate prints, and a quarter of a point
wide. A fold is dashed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leaflets.pdf.impose.leaf import POINTS
from leaflets.pdf.matrix import Box

LENGTH = 5 * POINTS
GAP = 0.5 * POINTS
"""Between the bleed and a mark."""

LEAST_OFFSET = 3 * POINTS
"""A mark keeps this off the trim even where nothing bleeds."""

WIDTH = 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """A mark from one point to another, in points."""

    x0: float
    y0: float
    x1: float
    y1: float
    dashed: bool = False


def offset(bleed: float) -> float:
    """Say how far off the trim a mark begins."""
    return max(bleed, LEAST_OFFSET) + GAP


def room(bleed: float) -> float:
    """Say how much room marks need on each side of the trim."""
    return offset(bleed) + LENGTH


def around(
    trim: Box,
    bleed: float,
    *,
    cuts: tuple[Sequence[float], Sequence[float]] = ((), ()),
    folds: Iterable[float] = (),
) -> tuple[Line, ...]:
    """Draw the marks round *trim*: its corners, further cuts (xs, ys), upright folds."""
    x0, y0, x1, y1 = trim
    near = offset(bleed)
    far = near + LENGTH
    uprights = [(x, False) for x in sorted({x0, x1, *cuts[0]})]
    uprights += [(x, True) for x in folds]
    lines = [
        line
        for x, dashed in uprights
        for line in (
            Line(x, y0 - near, x, y0 - far, dashed),
            Line(x, y1 + near, x, y1 + far, dashed),
        )
    ]
    lines += [
        line
        for y in sorted({y0, y1, *cuts[1]})
        for line in (Line(x0 - near, y, x0 - far, y), Line(x1 + near, y, x1 + far, y))
    ]
    return tuple(lines)


def drawn(lines: Iterable[Line]) -> bytes:
    """Give the operators that draw marks; ``All`` is the name of their colour space."""
    parts = [f"q /All CS 1 SCN {WIDTH} w 0 J"]
    dashed = False
    for line in sorted(lines, key=lambda each: each.dashed):
        if line.dashed and not dashed:
            parts.append("[3 2] 0 d")
            dashed = True
        parts.append(f"{line.x0:.4f} {line.y0:.4f} m {line.x1:.4f} {line.y1:.4f} l S")
    return " ".join([*parts, "Q"]).encode()

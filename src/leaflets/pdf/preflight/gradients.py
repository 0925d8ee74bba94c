"""What a gradient yields: how many values, and the colours of its stops.

A function of a shading gives as many values as its colour space has components
(ISO 32000-1, 8.7.4.5.2 and 7.10). Where it does not, most readers draw nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from leaflets.pdf.preflight import limits
from leaflets.pdf.preflight.colours import Space

_STOPS = 256


def yields(function: Any, depth: int = 0) -> int:
    """Count the values that a function gives; 0 where it does not say."""
    if function is None or depth > limits.FORMS:
        return 0
    if isinstance(function, pikepdf.Array):
        return len(function)
    parts = function.get("/Functions")
    if isinstance(parts, pikepdf.Array) and len(parts):
        return yields(parts[0], depth + 1)
    for key, share in (("/C0", 1), ("/C1", 1), ("/Range", 2)):
        values = function.get(key)
        if isinstance(values, pikepdf.Array):
            return len(values) // share
    # An exponential function without C0 and C1 goes from 0 to 1.
    return 1 if function.get("/FunctionType") == 2 else 0


def stops(function: Any, depth: int = 0) -> Iterator[tuple[float, ...]]:
    """Yield the colours that a gradient goes through, as far as they are written down."""
    if function is None or depth > limits.FORMS:
        return
    if isinstance(function, pikepdf.Array):
        each = [list(stops(part, depth + 1)) for part in list(function)[:32]]
        if all(each):
            yield from (
                tuple(piece[place][0] for piece in each)
                for place in range(min(len(piece) for piece in each))
            )
        return
    parts = function.get("/Functions")
    if isinstance(parts, pikepdf.Array):
        for part in list(parts)[:_STOPS]:
            yield from stops(part, depth + 1)
        return
    for key in ("/C0", "/C1"):
        values = function.get(key)
        if isinstance(values, pikepdf.Array):
            yield tuple(float(value) for value in values)


def richest(shading: Any, space: Space) -> tuple[float, ...]:
    """Give the stop with the greatest sum of inks; empty if no stop can be read."""
    best: tuple[float, ...] = ()
    most = -1.0
    for stop in stops(shading.get("/Function")):
        inks = space.colour(stop).inks
        if inks is not None and sum(inks) > most:
            best, most = stop, sum(inks)
    return best

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
from leaflets.pdf.preflight.numbers import numbers_of

_STOPS = 256
"""Functions within functions that are looked at."""

_PARTS = 32
"""Functions side by side, one for each ink, that are looked at."""


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


def stops(function: Any) -> Iterator[tuple[float, ...]]:
    """Yield the colours that a gradient goes through, as far as they are written down."""
    if isinstance(function, pikepdf.Array):
        each = [list(stops(part)) for part in list(function)[:_PARTS]
                if not isinstance(part, pikepdf.Array)]  # fmt: skip
        if all(each):
            yield from (
                tuple(piece[place][0] for piece in each)
                for place in range(min(map(len, each), default=0))
            )
        return
    waiting = [function]
    for _ in range(_STOPS):
        if not waiting:
            return
        part = waiting.pop()
        if not isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
            continue
        parts = part.get("/Functions")
        if isinstance(parts, pikepdf.Array):
            waiting += list(parts)[:_STOPS][::-1]
            continue
        for key in ("/C0", "/C1"):
            values = numbers_of(part.get(key))
            if values:
                yield tuple(values)


def richest(shading: Any, space: Space) -> tuple[float, ...]:
    """Give the stop with the greatest sum of inks; empty if no stop can be read."""
    best: tuple[float, ...] = ()
    most = -1.0
    for stop in stops(shading.get("/Function")):
        inks = space.colour(stop).inks
        if inks is not None and sum(inks) > most:
            best, most = stop, sum(inks)
    return best

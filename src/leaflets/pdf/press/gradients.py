"""Say the colours of gradients in inks.

Under an output intent of four inks the engine writes gradients whose function yields
three values in a space of four, which most readers do not draw at all. Each stretch
between two stops becomes one in inks. The engine runs from stop to stop in sRGB; inks
that run straight would pass through other colours, so a stretch is cut into pieces. One
that begins or ends in inks runs straight in inks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.errors import RenderError
from leaflets.pdf.enginecolours import Inked
from leaflets.pdf.press.separation import Separation

PIECES = 16
"""Of a stretch between two colours; more make no difference that is seen."""


def separate(shading: Any, separation: Separation, *, mask: bool) -> None:
    """Rewrite one shading of the engine in inks, or in grey for a soft mask."""
    if shading["ColorSpace"] == "/DeviceGray":
        if not mask:
            raise RenderError("a gradient of light stands outside a soft mask")
        return
    shading["ColorSpace"] = "/DeviceGray" if mask else "/DeviceCMYK"
    shading["Function"] = _function(shading["Function"], separation, mask=mask)


def plain(pattern: Any, group: Any, shading: bytes) -> Any:
    """Give a pattern that is a gradient, or None if it is more than one.

    For a gradient in a drawing the engine makes a tile, with a group in it that shows the
    gradient once; poppler 22.12 draws some of them not at all. Where that is all there is
    in the tile, the gradient can be the pattern itself (ISO 32000-1, 8.7.4.2). *group* is
    the only form of the pattern, *shading* the reference of its only gradient.
    """
    shown = [operation.partition(b" ")[2] for operation in pattern.stream[-1:]]
    whole = pattern.stream[:-1] in ([b"/a1 gs"], []) and shown == [b"Do"]
    if not whole or [op.partition(b" ")[2] for op in group.stream] != [b"sh"]:
        return None
    made = pydyf.Dictionary(
        {
            "Type": "/Pattern",
            "PatternType": 2,
            "Shading": shading,
            "Matrix": pattern.extra["Matrix"],
        }
    )
    made.number = pattern.number
    return made


def _function(function: Any, separation: Separation, *, mask: bool) -> Any:
    if function["FunctionType"] == 3:
        parts = [_function(f, separation, mask=mask) for f in function["Functions"]]
        function["Functions"] = pydyf.Array(parts)
        return function
    start, stop, power = function["C0"], function["C1"], float(function["N"])
    if mask:
        return _straight(_light(start, separation), _light(stop, separation), power)
    inked = isinstance(start[0], Inked) or isinstance(stop[0], Inked)
    if inked or list(start) == list(stop) or (_grey(start) and _grey(stop)):
        return _straight(_inks(start, separation), _inks(stop, separation), power)
    points = [
        _inks(start, separation),
        *(_inks(each, separation) for each in _between(start, stop, power)),
        _inks(stop, separation),
    ]
    return _joined([_straight(a, b, 1.0) for a, b in pairwise(points)])


def _between(
    start: Sequence[float], stop: Sequence[float], power: float
) -> Iterator[list[float]]:
    for number in range(1, PIECES):
        share = (number / PIECES) ** power
        yield [a + share * (b - a) for a, b in zip(start, stop, strict=True)]


def _grey(value: Sequence[float]) -> bool:
    """Say whether a colour is black ink alone, which is as straight as its grey."""
    return len(set(value)) == 1


def _inks(value: Sequence[float], separation: Separation) -> list[float]:
    first = value[0]
    if isinstance(first, Inked):
        return list(first.inks)
    return list(separation.inks("DeviceRGB", tuple(float(v) for v in value)))


def _light(value: Sequence[float], separation: Separation) -> list[float]:
    return [separation.light("DeviceRGB", tuple(float(v) for v in value))]


def _straight(start: Sequence[float], stop: Sequence[float], power: float) -> Any:
    """Make a function from one colour to another (ISO 32000-1, 7.10.3)."""
    return pydyf.Dictionary(
        {
            "FunctionType": 2,
            "Domain": pydyf.Array((0, 1)),
            "C0": pydyf.Array(start),
            "C1": pydyf.Array(stop),
            "N": power,
        }
    )


def _joined(functions: Sequence[Any]) -> Any:
    """Make one function of several of the same length (ISO 32000-1, 7.10.4)."""
    count = len(functions)
    return pydyf.Dictionary(
        {
            "FunctionType": 3,
            "Domain": pydyf.Array((0, 1)),
            "Encode": pydyf.Array((0, 1) * count),
            "Bounds": pydyf.Array(number / count for number in range(1, count)),
            "Functions": pydyf.Array(functions),
        }
    )

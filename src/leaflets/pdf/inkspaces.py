"""Tell a colour space of inks from one of light, and a gradient that cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

DEPTH = 24
"""How deep forms, patterns and colour spaces may lie in each other."""


def shading_problems(shading: Any) -> Iterator[str]:
    """Say what is wrong with a gradient: its space, or how many values it yields."""
    if shading is None:
        return
    space = shading.get("/ColorSpace")
    if kind := not_ink(space):
        yield f"a gradient in {kind}"
        return
    values = _values_of(shading.get("/Function"))
    if values and values != _components(space):
        # Most readers draw nothing at all, a few something wrong.
        yield f"a gradient of {values} values in a space of {_components(space)}"


def _values_of(function: Any, depth: int = 0) -> int:
    """Count what a function of a gradient yields; 0 if it does not say."""
    if function is None or depth > DEPTH:
        return 0
    if isinstance(function, pikepdf.Array):
        return len(function)
    if parts := items(function.get("/Functions")):
        return _values_of(parts[0], depth + 1)
    return len(items(function.get("/C0"))) or len(items(function.get("/Range"))) // 2


def _components(space: Any) -> int:
    if isinstance(space, pikepdf.Array) and len(space) > 1:
        if space[0] == pikepdf.Name.ICCBased:
            return int(space[1].get("/N", 0))
        if space[0] == pikepdf.Name.DeviceN:
            return len(space[1])
    return 4 if space == pikepdf.Name.DeviceCMYK else 1


def not_ink(space: Any, depth: int = 0) -> str:
    """Name a colour space that is not ink; empty if it is, or grey."""
    if space is None or depth > DEPTH:
        return ""
    if isinstance(space, pikepdf.Name):
        return "DeviceRGB" if space in {pikepdf.Name.DeviceRGB, pikepdf.Name.RGB} else ""
    if not isinstance(space, pikepdf.Array) or not len(space):
        return ""
    family = str(space[0])[1:]
    if family in {"CalRGB", "Lab"}:
        return family
    if family == "ICCBased":
        return "an RGB profile" if int(space[1].get("/N", 0)) == 3 else ""
    if family in {"Indexed", "Pattern", "I"} and len(space) > 1:
        return not_ink(space[1], depth + 1)
    if family in {"Separation", "DeviceN"} and len(space) > 2:
        return not_ink(space[2], depth + 1)
    return "DeviceRGB" if family in {"DeviceRGB", "RGB"} else ""


def items(array: Any) -> list[Any]:
    """Give what is in an array; nothing if it is none."""
    return list(array) if isinstance(array, pikepdf.Array) else []

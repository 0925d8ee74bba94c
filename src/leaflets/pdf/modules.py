"""Look at the modules of a QR code one by one: contrast, quiet zone, size.

After ISO/IEC 15415, which grades symbols by their reflectance; here the picture of a page
stands for the print, so that only what the file itself gets wrong is seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from leaflets.pdf.codes import Code

QUIET = 4
"""Modules of paper around a QR code (ISO/IEC 18004, 9.1)."""

CONTRAST = 0.55
"""Least contrast: grade B of ISO/IEC 15415."""

SPARE = 0.62
"""Least part of the error correction that is left: grade A of ISO/IEC 15415; a file has
no dirt and no scratches yet."""

SMALL = 0.4
"""Side in mm of the smallest module that any telephone reads."""

TINY = 0.25
"""Side in mm of a module that few of them read."""


def side(code: Code) -> float:
    """Give the side of a module in points; 0 for a code without modules."""
    if not code.modules:
        return 0.0
    (x0, y0), (x1, y1) = code.corners[0], code.corners[1]
    return math.hypot(x1 - x0, y1 - y0) / code.modules


def contrast(code: Code) -> float:
    """Give how far its light modules are lighter than its dark ones, from 0 to 1.

    Symbol contrast of ISO/IEC 15415, between the middles of the two halves.
    """
    values = sorted(_inside(code))
    if len(values) < 4:
        return 0.0
    middle = (values[0] + values[-1]) / 2
    dark = [value for value in values if value <= middle]
    light = [value for value in values if value > middle]
    if not light:
        return 0.0
    return (light[len(light) // 2] - dark[len(dark) // 2]) / 255


def quiet(code: Code) -> int:
    """Give how many modules wide the free zone around the code is: 4 is whole."""
    values = sorted(_inside(code))
    if not values:
        return 0
    middle = (values[0] + values[-1]) / 2
    for ring in range(QUIET):
        if any(value is None or value <= middle for value in _ring(code, ring)):
            return ring
    return QUIET


def _inside(code: Code) -> Iterator[float]:
    size = code.modules
    for row in range(size):
        for column in range(size):
            value = _value(code, column + 0.5, row + 0.5)
            if value is not None:
                yield value


def _ring(code: Code, ring: int) -> Iterator[float | None]:
    """Give what stands in the middle of each module of a ring around the code."""
    near, far = -ring - 0.5, code.modules + ring + 0.5
    for step in range(-ring - 1, code.modules + ring + 1):
        along = step + 0.5
        yield _value(code, along, near)
        yield _value(code, along, far)
        yield _value(code, near, along)
        yield _value(code, far, along)


def _value(code: Code, across: float, down: float) -> float | None:
    """Give how light a place of the code is, counted in modules; None beyond the paper."""
    a, b = across / code.modules, down / code.modules
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = code.corners
    # Between the four corners, and on beyond them.
    x = (1 - a) * (1 - b) * x0 + a * (1 - b) * x1 + a * b * x2 + (1 - a) * b * x3
    y = (1 - a) * (1 - b) * y0 + a * (1 - b) * y1 + a * b * y2 + (1 - a) * b * y3
    column, row = code.window.pixel(x, y)
    width, height = code.window.picture.size
    if not (0 <= column < width and 0 <= row < height):
        return None
    return float(code.window.picture.getpixel((int(column), int(row))))

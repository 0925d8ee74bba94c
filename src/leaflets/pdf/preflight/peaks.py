"""The most ink that an image lays on a square millimetre.

A lone dark pixel does no harm: ink fails to dry where much of it lies on some area, so
the mean over one millimetre is taken, at the size in which the image stands on the page.
"""

from __future__ import annotations

from math import hypot

from PIL import Image

from leaflets.pdf.preflight.painted import ImageFacts
from leaflets.pdf.preflight.pixels import ink_sums
from leaflets.pdf.preflight.sight import MM

_CELLS = 4
"""Cells in a millimetre that the window is moved by."""

_MOST_CELLS = 6_000_000
"""Cells of an image; a larger one (some 60 by 60 cm) is looked at more coarsely."""


def greatest_ink(image: ImageFacts, unless_over: float) -> float:
    """Give the greatest mean over 1 mm, in percent of one ink.

    Where no pixel has more than *unless_over* the greatest pixel is given, which is no
    less. Raises Unmeasured for an image that cannot be read.
    """
    a, b, c, d, _, _ = image.matrix
    wide, high = max(hypot(a, b) / MM, 1e-3), max(hypot(c, d) / MM, 1e-3)
    cells = min(_CELLS, (_MOST_CELLS / (wide * high)) ** 0.5)
    size = (_cells(wide * cells, image.width), _cells(high * cells, image.height))
    sums = ink_sums(image.stream, size)
    peak = _peak(sums)
    if peak <= unless_over:
        return peak
    return _windows(sums, max(1, round(size[0] / wide)), max(1, round(size[1] / high)))


def _cells(wanted: float, pixels: int) -> int:
    return max(1, min(pixels, round(wanted)))


def _windows(sums: Image.Image, across: int, down: int) -> float:
    """Give the greatest mean of all windows of so many cells."""
    across, down = min(across, sums.width), min(down, sums.height)
    best = 0.0
    for left in range(across):
        for top in range(down):
            columns, rows = (sums.width - left) // across, (sums.height - top) // down
            if columns and rows:
                part = (left, top, left + columns * across, top + rows * down)
                means = sums.resize((columns, rows), Image.Resampling.BOX, box=part)
                best = max(best, _peak(means))
    return best


def _peak(sums: Image.Image) -> float:
    found = sums.getextrema()[1]
    assert isinstance(found, (int, float))
    return float(found)

"""How light a colour of a page is."""

from __future__ import annotations

from collections.abc import Sequence


def lightness(colour: Sequence[float]) -> float:
    """Relative luminance of a colour as a content stream names it (WCAG 2.2).

    One number is a grey, three are sRGB, four are inks, taken without a profile: what
    matters is whether paper and text can be told apart. Anything else is a pattern, and
    counts as black.

    >>> lightness((1, 1, 1)), lightness((0, 0, 0, 0)), round(lightness((0, 0, 0, 0.8)), 2)
    (1.0, 1.0, 0.03)
    """
    if len(colour) == 1:
        red = green = blue = colour[0]
    elif len(colour) == 3:
        red, green, blue = colour
    elif len(colour) == 4:
        cyan, magenta, yellow, black = colour
        red, green, blue = ((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow))
    else:
        return 0.0
    parts = 0.2126 * _linear(red), 0.7152 * _linear(green), 0.0722 * _linear(blue)
    return round(sum(parts), 6)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

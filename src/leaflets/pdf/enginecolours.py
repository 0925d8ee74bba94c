"""Mend a fault of the engine: it breaks off at a gradient, blur or bevel in inks.

WeasyPrint 70.0 turns colours into sRGB to draw gradients, blurred shadows, and the light
and dark sides of bevelled borders (``groove``, ``inset``, ``outset``, ``ridge``), but does
not know how to of ``device-cmyk()``, ``lab()``, ``oklch()`` and their like
(``tinycss2.color4.Color.to``); in a gradient it takes the black ink for the opacity.
Here every colour can be turned into sRGB. One of inks remembers its inks, so that
the finisher gives back exactly these; on a screen the sum of the inks is what is seen.

It also takes the values of a bevel, from 0 to 1, for percents, so that both sides are
nearly black (``draw.color.darken``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tinycss2 import color4, color5  # type: ignore[import-untyped]
from weasyprint import images
from weasyprint.draw import color as bevels
from weasyprint.pdf.stream import Stream
from weasyprint.svg import defs

_TO = color4.Color.to
_AVERAGE = images.gradient_average_color
_DARKEN, _LIGHTEN = bevels.darken, bevels.lighten
_GRADIENT = images.Gradient.__init__
_SET_RGB = Stream.set_color_rgb
_SVG_COLOR = defs.color

_FROM_XYZ = {
    "xyz-d50": (
        (3.1341359, -1.6173863, -0.4906619),
        (-0.9787955, 1.9162543, 0.0334427),
        (0.0719554, -0.2289768, 1.4053860),
    ),
    "xyz-d65": (
        (3.2409699, -1.5373832, -0.4986108),
        (-0.9692436, 1.8759675, 0.0415551),
        (0.0556301, -0.2039770, 1.0569715),
    ),
}
"""From CIE XYZ to linear sRGB (CSS Color 4, section 18), white points D50 and D65."""

_WHITE = {"lab": "xyz-d50", "lch": "xyz-d50", "oklab": "xyz-d65", "oklch": "xyz-d65"}


class Inked(float):
    """One value of sRGB that stands in for inks."""

    inks: tuple[float, ...]
    """The four inks of the colour that this is a third of, from 0 to 1."""


def inked(red: float, green: float, blue: float, inks: tuple[float, ...]) -> list[Inked]:
    """Give the three values of a colour that stands in for *inks*."""
    values = [Inked(value) for value in (red, green, blue)]
    for value in values:
        value.inks = inks
    return values


def to(colour: Any, space: str) -> Any:
    """Turn a colour into *space*, where the engine cannot.

    What stands in for inks goes on standing in for them.
    """
    if space == colour.space:
        same = color5.Color(space, (), colour.alpha)
        # Not ``value or 0``, which would put a plain 0 for one that stands in for inks.
        same.coordinates = tuple(0.0 if v is None else v for v in colour.coordinates)
        return same
    if space != "srgb" or colour.space in {"hsl", "hwb"}:
        return _TO(colour, space)
    return _srgb(colour)


def _srgb(colour: Any) -> Any:
    if colour.space == "device-cmyk":
        cyan, magenta, yellow, black = inks = tuple(colour.coordinates)
        paper = 1 - black
        values: Sequence[float] = inked(
            (1 - cyan) * paper, (1 - magenta) * paper, (1 - yellow) * paper, inks
        )
    elif colour.space in _WHITE or colour.space in _FROM_XYZ:
        space = _WHITE.get(colour.space, colour.space)
        xyz = _TO(colour, space).coordinates
        values = [
            _encoded(sum(part * x for part, x in zip(row, xyz, strict=True)))
            for row in _FROM_XYZ[space]
        ]
    else:
        # A profile of the style sheet's own: four values are inks, three are light.
        values = [value or 0 for value in colour.coordinates]
        if len(values) == 4:
            return _srgb(color5.Color("device-cmyk", values, colour.alpha))
        values = (values * 3)[:3]
    made = color5.Color("srgb", (), colour.alpha)
    made.coordinates = tuple(values)
    return made


def _encoded(linear: float) -> float:
    linear = min(max(linear, 0.0), 1.0)
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def gradient(self: Any, stops: Any, *rest: Any) -> None:
    """Make a gradient of stops in sRGB."""
    _GRADIENT(self, stops, *rest)
    self.colors = tuple(
        colour if isinstance(colour, str) else to(colour, "srgb") for colour in self.colors
    )


def set_color_rgb(
    self: Any, red: float, green: float, blue: float, stroke: bool = False
) -> None:
    """Paint in a colour of sRGB, or in the inks that it stands in for."""
    if isinstance(red, Inked):
        self.set_color_space("DeviceCMYK", stroke)
        self.set_color_special(None, stroke, *red.inks)
    else:
        _SET_RGB(self, red, green, blue, stroke)


def average(colours: Sequence[Any], positions: Sequence[float]) -> Any:
    """Give the mean colour of a gradient that has no length."""
    return _AVERAGE([to(colour, "srgb") for colour in colours], positions)


def darken(colour: Any) -> Any:
    """Give the dark side of a bevel."""
    return _in_percent(_DARKEN(colour))


def lighten(colour: Any) -> Any:
    """Give the light side of a bevel."""
    return _in_percent(_LIGHTEN(colour))


def _in_percent(colour: Any) -> Any:
    colour.coordinates = tuple(value * 100 for value in colour.coordinates)
    return colour


def svg_colour(text: str) -> Any:
    """Read a stop of a gradient in a drawing, in sRGB."""
    return to(_SVG_COLOR(text), "srgb")


def mend() -> None:
    """Let the engine use these functions; a second time changes nothing."""
    color4.Color.to = to
    images.gradient_average_color = average
    images.Gradient.__init__ = gradient
    Stream.set_color_rgb = set_color_rgb
    bevels.darken, bevels.lighten = darken, lighten
    defs.color = svg_colour

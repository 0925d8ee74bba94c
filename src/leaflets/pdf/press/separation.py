"""What each colour of a document is in the inks of its press, or as light in a mask."""

from __future__ import annotations

from collections.abc import Mapping

from leaflets.errors import RenderError
from leaflets.pdf import colour
from leaflets.pdf.colour import Inks
from leaflets.pdf.intent import Condition

Values = tuple[float, ...]

_LUMINOSITY = (0.3, 0.59, 0.11)
"""Shares of red, green and blue in the light of a soft mask (ISO 32000-1, 11.5.3)."""

_LAB = {"lab-d50", "lab-d65"}
"""The engine's names for its two Lab spaces."""


class Separation:
    """Separates the colours of one document."""

    def __init__(self, condition: Condition, profiles: Mapping[str, bytes]) -> None:
        self.condition = condition
        self._profiles = profiles
        self._known: dict[tuple[str, Values], Inks] = {}

    def inks(self, space: str, values: Values) -> Inks:
        """Give the inks of a colour in one of the engine's spaces.

        Raises RenderError for a space that is not known.
        """
        key = (space, values)
        if key not in self._known:
            self._known[key] = self._inks(space, values)
        return self._known[key]

    def light(self, space: str, values: Values) -> float:
        """Give the luminosity of a colour, from 0 to 1."""
        if space == "DeviceGray":
            return values[0]
        if space == "DeviceRGB":
            red, green, blue = values
            return sum(
                share * value
                for share, value in zip(_LUMINOSITY, (red, green, blue), strict=True)
            )
        *colours, black = self.inks(space, values)
        shares = zip(_LUMINOSITY, colours, strict=True)
        return 1 - min(1.0, sum(share * ink for share, ink in shares) + black)

    def _inks(self, space: str, values: Values) -> Inks:
        if space == "DeviceCMYK" and len(values) == 4:
            cyan, magenta, yellow, black = values
            return cyan, magenta, yellow, black
        if space == "DeviceRGB" and len(values) == 3:
            red, green, blue = (round(min(max(v, 0.0), 1.0) * 255) for v in values)
            return colour.to_inks(red, green, blue, self.condition)
        if space == "DeviceGray" and len(values) == 1:
            return 0.0, 0.0, 0.0, round(1 - values[0], 4)
        if space in _LAB and len(values) == 3:
            return colour.lab_to_inks(*values, condition=self.condition)
        if space in self._profiles:
            given = self._profiles[space]
            return colour.profiled_to_inks(values, given, self.condition)
        raise RenderError(
            f"a colour in the space {space!r} cannot be separated into inks",
            hint="write the colour in sRGB or as device-cmyk()",
        )

"""Read colour spaces, and what ink a colour in one of them means (ISO 32000-1, 8.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.preflight import limits
from leaflets.pdf.preflight.opening import stream_bytes
from leaflets.pdf.preflight.painted import Colour

Inks = tuple[float, float, float, float]

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""Names of the inks that every press has."""

_DEVICE = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_TABLE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """A colour space, as far as the questions ask."""

    family: str
    components: int
    colorants: tuple[str, ...] = ()
    alternate: str = ""
    base: Space | None = None
    """Of Indexed: what its numbers stand for; of Pattern: the space of uncoloured cells."""

    table: bytes = b""
    """Of Indexed: the colours of the base, one after the other."""

    profile: tuple[int, int] = (0, 0)

    def colour(self, values: Sequence[float] = ()) -> Colour:
        """Give a colour in this space; without values that of an image or a pattern."""
        if self.family == "Indexed" and self.base is not None:
            return self.base.colour(self._looked_up(values))
        given = tuple(values)
        return Colour(
            space=self.family,
            components=self.components,
            values=given,
            inks=self._inks(given) if len(given) == self.components else None,
            colorants=self.colorants,
            alternate=self.alternate,
            profile=self.profile,
        )

    def first(self) -> Colour:
        """Give the colour that stands once the space is chosen (ISO 32000-1, 8.6.3)."""
        if self.family == "Pattern":
            return self.colour()
        if self.family == "Indexed":
            return self.colour((0.0,))
        if self.family in {"Separation", "DeviceN"}:
            return self.colour((1.0,) * self.components)
        if self.components == 4:
            return self.colour((0.0, 0.0, 0.0, 1.0))
        return self.colour((0.0,) * self.components)

    def _looked_up(self, values: Sequence[float]) -> tuple[float, ...]:
        if not values or self.base is None:
            return ()
        count = self.base.components
        place = max(0, int(values[0])) * count
        return tuple(byte / 255 for byte in self.table[place : place + count])

    def _inks(self, values: tuple[float, ...]) -> Inks | None:
        part = tuple(min(1.0, max(0.0, value)) for value in values)
        family = self.family
        if family == "DeviceCMYK" or (family == "ICCBased" and len(part) == 4):
            return part[0], part[1], part[2], part[3]
        if family in {"DeviceGray", "CalGray"} or (family == "ICCBased" and len(part) == 1):
            return 0.0, 0.0, 0.0, 1.0 - part[0]
        if family == "Separation" and self.colorants == ("All",):
            return part * 4  # type: ignore[return-value]
        if family in {"Separation", "DeviceN"}:
            sums = dict.fromkeys(PROCESS, 0.0)
            for name, value in zip(self.colorants, part, strict=False):
                if name in sums:
                    sums[name] = value
                elif name != "None":
                    return None
            return sums["Cyan"], sums["Magenta"], sums["Yellow"], sums["Black"]
        return None


GREY = Space(family="DeviceGray", components=1)
RGB = Space(family="DeviceRGB", components=3)
CMYK = Space(family="DeviceCMYK", components=4)
PATTERN = Space(family="Pattern", components=0)
_NAMED = {"DeviceGray": GREY, "DeviceRGB": RGB, "DeviceCMYK": CMYK, "Pattern": PATTERN}


def read(space: Any, resources: Any = None, depth: int = 0) -> Space:
    """Read a colour space; names that are not the device's are looked up in *resources*.

    Raises RenderError for what is none.
    """
    if depth > limits.FORMS:
        raise RenderError("colour spaces lie in each other without end")
    if isinstance(space, pikepdf.Name):
        return _named(str(space)[1:], resources, depth)
    if not isinstance(space, pikepdf.Array) or not len(space):
        raise RenderError("a colour space is neither a name nor an array")
    family = str(space[0])[1:]
    family = _SHORT.get(family, family)
    if len(space) == 1:
        return _named(family, resources, depth + 1)
    if family == "ICCBased":
        return _profiled(space[1])
    if family in {"CalGray", "CalRGB", "Lab"}:
        return Space(family=family, components=1 if family == "CalGray" else 3)
    if family == "Indexed":
        base = read(space[1], resources, depth + 1)
        return Space(
            family=family,
            components=1,
            base=base,
            table=_table(space[3]) if len(space) > 3 else b"",
        )
    if family == "Pattern":
        base = read(space[1], resources, depth + 1)
        return Space(family=family, components=base.components, base=base)
    if family in {"Separation", "DeviceN"}:
        names = [space[1]] if family == "Separation" else list(space[1])
        return Space(
            family=family,
            components=len(names),
            colorants=tuple(str(name)[1:] for name in names),
            alternate=deepest(read(space[2], resources, depth + 1)),
        )
    raise RenderError(f"the colour space {family!r} is not known")


def deepest(space: Space) -> str:
    """Name a space for what stands at its end: an RGB profile says so."""
    if space.base is not None:
        return deepest(space.base)
    return (
        "ICC RGB" if space.family == "ICCBased" and space.components == 3 else space.family
    )


def _named(name: str, resources: Any, depth: int) -> Space:
    found = _NAMED.get(_SHORT.get(name, name))
    if found is not None:
        return found
    spaces = resources.get("/ColorSpace") if resources is not None else None
    if not isinstance(spaces, pikepdf.Dictionary) or f"/{name}" not in spaces:
        raise RenderError(f"the colour space {name!r} is not in the resources")
    return read(spaces[f"/{name}"], resources, depth + 1)


def _profiled(stream: Any) -> Space:
    if not isinstance(stream, pikepdf.Stream):
        raise RenderError("an ICC-based colour space has no profile")
    count = int(stream.get("/N", 0))
    if count not in {1, 3, 4}:
        raise RenderError(f"an ICC-based colour space has {count} components")
    return Space(family="ICCBased", components=count, profile=stream.objgen)


def _table(table: Any) -> bytes:
    if isinstance(table, pikepdf.Stream):
        return stream_bytes(table, _TABLE)
    return bytes(table)[:_TABLE]

"""The colour space of an image, as far as it says which inks its values are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.preflight import limits
from leaflets.pdf.preflight.opening import UNREADABLE, stream_bytes


@dataclass(frozen=True, slots=True)
class Space:
    """The colour space of an image, as far as it says inks."""

    bands: int
    """Values of a pixel (of its table's entries, if it has one)."""

    additive: bool = False
    """True for grey: 0 is black, and full is paper."""

    every: bool = False
    """True for Separation All, which stands on all four plates."""

    table: bytes = b""
    """Of an Indexed image: its entries, one after the other."""

    @property
    def most(self) -> float:
        """The greatest sum of inks that it can say, in percent."""
        if not self.table:
            return 400.0 if self.every else 100.0 * self.bands
        rows = range(0, len(self.table) - self.bands + 1, self.bands)
        entries = [self.table[row : row + self.bands] for row in rows]
        sums = [self._sum(entry) for entry in entries]
        return max(sums, default=0.0)

    def _sum(self, entry: bytes) -> float:
        full = sum(255 - value if self.additive else value for value in entry) / 2.55
        return full * 4 if self.every else full


def space_of(found: Any, depth: int = 0) -> Space | None:
    """Read a colour space; None for one of light, or one that says no inks."""
    if depth > limits.FORMS:
        return None
    if isinstance(found, pikepdf.Name):
        return _device(str(found)[1:])
    if not isinstance(found, pikepdf.Array) or not len(found):
        return None
    try:
        return _by_array(found, depth)
    except (RenderError, *UNREADABLE):
        return None


def _device(name: str) -> Space | None:
    if name in {"DeviceGray", "G", "CalGray"}:
        return Space(1, additive=True)
    return Space(4) if name in {"DeviceCMYK", "CMYK"} else None


def _by_array(found: Any, depth: int) -> Space | None:
    family = str(found[0])[1:]
    if family == "ICCBased":
        bands = int(found[1].get("/N", 0))
        return Space(1, additive=True) if bands == 1 else Space(4) if bands == 4 else None
    if family == "Separation":
        return Space(1, every=found[1] == pikepdf.Name("/All"))
    if family == "DeviceN":
        bands = len(found[1])
        return Space(bands) if bands else None
    if family in {"Indexed", "I"} and len(found) > 3:
        base = space_of(found[1], depth + 1)
        if base is None or base.table:
            return None
        named = found[3]
        table = stream_bytes(named) if isinstance(named, pikepdf.Stream) else bytes(named)
        return Space(base.bands, base.additive, base.every, table[: 256 * base.bands])
    return _device(family)

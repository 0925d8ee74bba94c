"""The colour space of an image, as far as it says which inks its values are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from leaflets.errors import RenderError
from leaflets.pdf.preflight import colours
from leaflets.pdf.preflight.opening import UNREADABLE


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


def space_of(found: Any) -> Space | None:
    """Read a colour space; None for one of light, or one that says no inks."""
    try:
        read = colours.read(found)
    except (RenderError, *UNREADABLE):
        return None
    base = read if read.family != "Indexed" else read.base
    if base is None or (base is not read and not read.table):
        return None
    grey = base.family in {"DeviceGray", "CalGray"}
    inks = base.family in {"DeviceCMYK", "Separation", "DeviceN"}
    profiled = base.family == "ICCBased" and base.components != 3
    if not (grey or inks or profiled):
        return None
    return Space(
        base.components,
        additive=grey or (profiled and base.components == 1),
        every=base.colorants == ("All",),
        table=read.table[: 256 * base.components],
    )

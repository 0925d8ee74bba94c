"""Folded as a Z: A4 across, the six panels of a DL leaflet, all of one width.

It opens like a fan and lies flat without a narrower flap, which suits thick paper.
"""

from __future__ import annotations

from dataclasses import replace

from leaflets.formats.base import FORMATS
from leaflets.formats.folded import FOLDED

FOLDED_Z = FORMATS.add(
    "folded-z",
    replace(
        FOLDED,
        name="folded-z",
        title="Folded (A4 to DL, Z fold)",
        width=99.0,
        imposition="z",
        panels=(99.0,) * 6,
    ),
)

"""Folded: A4 across, folded twice to the six panels of a DL leaflet (roll fold).

The flap is 3 mm narrower than the other panels, or it would not lie flat inside.
"""

from __future__ import annotations

from leaflets.formats.base import FORMATS
from leaflets.model.format import Format

FOLDED = FORMATS.add(
    "folded",
    Format(
        name="folded",
        title="Folded (A4 to DL, roll fold)",
        width=100.0,
        height=210.0,
        margin=(10.5, 6.0, 9.0, 6.0),
        bleed=3.0,
        text=11.0,
        colour="cmyk",
        variant="press",
        links=False,
        evidence="short",
        spec="offset-coated",
        for_shop=True,
        imposition="roll",
        panels=(100.0, 100.0, 100.0, 97.0, 97.0, 100.0),
    ),
)

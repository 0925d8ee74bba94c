"""Press: A5 with bleed, CMYK, for a print shop (PDF/X-4)."""

from leaflets.formats.base import FORMATS
from leaflets.model.format import Format

PRESS = FORMATS.add(
    "press",
    Format(
        name="press",
        title="Press (A5, 3 mm bleed)",
        bleed=3.0,
        colour="cmyk",
        variant="press",
        links=False,
        spec="offset-coated",
        for_shop=True,
    ),
)

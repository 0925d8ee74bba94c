"""Booklet: A5 pages two by two on A4, for an office printer, to fold and staple."""

from leaflets.formats.base import FORMATS
from leaflets.model.format import Format

BOOKLET = FORMATS.add(
    "booklet",
    Format(
        name="booklet",
        title="Booklet (A5, printed on A4)",
        # Two lines of a band in the upper margin, and still 5 mm of rim.
        margin=(17.5, 12.0, 14.5, 12.0),
        colour="cmyk",
        variant="press",
        links=False,
        spec="in-house",
        imposition="booklet",
    ),
)

"""Very large print: A4 at 24 pt, for those for whom 18 pt is too small (UKAAF G003)."""

from dataclasses import replace

from leaflets.formats.base import FORMATS
from leaflets.formats.large import LARGE

LARGE_24 = FORMATS.add(
    "large-24",
    replace(
        LARGE,
        name="large-24",
        title="Very large print (A4, 24 pt)",
        # Two lines of a band in the upper margin.
        margin=(26.0, 16.0, 20.0, 16.0),
        text=24.0,
    ),
)

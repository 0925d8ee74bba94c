"""Large print: A4 at 18 pt, set anew and not blown up (UKAAF G003)."""

from leaflets.formats.base import FORMATS
from leaflets.model.format import Format

LARGE = FORMATS.add(
    "large",
    Format(
        name="large",
        title="Large print (A4)",
        width=210.0,
        height=297.0,
        margin=(21.0, 18.0, 19.0, 18.0),
        text=18.0,
        hyphenate=False,
    ),
)

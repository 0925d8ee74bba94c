"""Bilingual: a translation beside its original, row by row, for patients and staff (A4)."""

from leaflets.formats.base import FORMATS
from leaflets.model.format import Format

BILINGUAL = FORMATS.add(
    "bilingual",
    Format(
        name="bilingual",
        title="Two languages (A4)",
        width=210.0,
        height=297.0,
        margin=(18.0, 14.0, 17.0, 14.0),
        beside=True,
    ),
)

"""Braille: one BRF file, 40 cells by 25 lines a page, for an embosser or a braille display."""

from leaflets.formats.base import FORMATS
from leaflets.model.format import Format

BRAILLE = FORMATS.add(
    "braille",
    Format(
        name="braille",
        title="Braille",
        extension="brf",
        variant="braille",
        links=False,
        hyphenate=False,
        columns=40,
        lines=25,
    ),
)

"""Text: plain text, a paragraph a line, for whoever reads with a program of their own."""

from leaflets.formats.base import FORMATS
from leaflets.model.format import Format

TEXT = FORMATS.add(
    "text",
    Format(
        name="text",
        title="Plain text",
        extension="txt",
        variant="text",
        links=False,
        hyphenate=False,
    ),
)

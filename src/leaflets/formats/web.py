"""Web: one accessible HTML file that holds all it needs, the twin of the PDF."""

from leaflets.formats.base import FORMATS
from leaflets.model.format import Format

WEB = FORMATS.add(
    "web",
    Format(name="web", title="Web page", extension="html", variant="html", hyphenate=False),
)

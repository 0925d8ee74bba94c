"""Audio: a script that a synthesiser or a person reads aloud (SSML 1.1)."""

from leaflets.formats.base import FORMATS
from leaflets.model.format import Format

AUDIO = FORMATS.add(
    "audio",
    Format(
        name="audio",
        title="Audio script",
        extension="ssml",
        variant="ssml",
        links=False,
        hyphenate=False,
    ),
)

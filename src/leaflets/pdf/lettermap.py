"""Say for each glyph which letters it stands for, and never nothing.

The engine notes the letters of a glyph when it first draws it. Where several glyphs
draw one cluster of letters, all but one stand for nothing, and an empty entry breaks
the map of the font for every reader (ISO 19005-3, 6.2.11.7.2; ISO 14289-1, 7.21.7).
Such a glyph stands for U+2060, which has no width, no meaning and breaks no word, until
it is seen to stand for letters.
"""

from __future__ import annotations

from typing import Any

NOTHING = "\u2060"


class LetterMap(dict[int, str]):
    """Letters by glyph number; the first that are not nothing count."""

    def __contains__(self, glyph: object) -> bool:
        """Say whether letters are known, so that the engine looks again if not."""
        return isinstance(glyph, int) and self.get(glyph, NOTHING) != NOTHING

    def __setitem__(self, glyph: int, letters: str) -> None:
        super().__setitem__(glyph, letters or NOTHING)


class Fonts(dict[Any, Any]):
    """The fonts of a document, to be put in the place of the engine's own."""

    def __setitem__(self, key: Any, font: Any) -> None:
        font.to_unicode = LetterMap()
        super().__setitem__(key, font)

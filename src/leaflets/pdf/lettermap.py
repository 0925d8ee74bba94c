"""Say for each glyph which letters it stands for, and never nothing.

The engine notes the letters of a glyph when it first draws it. Where several glyphs
draw one cluster of letters, all but one stand for nothing, and an empty entry breaks
the map of the font for every reader (ISO 19005-3, 6.2.11.7.2; ISO 14289-1, 7.21.7).
Such a glyph stands for U+2060, which has no width, no meaning and breaks no word, until
it is seen to stand for letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

NOTHING = "\u2060"
_NONE: Mapping[int, int] = MappingProxyType({})


class LetterMap(dict[int, str]):
    """Letters by glyph number; the first that are not nothing count."""

    def __init__(self, *, silent: bool = False, missing: Mapping[int, int] = _NONE) -> None:
        """*missing* gives the glyph that stands for a letter which the font lacks."""
        super().__init__()
        self._silent = silent
        self._missing = missing

    def __contains__(self, glyph: object) -> bool:
        """Say whether letters are known, so that the engine looks again if not."""
        return isinstance(glyph, int) and self.get(glyph, NOTHING) != NOTHING

    def __setitem__(self, glyph: int, letters: str) -> None:
        super().__setitem__(glyph, letters or NOTHING)

    def items(self) -> Any:
        """Give what is written into the file: spaces only, if others say the words.

        What the font lacks keeps its letter, for the file will be refused by its name.
        """
        if not self._silent:
            return super().items()
        lacked = set(self._missing.values())
        return {
            glyph: letters if glyph in lacked else " " for glyph, letters in super().items()
        }.items()


class Fonts(dict[Any, Any]):
    """The fonts of a document, to be put in the place of the engine's own.

    With *silent* the glyphs of all fonts stand for spaces, and ``pieces`` takes down
    what is drawn, for a text layer of its own to say it. With *spaced* the glyphs say
    it themselves, and so also the spaces at the ends of lines (``lineends``).
    """

    def __init__(self, *, silent: bool = False, spaced: bool = False) -> None:
        super().__init__()
        self.silent = silent
        self.spaced = spaced
        self.pieces: list[Any] | None = [] if silent else None

    def __setitem__(self, key: Any, font: Any) -> None:
        font.to_unicode = LetterMap(silent=self.silent, missing=font.missing)
        super().__setitem__(key, font)

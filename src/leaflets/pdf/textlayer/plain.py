"""Which text the engine's own text layer says truly.

The engine gives each glyph of a font one meaning for the whole file. That is true where
one glyph is one letter, whatever stands beside it, and where letters stand in the order
in which they are read. Marks, joined scripts and all that runs from right to left have
no such meaning, and need a layer of their own.
"""

from __future__ import annotations

import unicodedata

from fontTools import unicodedata as scripts

_LETTER_BY_LETTER = frozenset(
    (
        "Latn",
        "Grek",
        "Cyrl",
        "Armn",
        "Geor",
        "Ethi",
        "Zyyy",
        "Hani",
        "Hira",
        "Kana",
        "Hang",
        "Bopo",
    )
)
"""Scripts in which a letter is a glyph; ``Zyyy`` are the signs that all share."""

_STRONG_LEFTWARD = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))
_UNSEEN = frozenset(("Cf", "Cc"))


def is_plain(text: str) -> bool:
    """Say whether every character of *text* is a letter that keeps its own glyph."""
    return all(map(_plain, set(text)))


def _plain(character: str) -> bool:
    if character < "\u0300":
        return True
    if unicodedata.category(character) in _UNSEEN:
        return unicodedata.bidirectional(character) not in _STRONG_LEFTWARD
    return (
        scripts.script(character) in _LETTER_BY_LETTER
        and unicodedata.category(character)[0] != "M"
        and unicodedata.bidirectional(character) not in _STRONG_LEFTWARD
    )

"""T307: no character is hidden."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from leaflets.catalogs.guards.base import guards_that
from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Said

_JOINERS = {"\u200c", "\u200d"}
"""The two invisible characters that spelling needs, in Persian and in the Indic scripts."""

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})

_LIKE_NOTHING = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5\ufe0f")
"""Letters and marks that are drawn as nothing, though Unicode calls them visible
(Default_Ignorable_Code_Point, and the blank Braille pattern)."""


@guards_that(
    "T307",
    Example(tag="ar", words="Tea.", good="شاي.", bad="شاي.\u202e"),
    Example(tag="ar", words="Tea.", good="شاي.", bad="\u2067شاي.\u2069"),
    Example(tag="pl", words="Tea.", good="Herbata.", bad="Her\u00adbata."),
    Example(tag="zh-Hans", words="Tea.", good="茶。", bad="茶\u200b。"),
    Example(tag="fa", words="You can.", good="می\u200cتوانید.", bad="می\ufeffتوانید."),
    Example(tag="pl", words="Tea.", good="Herbata.", bad="Herbata\u3164."),
)
def nothing_is_hidden(pair: Pair) -> Iterator[Said]:
    """A translation holds no control, bidirectional, unassigned or blank character.

    UAX 9: direction is the page's to set, so that even balanced controls are refused.
    """
    if pair.said.chars <= _VISIBLE:
        return
    for char in sorted(pair.said.chars - _VISIBLE):
        if is_hidden(char):
            name = unicodedata.name(char, "control")
            yield f"holds a hidden character: U+{ord(char):04X} {name}"
        else:
            _VISIBLE.add(char)


_VISIBLE: set[str] = set()
"""Characters found to be visible: the same ones come again and again."""


def is_hidden(char: str) -> bool:
    """Say whether no reader can see a character."""
    hidden = unicodedata.category(char) in _HIDDEN and char not in _JOINERS
    return hidden or char in _LIKE_NOTHING

"""How much a Text has changed: whether its old translation may be offered again.

A translator who is handed "Take it" over a translation of "Do not take it" may miss the
difference. So where a negation or a figure came, went or changed, nothing is pre-filled.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from leaflets.model.facts import placed_in

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")

_ENGLISH = """
no not never none nobody nothing nowhere neither nor without cannot unless except stop
avoid only before after every more less fewer most least
zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty
fifty hundred thousand million half third quarter double twice once
"""

_CRITICAL = {"en": frozenset(_ENGLISH.split())}
"""Words of an original's language that turn its meaning or count; a language that is not
here is never pre-filled once its words have changed."""


def same(before: str, now: str) -> bool:
    """Say whether two runs of words differ in nothing but spaces and Unicode form."""
    return _folded(before) == _folded(now)


def is_critical(before: str, now: str, language: str) -> bool:
    """Say whether a negation or a figure differs between two runs of words.

    >>> is_critical("Take it daily.", "Do not take it daily.", "en")
    True
    """
    words = _CRITICAL.get(language.partition("-")[0])
    if words is None:
        return True
    return _signs(before, words) != _signs(now, words)


def _folded(words: str) -> str:
    return _SPACE.sub(" ", unicodedata.normalize("NFC", words)).strip()


def _signs(text: str, critical: frozenset[str]) -> Counter[str]:
    signs = Counter(f"{{{name}.{field}}}" for name, field in placed_in(text))
    for match in _WORD.finditer(text.casefold()):
        word = match[0].replace("’", "'")
        if word in critical or any(char.isdigit() for char in word):
            signs[word] += 1
        elif word.endswith("n't"):
            signs["not"] += 1
    return signs

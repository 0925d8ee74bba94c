"""How much a Text has changed: whether its old translation may be offered again.

A translator who is handed "Take it" over a translation of "Do not take it" may miss the
difference. So where a negation, a figure, a fact, a word that says how sure we are, or an
opposite came, went or changed places, nothing is pre-filled.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from leaflets.catalogs.cues import cues_of, known
from leaflets.model.facts import placed_in
from leaflets.model.wording import Wording

Placed = tuple[tuple[str, str], ...]

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+")

_STARTS = ("un", "in", "im", "ir", "il", "non", "dis", "ab", "a", "mis", "under", "over")
"""What turns an English word into its opposite: safe, unsafe."""

_ENDS = (("ful", "less"),)


def folded(words: str) -> str:
    """Give words in one Unicode form, with single spaces between them."""
    if words.isascii() and words.isprintable() and "  " not in words:
        return words.strip()  # most originals, and quicker
    return _SPACE.sub(" ", unicodedata.normalize("NFC", words)).strip()


def same(before: str, now: str) -> bool:
    """Say whether two runs of words differ in nothing but spaces and Unicode form."""
    return before == now or folded(before) == folded(now)


def is_critical(
    before: str, now: str, language: str, wording: Wording | None = None
) -> bool:
    """Say whether the meaning may have turned between two runs of words of an original.

    *language* is its BCP 47 tag, *wording* what the project knows of it; where neither
    the project nor the program knows its negations, any change is critical.

    >>> is_critical("Take it daily.", "Do not take it daily.", "en")
    True
    >>> is_critical("Tea is warm.", "Tea is hot.", "en")
    False
    """
    if not known(language, wording):
        return not same(before, now)
    old = cues_of(before, language, wording, widely=True)
    new = cues_of(now, language, wording, widely=True)
    if old != new or not _same_facts(placed_in(before), placed_in(now)):
        return True
    return language.partition("-")[0] == "en" and _opposed(before, now)


def _same_facts(before: Placed, now: Placed) -> bool:
    """Say whether the same facts stand in the same order, whole or in the same parts.

    A fact that stood whole may now stand in parts, as a plural asks for.
    """
    if before == now:
        return True
    whole = any(not field for _, field in before) or any(not field for _, field in now)
    return whole and [n for n, _ in groupby(_names(before))] == [
        n for n, _ in groupby(_names(now))
    ]


def _names(placed: Placed) -> list[str]:
    return [name for name, _ in placed]


def _opposed(before: str, now: str) -> bool:
    """Say whether a word of one text is the opposite of one in the other, by its form."""
    old = set(_WORD.findall(before.casefold()))
    new = set(_WORD.findall(now.casefold()))
    gone, come = old - new, new - old
    return any(
        opposite in others
        for words, others in ((gone, come), (come, gone))
        for word in words
        if len(word) > 2
        for opposite in _opposites(word)
    )


def _opposites(word: str) -> Iterator[str]:
    yield from (start + word for start in _STARTS)
    for end, other in _ENDS:
        if word.endswith(end):
            yield word.removesuffix(end) + other

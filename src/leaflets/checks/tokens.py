"""Words to tokens and sentences, in any script.

A token is a run of letters, marks and digits, or one other character. Python's word
characters leave out the vowel signs of the Indic scripts, so the marks are listed here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from leaflets.catalogs.reading import CITED

_IGNORED = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
"""Arabic vowel marks and tatweel: writing with and without them is the same."""

_ENDS = ".!?؟۔।॥။၊።՞…"
_FULL_ENDS = "。！？"
_CLOSERS = "”’\"'»)\\]）」』›“"
_OPENERS = "\"'“„”«‹(\\[（「『"
_CUT = re.compile(
    rf"[{_ENDS}{_FULL_ENDS}](?:"
    rf"(?<=[{_ENDS}])[{_ENDS}]*(?:[{_CLOSERS}]|\s*{CITED})*\s+"
    rf"(?=[{_OPENERS}]*([^\s{_OPENERS}{CITED}]))"
    rf"|(?<=[{_FULL_ENDS}])[{_FULL_ENDS}]*(?:[{_CLOSERS}]|\s*{CITED})*\s*(?=[^\s{CITED}])"
    rf")"
)
"""The end of a sentence, and the next one's first letter where case may tell.

The first mark stands before the choice, so that the engine can leap from one to the next."""


@cache
def _marks() -> frozenset[str]:
    """Give the marks that are set on letters, which Python calls no word characters."""
    blocks = ((0x300, 0x1E00), (0x20D0, 0x2100), (0x3099, 0x309B), (0xA66F, 0xAC00))
    letters = (chr(n) for first, last in blocks for n in range(first, last))
    return frozenset(letter for letter in letters if unicodedata.category(letter)[0] == "M")


@cache
def _token() -> re.Pattern[str]:
    # Runs of each, for one letter after the other would be a choice for every letter.
    marks = "".join(sorted(_marks()))
    return re.compile(rf"(?:[^\W_]+|[{marks}]+)+|[^\w\s\u200c\u200d]|_")


_UNMARKED = re.compile(r"[^\W_]+|[^\w\s\u200c\u200d]|_")
_SIMPLE = re.compile(r"\w+|[^\w\s\u200c\u200d]")
"""The same where no marks stand, and where no low line stands either: much quicker."""


def fold(words: str) -> str:
    """Fold words for comparison: NFC, no case, plain apostrophes, no vowel marks."""
    if words.isascii():
        return words.lower()
    words = unicodedata.normalize("NFC", words).replace("’", "'").casefold()
    return _IGNORED.sub("", words)


def tokens_of(chars: frozenset[str]) -> Callable[[str], list[str]]:
    """Give what splits words that are made of some characters into tokens."""
    if not chars.isdisjoint(_marks()):
        return _token().findall
    return _UNMARKED.findall if "_" in chars else _SIMPLE.findall


@lru_cache(maxsize=65536)
def folded(token: str) -> str:
    """Fold one token, or remember how it was folded."""
    return fold(token)


def sentences(tagged: str) -> list[str]:
    """Split tagged words into sentences; citations belong to the one before them.

    A sentence ends with a mark that a space and no small letter follows, or with a
    full-width mark. Words that are nothing but marks are no sentence.
    """
    made, start = [], 0
    for match in _CUT.finditer(tagged):
        if not (match[1] and match[1].islower()):
            made.append(tagged[start : match.end()])
            start = match.end()
    if start < len(tagged):
        made.append(tagged[start:])
    return made

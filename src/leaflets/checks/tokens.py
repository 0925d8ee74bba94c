"""Words to tokens and sentences, in any script.

A token is a run of letters, marks and digits, or one other character. Python's word
characters leave out the vowel signs of the Indic scripts, so the marks are listed here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from leaflets.catalogs.reading import CITED

WITHOUT_SPACES = frozenset({"Hans", "Hant", "Jpan", "Thai", "Khmr", "Mymr", "Laoo"})
"""Scripts that set no space between words: a pattern is looked for anywhere."""

_IGNORED = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
"""Arabic vowel marks and tatweel: writing with and without them is the same."""

_ENDS = frozenset(".!?؟۔।॥。！？።၊။។՞…")
_ENDS_WITHOUT_SPACE = frozenset("。！？")
_CLOSERS = frozenset("”’\"'»)]）」』›“„" + CITED)


class Token(NamedTuple):
    """One token: as it is compared, as it is written, and which sentence it is in."""

    folded: str
    written: str
    start: int
    end: int
    sentence: int


@cache
def _token() -> re.Pattern[str]:
    marks = []
    for first, last in (
        (0x300, 0x1E00),
        (0x20D0, 0x2100),
        (0x3099, 0x309B),
        (0xA66F, 0xAC00),
    ):
        marks += [
            chr(n) for n in range(first, last) if unicodedata.category(chr(n))[0] == "M"
        ]
    return re.compile(rf"(?:[^\W_]|[{''.join(marks)}])+|[^\w\s\u200c\u200d]|_")


def fold(words: str) -> str:
    """Fold words for comparison: NFC, no case, plain apostrophes, no vowel marks."""
    if words.isascii():
        return words.lower()
    words = unicodedata.normalize("NFC", words).replace("’", "'").casefold()
    return _IGNORED.sub("", words)


def split(words: str) -> list[tuple[str, int, int]]:
    """Split words into tokens with their places."""
    return [(m[0], m.start(), m.end()) for m in _token().finditer(words)]


@lru_cache(maxsize=65536)
def folded(token: str) -> str:
    """Fold one token, or remember how it was folded."""
    return fold(token)


def tokens(tagged: str) -> tuple[list[Token], int]:
    """Give the tokens of some tagged words, and the number of their sentences.

    A sentence ends with a mark that a space and no small letter follows, or with a
    full-width mark.
    """
    parts = split(tagged)
    made: list[Token] = []
    sentence, count = 0, len(parts)
    ended = words = False
    new = tuple.__new__  # half the time of calling Token
    for index, (written, start, end) in enumerate(parts):
        if written not in _CLOSERS:
            if ended:
                sentence += 1
                ended = False
            words = True
        made.append(new(Token, (folded(written), written, start, end, sentence)))
        if written in _ENDS:
            after = index + 1
            while after < count and parts[after][0] in _CLOSERS:
                after += 1
            ended = after == count or (
                written in _ENDS_WITHOUT_SPACE
                or (
                    parts[after][1] > parts[after - 1][2]
                    and not parts[after][0][0].islower()
                )
            )
    return made, sentence + 1 if words else 0

"""What a listener is told of a document, one thing after the other.

Two readings of the same leaflet become comparable as lists of `Heard`: a heading with its
level, a list with the number of its items, a table with its rows, a link with its name
and where it leads, a picture with its description, and words, each in their language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from urllib.parse import urlsplit, urlunsplit

LINES = "\u00ad\u2010\u200b\u2060\ufeff"
"""Where a line may break or may not, and the hyphen that stands where one does."""

DIRECTIONS = "\u061c\u200e\u200f\u2066\u2067\u2068\u2069"
SILENT = dict.fromkeys(map(ord, LINES + DIRECTIONS))
"""What is not heard. Joiners (U+200C, U+200D) are part of a word."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that a listener is told."""

    kind: str
    words: str = ""
    lang: str = ""

    def __str__(self) -> str:
        return " ".join(
            filter(None, (self.kind, self.lang and f"[{self.lang}]", self.words))
        )


@dataclass(slots=True)
class Listener:
    """Takes down what is told; words that belong together become one thing."""

    told: list[Heard] = field(default_factory=list)
    _words: list[tuple[str, str]] = field(default_factory=list)

    def hear(self, words: str, lang: str) -> None:
        """Hear a stretch of words."""
        self._words.append((words, lang))

    def mark(self, words: str, lang: str) -> None:
        """Hear the mark of an item: its number without the point, or its bullet."""
        number = "".join(filter(str.isalnum, words))
        self.note("mark", number or words, lang)

    def note(self, kind: str, words: str = "", lang: str = "") -> int:
        """Hear something that is not words alone; give its place."""
        self.rest()
        self.told.append(Heard(kind, plain(words), lang))
        return len(self.told) - 1

    def rest(self) -> None:
        """End the words that were heard so far."""
        stretches: list[tuple[str, str]] = []
        for words, lang in self._words:
            if stretches and (stretches[-1][1] == lang or not plain(words)):
                stretches[-1] = (stretches[-1][0] + words, stretches[-1][1])
            elif plain(words):
                stretches.append((words, lang))
        self._words.clear()
        self.told += [Heard("words", plain(words), lang) for words, lang in stretches]


def address(target: str) -> str:
    """Write an address as browsers do: the path of a host is never empty."""
    parts = urlsplit(target)
    return urlunsplit(parts._replace(path=parts.path or "/")) if parts.netloc else target


def plain(words: str) -> str:
    """Give words without what is not heard: no white space, and one way to write letters."""
    bare = unicodedata.normalize("NFC", words.translate(SILENT))
    return re.sub(r"\s+", "", bare)


def apart(one: Sequence[Heard], other: Sequence[Heard]) -> Iterator[tuple[str, str]]:
    """Yield where two readings part: what the one says there, and what the other."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind != "equal":
            yield tuple(
                _shortest(list(map(str, one[start:end])), list(map(str, other[begin:stop])))
            )


def _shortest(one: list[str], other: list[str]) -> list[str]:
    """Cut two long things down to the place where they part."""
    left, right = " / ".join(one), " / ".join(other)
    alike = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), 0
    )
    start = max(0, alike - 20) if min(len(left), len(right)) > 60 else 0
    lead = "…" if start else ""
    return [
        lead + each[start : start + 160] if each else "nothing" for each in (left, right)
    ]

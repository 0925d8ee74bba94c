"""Find the patterns of a language's word lists in running words.

A pattern is a word or several; a ``*`` at its end stands for any ending of the last word,
at its start for any beginning of the first. Where a language writes no spaces it may
stand anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LETTER = r"[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff]"
_WORD = re.compile(rf"(?:{_LETTER})+(?:'(?:{_LETTER})+)*|%")
"""A word with its marks, or a per cent sign; Python's ``\\w`` leaves vowel signs out."""

_UNSPACED = frozenset({"zh", "ja", "th", "km", "my", "lo", "yue", "wuu"})
"""Languages that write no spaces."""

FIGURE = "figure"
"""Kind of what is found without a pattern: digits in any script, a per cent sign."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at a place."""

    kind: str
    value: str
    after: str
    """The word behind it; empty at the end."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words to look for; the first may have any beginning, the last any ending."""

    words: tuple[str, ...]
    kind: str
    value: str
    begins: bool
    ends: bool

    @property
    def loose(self) -> bool:
        """True where the first word may be another than it is written here."""
        return self.begins or (self.ends and len(self.words) == 1)

    def opens(self, word: str) -> bool:
        """Say whether a word may be the first of a loose pattern."""
        first = self.words[0]
        front = self.begins and word.endswith(first)
        return front or (self.ends and len(self.words) == 1 and word.startswith(first))

    def fits(self, tokens: list[str], at: int) -> bool:
        """Say whether the pattern stands at a place."""
        last = len(self.words) - 1
        if at + last >= len(tokens):
            return False
        for i, word in enumerate(self.words):
            token = tokens[at + i]
            if token == word:
                continue
            front = self.begins and i == 0 and token.endswith(word)
            back = self.ends and i == last and token.startswith(word)
            if not (front or back):
                return False
        return True


class Finder:
    """The patterns of a language that parts its words."""

    def __init__(self, patterns: list[Pattern]) -> None:
        self._exact: dict[str, list[Pattern]] = {}
        self._loose = [pattern for pattern in patterns if pattern.loose]
        for pattern in patterns:
            if not pattern.loose:
                self._exact.setdefault(pattern.words[0], []).append(pattern)
        self._firsts: dict[str, tuple[Pattern, ...]] = {}
        """Patterns that may begin with a word, for the words met so far."""

    def find(self, words: str) -> Iterator[Found]:
        """Yield what stands in some words, in order, the longest pattern at each place."""
        tokens = _WORD.findall(_folded(words))
        at = 0
        while at < len(tokens):
            word = tokens[at]
            hit = next((p for p in self._of(word) if p.fits(tokens, at)), None)
            at += len(hit.words) if hit else 1
            after = tokens[at] if at < len(tokens) else ""
            if hit is not None:
                yield Found(hit.kind, hit.value, after)
            elif word == "%" or any(char.isnumeric() for char in word):
                yield Found(FIGURE, word, after)

    def _of(self, word: str) -> tuple[Pattern, ...]:
        if word not in self._firsts:
            if len(self._firsts) > 50_000:
                self._firsts.clear()
            loose = [pattern for pattern in self._loose if pattern.opens(word)]
            found = sorted([*self._exact.get(word, ()), *loose], key=_longest_first)
            self._firsts[word] = tuple(found)
        return self._firsts[word]


class UnspacedFinder(Finder):
    """The patterns of a language that writes no spaces."""

    def __init__(self, patterns: list[Pattern]) -> None:
        super().__init__([])
        self._kinds = {"".join(p.words): (p.kind, p.value) for p in reversed(patterns)}
        named = sorted((re.escape(word) for word in self._kinds), key=len, reverse=True)
        self._expression = re.compile("|".join([*named, r"\d+"]))

    def find(self, words: str) -> Iterator[Found]:
        """Yield what stands in some words, in order, the longest pattern at each place."""
        for match in self._expression.finditer("".join(_folded(words).split())):
            kind, value = self._kinds.get(match[0], (FIGURE, match[0]))
            after = match.string[match.end() : match.end() + 2]
            yield Found(kind, value, after)


def pattern(written: str, kind: str, value: str = "") -> Pattern | None:
    """Read a pattern as a word list writes it; None where no word is in it.

    What is found is called *kind*, and *value*, or by its own words where that is empty.
    """
    bare = _folded(written, stars=True).strip()
    words = tuple(_WORD.findall(bare))
    if not words:
        return None
    value = value or " ".join(words)
    return Pattern(words, kind, value, begins=bare.startswith("*"), ends=bare.endswith("*"))


def finder(patterns: Iterable[Pattern | None], language: str) -> Finder:
    """Make patterns ready to be looked for; of two with the same words the first counts.

    *language* is a BCP 47 tag.
    """
    kept: dict[tuple[str, ...], Pattern] = {}
    for each in patterns:
        if each is not None:
            kept.setdefault(each.words, each)
    # Longer phrases first, so that "not sure" is one thing and "not" none besides.
    ordered = sorted(kept.values(), key=_longest_first)
    unspaced = language.partition("-")[0] in _UNSPACED
    return UnspacedFinder(ordered) if unspaced else Finder(ordered)


def _folded(words: str, *, stars: bool = False) -> str:
    """Fold case, Unicode form and apostrophes; emphasis goes, a pattern's stars stay."""
    text = unicodedata.normalize("NFC", words).casefold().replace("’", "'")
    return text if stars else text.replace("*", "")


def _longest_first(pattern: Pattern) -> tuple[int, bool]:
    return -len(pattern.words), pattern.loose

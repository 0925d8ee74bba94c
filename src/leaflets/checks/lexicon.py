"""Find the words that matter in a text: all patterns of a language in one pass.

Each token is looked up whole, by its beginnings and by its endings; what was found for a
token is remembered, since the same words come again and again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from leaflets.catalogs.reading import Reading
from leaflets.checks.tokens import Token, fold, split, tokens


class Hit(NamedTuple):
    """One pattern found: of which kind, with which value, where."""

    kind: str
    value: str
    start: int
    end: int
    sentence: int
    words: str


class _Part(NamedTuple):
    """One token of a pattern."""

    words: str
    before: bool
    """Any beginning comes before it."""

    after: bool
    """Any ending follows it."""

    def fits(self, token: str) -> bool:
        """Say whether a token is one of those that the part stands for."""
        if self.before:
            return self.words in token if self.after else token.endswith(self.words)
        return token.startswith(self.words) if self.after else token == self.words


class _Pattern(NamedTuple):
    kind: str
    value: str
    parts: tuple[_Part, ...]


Patterned = tuple[str, str, Iterable[str]]
"""A kind, a value, and the patterns that say it."""

_REMEMBERED = 50_000


class Scan:
    """What a lexicon found in one text."""

    def __init__(self, words: list[Token], sentences: int, hits: list[Hit]) -> None:
        self.tokens = words
        self.sentences = sentences
        self._hits: dict[str, list[Hit]] = {}
        self._said: dict[str, frozenset[str]] = {}
        self._longest: dict[str, list[Hit]] = {}
        for hit in hits:
            self._hits.setdefault(hit.kind, []).append(hit)

    def of(self, kind: str) -> list[Hit]:
        """Hits of one kind; the longer of two that stand on one another."""
        hits = self._hits.get(kind, [])
        if len(hits) < 2:
            return hits
        if kind not in self._longest:
            self._longest[kind] = [
                hit for hit in hits if not any(_inside(hit, other) for other in hits)
            ]
        return self._longest[kind]

    def outside(self, kind: str, *others: str) -> list[Hit]:
        """Hits of one kind that no hit of the other kinds covers."""
        if kind not in self._hits:
            return []
        covering = [hit for other in others for hit in self._hits.get(other, ())]
        return [
            hit
            for hit in self.of(kind)
            if not any(covers(cover, hit) for cover in covering)
        ]

    def said(self, kind: str) -> frozenset[str]:
        """Values of the hits of one kind."""
        if kind not in self._hits:
            return _NONE
        if kind not in self._said:
            self._said[kind] = frozenset(hit.value for hit in self.of(kind))
        return self._said[kind]

    def values(self, kind: str) -> frozenset[str]:
        """Values of one kind, those inside longer hits too."""
        return frozenset(hit.value for hit in self._hits.get(kind, ()))


_NONE: frozenset[str] = frozenset()


def covers(wide: Hit, hit: Hit) -> bool:
    """Say whether a hit stands within another."""
    return wide.start <= hit.start and hit.end <= wide.end


def _inside(hit: Hit, other: Hit) -> bool:
    wider = other.end - other.start > hit.end - hit.start
    return wider and other.start <= hit.start and hit.end <= other.end


class Lexicon:
    """The patterns of one language."""

    def __init__(self, patterned: Iterable[Patterned], *, spaced: bool) -> None:
        self._spaced = spaced
        self._whole: dict[str, list[_Pattern]] = {}
        self._beginnings: dict[int, dict[str, list[_Pattern]]] = {}
        self._endings: dict[int, dict[str, list[_Pattern]]] = {}
        self._inner: list[_Pattern] = []
        self._letters: dict[str, list[_Pattern]] = {}
        self._known: dict[str, tuple[_Pattern, ...]] = {}
        self._scans: dict[str, Scan] = {}
        for kind, value, patterns in patterned:
            for pattern in patterns:
                self._add(kind, value, pattern)

    def scan(self, reading: Reading) -> Scan:
        """Find every pattern in some words."""
        tagged = reading.tagged
        scan = self._scans.get(tagged)
        if scan is None:
            made, sentences = tokens(tagged)
            hits = self._in_tokens(made) if self._spaced else self._in_letters(made, tagged)
            scan = Scan(made, sentences, hits)
            if len(self._scans) > _REMEMBERED:
                self._scans.clear()
            self._scans[tagged] = scan
        return scan

    def _add(self, kind: str, value: str, pattern: str) -> None:
        if not self._spaced:
            run = "".join(fold(pattern).replace("*", "").split())
            if run:
                held = _Pattern(kind, value, (_Part(run, before=True, after=True),))
                self._letters.setdefault(run[0], []).append(held)
            return
        parts = tuple(part for word in pattern.split() for part in _parts(word))
        if not parts:
            return
        held, first = _Pattern(kind, value, parts), parts[0]
        if first.before and first.after:
            self._inner.append(held)
        elif first.before:
            ends = self._endings.setdefault(len(first.words), {})
            ends.setdefault(first.words, []).append(held)
        elif first.after:
            begins = self._beginnings.setdefault(len(first.words), {})
            begins.setdefault(first.words, []).append(held)
        else:
            self._whole.setdefault(first.words, []).append(held)

    def _candidates(self, token: str) -> tuple[_Pattern, ...]:
        found = list(self._whole.get(token, ()))
        for size, held in self._beginnings.items():
            if size <= len(token):
                found += held.get(token[:size], ())
        for size, held in self._endings.items():
            if size <= len(token):
                found += held.get(token[-size:], ())
        found += [inner for inner in self._inner if inner.parts[0].words in token]
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        known = self._known[token] = tuple(found)
        return known

    def _in_tokens(self, made: list[Token]) -> list[Hit]:
        hits: list[Hit] = []
        count = len(made)
        known = self._known
        for index, token in enumerate(made):
            candidates = known.get(token[0])
            if candidates is None:
                candidates = self._candidates(token[0])
            for pattern in candidates:
                kind, value, parts = pattern
                size = len(parts)
                if size > 1 and not _goes_on(pattern, made, index, count):
                    continue
                words = token[1]
                if size > 1:
                    words = " ".join(t.written for t in made[index : index + size])
                hits.append(Hit(kind, value, index, index + size, token[4], words))
        return hits

    def _in_letters(self, made: list[Token], tagged: str) -> list[Hit]:
        """Find patterns anywhere; the places are those of letters."""
        hits: list[Hit] = []
        text = tagged.lower()
        if len(text) != len(tagged):  # a letter that grows when it is made small
            text = tagged
        sentence_of = {place: t.sentence for t in made for place in range(t.start, t.end)}
        for place, letter in enumerate(text):
            for pattern in self._letters.get(letter, ()):
                run = pattern.parts[0].words
                if text.startswith(run, place):
                    hits.append(
                        Hit(
                            pattern.kind,
                            pattern.value,
                            place,
                            place + len(run),
                            sentence_of.get(place, 0),
                            run,
                        )
                    )
        return hits


def _parts(word: str) -> list[_Part]:
    """Split one word of a pattern: "n't" is three tokens, of which one ends with "n"."""
    pieces = [piece for piece, _, _ in split(fold(word.strip("*")))]
    last = len(pieces) - 1
    return [
        _Part(
            piece,
            before=index == 0 and word.startswith("*") and piece[0].isalnum(),
            after=index == last and word.endswith("*") and piece[0].isalnum(),
        )
        for index, piece in enumerate(pieces)
    ]


def _goes_on(pattern: _Pattern, made: list[Token], index: int, count: int) -> bool:
    if index + len(pattern.parts) > count:
        return False
    for part in pattern.parts[1:]:
        index += 1
        token = made[index][0]
        if token != part[0] and not ((part[1] or part[2]) and part.fits(token)):
            return False
    return True

"""Find the words that matter in a text: all patterns of a language in one pass.

Each token is looked up whole, by its beginnings and by its endings; what was found for a
token is remembered, since the same words come again and again.
"""

from __future__ import annotations

import bisect
import functools
import operator
from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from leaflets.catalogs.reading import Reading
from leaflets.checks.tokens import fold, folded, sentences, tokens_of


class Hit(NamedTuple):
    """One pattern found: of which kind, with which value, where."""

    kind: str
    value: str
    start: int
    end: int
    sentence: int
    words: str


_hit: Callable[[tuple[str, str, int, int, int, str]], Hit]
_hit = functools.partial(tuple.__new__, Hit)
"""Make a hit of its parts, in half the time."""


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


class _Candidates(NamedTuple):
    """The patterns that may begin with one token."""

    single: list[_Pattern]
    """Those of this token alone."""

    loose: list[_Pattern]
    """Those of more whose second token is open."""

    openings: tuple[str, ...]
    """What one of the second tokens of these begins with, said quickly."""

    next_to: dict[str, list[_Pattern]]
    """Those of more, by their second token."""


Patterned = tuple[str, str, Iterable[str]]
"""A kind, a value, and the patterns that say it."""

_Run = tuple[str, str, str]
"""A kind, a value, and letters that say it wherever they stand."""

_REMEMBERED = 50_000
_ORIGINALS = 10_000


class Scan:
    """What a lexicon found in one text."""

    def __init__(self, reading: Reading) -> None:
        self.tagged = tagged = reading.tagged
        # Only of words that Markdown was not asked about is it sure that all are there.
        chars = frozenset(tagged) if reading.rich else reading.chars
        parts = sentences(tagged)
        self.parts = parts
        """The sentences."""

        self.written: list[str] = []
        """Every token, as it is written."""

        self.sentence_of: list[int] = []
        """The sentence that each token is in."""

        find = tokens_of(chars)
        for number, part in enumerate(parts):
            found = find(part)
            self.written += found
            self.sentence_of += [number] * len(found)
        self.sentences = len(parts) if self.written else 0
        self.folded = list(map(folded, self.written))
        """Every token, as it is compared."""

        self.words = frozenset(self.folded)
        """Every token once, as it is compared."""

        self._hits: dict[str, list[Hit]] = {}
        self._asked: dict[tuple[str, ...], list[Hit]] = {}
        """What was asked before: hits of a kind, outside of others."""

    def add(self, hits: list[Hit]) -> None:
        """Take what was found, in order."""
        for hit in hits:
            self._hits.setdefault(hit[0], []).append(hit)

    @property
    def kinds(self) -> Iterable[str]:
        """Kinds of which something was found."""
        return self._hits

    def of(self, kind: str) -> list[Hit]:
        """Hits of one kind; the longer of two that stand on one another."""
        hits = self._hits.get(kind)
        if hits is None:
            return []
        if len(hits) < 2:
            return hits
        asked = (kind,)
        if asked not in self._asked:
            self._asked[asked] = _longest(hits)
        return self._asked[asked]

    def every(self, kind: str) -> list[Hit]:
        """Hits of one kind, those inside longer ones too."""
        return self._hits.get(kind, [])

    def outside(self, kind: str, *others: str) -> list[Hit]:
        """Hits of one kind that no hit of the other kinds covers."""
        if kind not in self._hits:
            return []
        asked = (kind, *others)
        if asked not in self._asked:
            covering = [hit for other in others for hit in self._hits.get(other, ())]
            self._asked[asked] = uncovered(self.of(kind), covering)
        return self._asked[asked]

    def said(self, kind: str) -> frozenset[str]:
        """Values of the hits of one kind."""
        if kind not in self._hits:
            return _NONE
        return frozenset([hit.value for hit in self.of(kind)])

    def values(self, kind: str) -> frozenset[str]:
        """Values of one kind, those inside longer hits too."""
        if kind not in self._hits:
            return _NONE
        return frozenset([hit.value for hit in self._hits[kind]])

    def places(self, mark: str) -> list[int]:
        """Sentences that a token stands in, as often as it does."""
        both = zip(self.written, self.sentence_of, strict=True)
        return [sentence for token, sentence in both if token == mark]


_NONE: frozenset[str] = frozenset()
_NO_PATTERN: list[_Pattern] = []


_FEW = 16
"""So many comparisons take less than to put the hits in order."""


def covers(wide: Hit, hit: Hit) -> bool:
    """Say whether a hit stands within another."""
    return wide.start <= hit.start and hit.end <= wide.end


def uncovered(hits: list[Hit], covering: list[Hit]) -> list[Hit]:
    """Keep the hits that none of some others covers; in time for a hostile text too."""
    if not covering or not hits:
        return hits
    if len(covering) * len(hits) <= _FEW:
        return [hit for hit in hits if not any(covers(wide, hit) for wide in covering)]
    ordered = sorted(covering, key=lambda hit: hit.start)
    starts = [hit.start for hit in ordered]
    furthest = list(accumulate((hit.end for hit in ordered), max))
    return [
        hit
        for hit in hits
        if not (before := bisect.bisect_right(starts, hit.start))
        or furthest[before - 1] < hit.end
    ]


def _longest(hits: list[Hit]) -> list[Hit]:
    """Leave out the hits that stand within a wider one."""
    if all(one[2] < next_[2] and one[3] < next_[3] for one, next_ in pairwise(hits)):
        return hits
    kept: list[Hit] = []
    furthest, begun = -1, -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.end > furthest:
            furthest, begun = hit.end, hit.start
            kept.append(hit)
        elif (hit.start, hit.end) == (begun, furthest):
            kept.append(hit)
    return kept


class Lexicon:
    """The patterns of one language."""

    def __init__(self, patterned: Iterable[Patterned], *, spaced: bool) -> None:
        self._spaced = spaced
        self._whole: dict[str, list[_Pattern]] = {}
        self._beginnings: dict[int, dict[str, list[_Pattern]]] = {}
        self._endings: dict[int, dict[str, list[_Pattern]]] = {}
        self._inner: list[_Pattern] = []
        self._letters: dict[str, list[_Run]] = {}
        self._begun: dict[str, tuple[_Run, ...]] = {}
        self._known: dict[str, _Candidates | None] = {}
        self._scans: dict[str, Scan] = {}
        for kind, value, patterns in patterned:
            for pattern in patterns:
                self._add(kind, value, pattern)

    def scan(self, reading: Reading) -> Scan:
        """Find every pattern in some words."""
        scan = Scan(reading)
        scan.add(self._in_tokens(scan) if self._spaced else self._in_letters(scan))
        return scan

    def remembered(self, reading: Reading) -> Scan:
        """Find every pattern in an original, which many locales are compared with."""
        tagged = reading.tagged
        scan = self._scans.get(tagged)
        if scan is None:
            if len(self._scans) > _ORIGINALS:
                self._scans.clear()
            scan = self._scans[tagged] = self.scan(reading)
        return scan

    def _add(self, kind: str, value: str, pattern: str) -> None:
        if not self._spaced:
            run = "".join(fold(pattern).replace("*", "").split())
            if run:
                self._letters.setdefault(run[0], []).append((kind, value, run))
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

    def _candidates(self, token: str) -> _Candidates | None:
        """Gather the patterns that may begin with a token, and remember them."""
        found = list(self._whole.get(token, ()))
        for size, held in self._beginnings.items():
            if size <= len(token):
                found += held.get(token[:size], ())
        for size, held in self._endings.items():
            if size <= len(token):
                found += held.get(token[-size:], ())
        found += [inner for inner in self._inner if inner.parts[0].words in token]
        single = [pattern for pattern in found if len(pattern.parts) == 1]
        loose: list[_Pattern] = []
        next_to: dict[str, list[_Pattern]] = {}
        for pattern in found:
            if len(pattern.parts) > 1:
                second = pattern.parts[1]
                if second.before or second.after:
                    loose.append(pattern)
                else:
                    next_to.setdefault(second.words, []).append(pattern)
        seconds = [pattern.parts[1] for pattern in loose]
        openings = tuple("" if part.before else part.words for part in seconds)
        known = _Candidates(single, loose, openings, next_to) if found else None
        self._known[token] = known
        return known

    def _in_tokens(self, scan: Scan) -> list[Hit]:
        hits: list[Hit] = []
        made, written, known = scan.folded, scan.written, self._known
        if len(known) > _REMEMBERED:
            known.clear()
        for token in scan.words.difference(known):
            self._candidates(token)
        for index, candidates in enumerate(map(known.get, made)):
            if candidates is None:
                continue
            single, loose, openings, next_to = candidates
            for kind, value, _ in single:
                where = scan.sentence_of[index]
                hits.append(_hit((kind, value, index, index + 1, where, written[index])))
            if index + 1 == len(made):
                break
            after = made[index + 1]
            longer = loose if openings and after.startswith(openings) else _NO_PATTERN
            if next_to and after in next_to:
                longer = [*longer, *next_to[after]]
            for kind, value, parts in longer:
                if _goes_on(parts, made, index):
                    end, where = index + len(parts), scan.sentence_of[index]
                    words = " ".join(written[index:end])
                    hits.append(Hit(kind, value, index, end, where, words))
        return hits

    def _in_letters(self, scan: Scan) -> list[Hit]:
        """Find patterns anywhere; the places are those of letters."""
        hits: list[Hit] = []
        if not self._letters:
            return hits
        tagged, known = scan.tagged, self._begun
        begins = [0, *accumulate(map(len, scan.parts[:-1]))]
        text = tagged.lower()
        if len(text) != len(tagged):  # a letter that grows when it is made small
            text = tagged
        if len(known) > _REMEMBERED:
            known.clear()
        twos = list(map(operator.add, text, f"{text[1:]} "))
        for two in set(twos).difference(known):
            known[two] = self._begin(two)
        for place, runs in enumerate(map(known.get, twos)):
            for kind, value, run in runs or ():
                if text.startswith(run, place):
                    where = bisect.bisect_right(begins, place) - 1
                    hits.append(_hit((kind, value, place, place + len(run), where, run)))
        return hits

    def _begin(self, two: str) -> tuple[_Run, ...]:
        """Gather the patterns that may begin with two letters."""
        return tuple(run for run in self._letters.get(two[0], ()) if run[2][:2] in two)


def _parts(word: str) -> list[_Part]:
    """Split one word of a pattern: "n't" is three tokens, of which one ends with "n"."""
    words = fold(word.strip("*"))
    pieces = tokens_of(frozenset(words))(words)
    last = len(pieces) - 1
    return [
        _Part(
            piece,
            before=index == 0 and word.startswith("*") and piece[0].isalnum(),
            after=index == last and word.endswith("*") and piece[0].isalnum(),
        )
        for index, piece in enumerate(pieces)
    ]


def _goes_on(parts: tuple[_Part, ...], made: list[str], index: int) -> bool:
    if index + len(parts) > len(made):
        return False
    for part in parts[1:]:
        index += 1
        token = made[index]
        if token != part[0] and not ((part[1] or part[2]) and part.fits(token)):
            return False
    return True

"""Look for a text among those that are left over, by its words.

Nothing here is quick, so little comes here: texts that are new, against texts that are
gone or have lost a part. Two words that stand beside each other lead to the few old texts
that hold them too, and RapidFuzz compares with those alone: time grows with the number of
texts, not with its square.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from rapidfuzz import fuzz

from leaflets.catalogs.change import folded

ALIKE = 80.0
"""Likeness, of 100, from which an old translation is offered for a text that is new."""

PART = 88.0
"""Likeness of a text to its best place in another, from which it was a part of that."""

SHORTEST = 6
"""Letters of the shortest text that can be a part: a shorter one is found anywhere."""

_COMMON = 400
"""Texts that share a pair of words, from which on the pair leads nowhere."""

_NEAREST = 24
"""Old texts that one new text is compared with at the most."""

_WORD = re.compile(r"\w+")


class Leftovers:
    """Old texts that have lost their message, or a part of their words."""

    def __init__(self, gone: Mapping[int, str], cut: Mapping[int, tuple[str, str]]) -> None:
        """Take the texts that are *gone*, and those that were *cut*: before and now.

        Both by any number.
        """
        self._gone = {index: _bare(words) for index, words in gone.items()}
        self._cut = {index: (_bare(old), _bare(now)) for index, (old, now) in cut.items()}
        self._holders: dict[str, list[int]] = defaultdict(list)
        for index in sorted({*self._gone, *self._cut}):
            words = self._gone.get(index) or self._cut[index][0]
            for mark in set(_marks(words)):
                self._holders[mark].append(index)

    def alike(self, words: str) -> int | None:
        """Find the text among the gone that is most like some words; None where none is."""
        bare = _bare(words)
        return _best(
            [index for index in self._near(bare) if index in self._gone],
            lambda index: fuzz.ratio(bare, self._gone[index], score_cutoff=ALIKE),
        )

    def part(self, words: str) -> int | None:
        """Find the text of which some words were a part, and which has lost them."""
        bare = _bare(words)
        if len(bare) < SHORTEST:
            return None

        def likeness(index: int) -> float:
            old, now = self._cut[index]
            if len(old) <= len(bare) or _inside(bare, now) >= PART:
                return 0
            found = _inside(bare, old)
            return found if found >= PART else 0

        return _best([index for index in self._near(bare) if index in self._cut], likeness)

    def _near(self, bare: str) -> list[int]:
        votes: Counter[int] = Counter()
        for mark in set(_marks(bare)):
            holders = self._holders.get(mark, ())
            if len(holders) <= _COMMON:
                votes.update(holders)
        return [index for index, _ in votes.most_common(_NEAREST)]


def _best(indexes: list[int], likeness: Callable[[int], float]) -> int | None:
    """Choose the index that is most alike; None where none is, or two are the same."""
    found = sorted(((likeness(index), -index) for index in indexes), reverse=True)
    found = [one for one in found if one[0] > 0]
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    return -found[0][1]


def _inside(words: str, others: str) -> float:
    """Say how like some words are to their best place in others."""
    if len(others) < len(words):
        return 0
    return fuzz.partial_ratio(words, others, score_cutoff=PART)


def _bare(words: str) -> str:
    """Leave out what a cut changes: case, emphasis and the mark at the end."""
    return folded(words.casefold().replace("*", "")).strip(" .,;:!?")


def _marks(bare: str) -> Iterator[str]:
    """Give what leads from one text to another: pairs of words, or all a short one has."""
    words = _WORD.findall(bare)
    if len(words) < 2:
        yield bare
    for one, other in pairwise(words):
        yield f"{one} {other}"

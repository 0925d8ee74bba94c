"""One run of words, read once for all the checks that ask about it.

Most runs hold no emphasis and no link, and what is in them can be read without the
Markdown parser, which takes longer than all checks together.
"""

from __future__ import annotations

import re
from functools import lru_cache

from leaflets.content import marks
from leaflets.model.facts import PLACEHOLDER, placed_in

CITED = "\x01"
"""Stands for a citation in ``Reading.tagged``."""

PLACED = "\ufffc"
"""Stands for a placed fact in ``Reading.tagged`` and ``Reading.plain``."""

_CITATION = re.compile(r"\[@([A-Za-z0-9-]+(?:; ?@?[A-Za-z0-9-]+)*)\]")
_WHOLE = re.compile(rf"{PLACEHOLDER.pattern}|{_CITATION.pattern}")


class Reading:
    """What stands in some words: facts, citations, links, stress and the words alone."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.chars = frozenset(words)
        """Every character that stands in them."""

        self.rich = ("*" in words or "](" in words) or (
            "_" in words and "_" in _WHOLE.sub("", words)
        )
        """True where only the Markdown parser knows what is a mark."""

        self.placed: tuple[tuple[str, str], ...] = placed_in(words) if "{" in words else ()
        """Name and field of every fact placed, in order."""

        self.cited: tuple[tuple[str, ...], ...] = ()
        """Keys of the claims, citation by citation."""

        self.links: tuple[str, ...] = ()
        """Names of the facts that links lead to, in order."""

        self.stress = (0, 0)
        """How many runs are emphasised, and how many strongly."""

        self.tagged = words
        """The words, one character for each citation and each fact, no other mark."""

        if self.rich:
            self._parse()
        elif self.placed or "[@" in words:
            if self.placed:
                self.tagged = PLACEHOLDER.sub(PLACED, words)
            if "[@" in words:
                self.tagged = _CITATION.sub(CITED, self.tagged)
                self.cited = tuple(map(_keys, _CITATION.findall(words)))
        self.plain = self.tagged.replace(CITED, "") if self.cited else self.tagged
        """The words as a reader sees them, one character for each fact."""

        self.plain = self.plain.strip()
        self.bare = self.plain.replace(PLACED, "") if self.placed else self.plain
        """The words alone."""

    @property
    def citations(self) -> tuple[str, ...]:
        """Keys of all claims cited, in order."""
        return tuple(key for keys in self.cited for key in keys) if self.cited else ()

    def _parse(self) -> None:
        every = _every(marks.parse(self.words))
        self.cited = tuple(tuple(m.value.split(";")) for m in every if m.kind == "cite")
        self.links = tuple(m.value for m in every if m.kind == "link")
        kinds = [m.kind for m in every]
        self.stress = (kinds.count("emphasis"), kinds.count("strong"))
        self.tagged = "".join(
            _TAGS.get(m.kind, m.value) for m in every if m.kind not in _WRAPS
        )


_WRAPS = frozenset({"emphasis", "strong", "link"})


@lru_cache(maxsize=16384)
def read(words: str) -> Reading:
    """Read some words, or remember how they were read."""
    return Reading(words)


_TAGS = {"fact": PLACED, "cite": CITED}


def _keys(cited: str) -> tuple[str, ...]:
    """Split what stands in a citation into the keys of the claims."""
    if ";" not in cited:
        return (cited,)
    return tuple(key.strip().lstrip("@") for key in cited.split(";"))


def _every(tree: tuple[marks.Mark, ...]) -> list[marks.Mark]:
    found: list[marks.Mark] = []
    for mark in tree:
        found.append(mark)
        found.extend(_every(mark.inner))
    return found

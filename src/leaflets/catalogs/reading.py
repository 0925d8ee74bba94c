"""One run of words, read once for all the checks that ask about it.

Most runs hold no emphasis and no link, and what is in them can be read without the
Markdown parser, which takes longer than all checks together.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache

from leaflets.content import marks
from leaflets.model.facts import PLACEHOLDER, placed_in

CITED = "\x01"
"""Stands for a citation in ``Reading.tagged``."""

PLACED = "\ufffc"
"""Stands for a placed fact in ``Reading.tagged`` and ``Reading.plain``."""

_CITATION = re.compile(r"\[@([A-Za-z0-9-]+(?:; ?@?[A-Za-z0-9-]+)*)\]")
_RICH = re.compile(r"\*|\]\(")
_WHOLE = re.compile(rf"{PLACEHOLDER.pattern}|{_CITATION.pattern}")


class Reading:
    """What stands in some words: facts, citations, links, stress and the words alone."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.chars = frozenset(words)
        """Every character that stands in them."""

        self.rich = _RICH.search(words) is not None or (
            "_" in words and "_" in _WHOLE.sub("", words)
        )
        """True where only the Markdown parser knows what is a mark."""

        self.placed: tuple[tuple[str, str], ...] = placed_in(words) if "{" in words else ()
        """Name and field of every fact placed, in order."""

        self.tagged = self._tagged()
        """The words, one character for each citation and each fact, no other mark."""

        cited = CITED in self.tagged
        self.plain = (self.tagged.replace(CITED, "") if cited else self.tagged).strip()
        """The words as a reader sees them, one character for each fact."""

        self.bare = self.plain.replace(PLACED, "") if self.placed else self.plain
        """The words alone."""

    @cached_property
    def cited(self) -> tuple[tuple[str, ...], ...]:
        """Keys of the claims, citation by citation."""
        if "[@" not in self.words:
            return ()
        if self.rich:
            return tuple(
                tuple(mark.value.split(";"))
                for mark in _every(marks.parse(self.words))
                if mark.kind == "cite"
            )
        return tuple(
            tuple(key.strip().lstrip("@") for key in match[1].split(";"))
            for match in _CITATION.finditer(self.words)
        )

    @cached_property
    def citations(self) -> tuple[str, ...]:
        """Keys of all claims cited, in order."""
        return tuple(key for keys in self.cited for key in keys)

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Names of the facts that links lead to, in order."""
        return marks.links(self.words) if self.rich else ()

    @cached_property
    def stress(self) -> Counter[str]:
        """How many runs are emphasised, and how many strongly."""
        if not self.rich:
            return Counter()
        return Counter(
            mark.kind
            for mark in _every(marks.parse(self.words))
            if mark.kind in {"emphasis", "strong"}
        )

    def _tagged(self) -> str:
        if not self.rich:
            if not self.placed and "[@" not in self.words:
                return self.words
            return _WHOLE.sub(_tag, self.words)
        return "".join(
            _TAGS.get(mark.kind, mark.value)
            for mark in _every(marks.parse(self.words))
            if mark.kind not in {"emphasis", "strong", "link"}
        )


@lru_cache(maxsize=16384)
def read(words: str) -> Reading:
    """Read some words, or remember how they were read."""
    return Reading(words)


_TAGS = {"fact": PLACED, "cite": CITED}


def _tag(match: re.Match[str]) -> str:
    return PLACED if match[0].startswith("{") else CITED


def _every(tree: tuple[marks.Mark, ...]) -> list[marks.Mark]:
    found: list[marks.Mark] = []
    for mark in tree:
        found.append(mark)
        found.extend(_every(mark.inner))
    return found

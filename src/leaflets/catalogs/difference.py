"""What changed between two runs of words, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\{[^{}]*\}|\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Part:
    """Some pieces of text, and whether they stayed, went or came."""

    kind: str
    """``same``, ``gone`` or ``new``."""

    pieces: Sequence[str]

    @property
    def words(self) -> str:
        """The pieces as they stand."""
        return "".join(self.pieces)


def difference(before: str, now: str) -> tuple[Part, ...]:
    """Say what went and what came, in order; what went stands before what came for it.

    >>> [(part.kind, part.words) for part in difference("Take it.", "Do take it.")]
    [('gone', 'Take'), ('new', 'Do take'), ('same', ' it.')]
    """
    return tuple(between(_WORD.findall(before), _WORD.findall(now)))


def between(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    """Say the same of texts that are cut into pieces already."""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Part("same", old[a:b])
            continue
        if a < b:
            yield Part("gone", old[a:b])
        if c < d:
            yield Part("new", new[c:d])

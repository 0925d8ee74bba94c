"""What changed between two runs of words, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\{[^{}]*\}|\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Part:
    """Some words, and whether they stayed, went or came."""

    kind: str
    """``same``, ``gone`` or ``new``."""

    words: str


def difference(before: str, now: str) -> tuple[Part, ...]:
    """Say what went and what came, in order; what went stands before what came for it.

    >>> [(part.kind, part.words) for part in difference("Take it.", "Do take it.")]
    [('gone', 'Take'), ('new', 'Do take'), ('same', ' it.')]
    """
    old, new = _WORD.findall(before), _WORD.findall(now)
    parts: list[Part] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(Part("same", "".join(old[a:b])))
            continue
        if a < b:
            parts.append(Part("gone", "".join(old[a:b])))
        if c < d:
            parts.append(Part("new", "".join(new[c:d])))
    return tuple(parts)

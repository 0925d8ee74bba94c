"""The parts of a Text that a translator moves and never edits.

They are told apart by their looks alone, so that whatever the words hold, the pieces put
together again are the words, to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_CODE = re.compile(
    r"(?P<fact>\{[a-z][a-z0-9_]*(?:\.[a-z]+)?\})"
    r"|(?P<cite>\[@[A-Za-z0-9-]+(?:; ?@?[A-Za-z0-9-]+)*\])"
    r"|(?P<strong>\*\*)"
    r"|(?P<emphasis>\*)"
    r"|(?P<link>\[(?=[^\[\]]*\]\([a-z][a-z0-9_]*\))|\]\([a-z][a-z0-9_]*\))"
)

LONGEST = 20_000
"""Characters that are looked at: the search for the end of a link takes their square."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, or a code that stands between them."""

    text: str
    kind: str = ""
    """Empty for words; ``fact``, ``cite``, ``strong``, ``emphasis`` or ``link``."""

    number: int = 0
    """Of the code, 1 and up; the same in the original and the translation."""


def pieces(words: str) -> tuple[Piece, ...]:
    """Take words apart.

    >>> [piece.text for piece in pieces("Call [us](line) on {line}.")]
    ['Call ', '[', 'us', '](line)', ' on ', '{line}', '.']
    """
    return _cut(words, lambda _, count: count)


def alike(words: str, sent: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Take a translation apart, its codes numbered as in the original.

    >>> [p.number for p in alike("{b}, {a}", pieces("{a} and {b}")) if p.kind]
    [2, 1]
    """
    free: dict[str, list[int]] = {}
    for piece in sent:
        if piece.kind:
            free.setdefault(piece.text, []).append(piece.number)
    new = max((piece.number for piece in sent), default=0)

    def number(text: str, _: int) -> int:
        nonlocal new
        if numbers := free.get(text):
            return numbers.pop(0)
        new += 1
        return new

    return _cut(words, number)


def _cut(words: str, number: Callable[[str, int], int]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = 0
    for count, match in enumerate(_CODE.finditer(words, 0, LONGEST), 1):
        if match.start() > at:
            found.append(Piece(words[at : match.start()]))
        text = match.group()
        found.append(Piece(text, match.lastgroup or "", number(text, count)))
        at = match.end()
    if at < len(words):
        found.append(Piece(words[at:]))
    return tuple(found)

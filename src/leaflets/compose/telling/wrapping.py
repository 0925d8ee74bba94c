"""Break a paragraph into lines of so many columns, nowhere that a line may not break."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

_OPENING = frozenset("([{〈《「『【〔（［｛“‘")
_CLOSING = frozenset(")]}〉》」』】〕）］｝”’、。，．：；！？…—～·,.:;!?%％‰°")
"""What stands at no end and at no beginning of a line in Chinese and Japanese
(CLREQ 3.1.1; JLREQ 3.1.7 and 3.1.8)."""


def width(words: str) -> int:
    """How many columns words take: wide letters two, marks on letters none (UAX 11)."""
    return len(words) if words.isascii() else sum(map(_width, words))


def wrap(
    pieces: Iterable[tuple[str, bool]], columns: int, *, hang: int = 0, spaced: bool = True
) -> Iterator[str]:
    """Break a paragraph; yields its lines.

    *pieces* are words, and whether they are whole: nothing whole is broken, nor is a word
    that is longer than a line. Lines after the first begin with *hang* spaces. Where words
    are not *spaced* a line may break between two wide letters.
    """
    line, room, filled = "", columns, 0
    for unit, space in _units(pieces, spaced=spaced):
        wide = width(unit)
        if filled and filled + space + wide > room:
            yield line
            line, filled = " " * hang + unit, hang + wide
        else:
            line += " " * (space and bool(filled)) + unit
            filled += (space and bool(filled)) + wide
    if line:
        yield line


def _units(
    pieces: Iterable[tuple[str, bool]], *, spaced: bool
) -> Iterator[tuple[str, bool]]:
    """Yield what no line may break, and whether a space stands before it."""
    unit, space = "", False
    for words, whole in pieces:
        for part in [words] if whole else _parts(words, spaced=spaced):
            if part == " ":
                if unit:
                    yield unit, space
                unit, space = "", True
            elif not spaced and not whole and unit and _may_break(unit, part):
                yield unit, space
                unit, space = part, False
            else:
                unit += part
    if unit:
        yield unit, space


def _parts(words: str, *, spaced: bool) -> Sequence[str]:
    """Cut words at their spaces, and between letters where these stand without any."""
    if not spaced:
        return words
    parts: list[str] = []
    for number, word in enumerate(words.split(" ")):
        if number:
            parts.append(" ")
        if word:
            parts.append(word)
    return parts


def _may_break(before: str, after: str) -> bool:
    """Say whether a line may break between two letters, one of which is wide."""
    last, first = before[-1], after[0]
    if last in _OPENING or first in _CLOSING or not _width(first):
        return False
    return max(_width(last), _width(first)) == 2


@cache
def _width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1

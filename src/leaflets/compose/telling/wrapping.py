"""Break a paragraph into lines of so many columns, nowhere that a line may not break."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

_OPENING = frozenset("([{〈《「『【〔（［｛“‘")
_CLOSING = frozenset(")]}〉》」』】〕）］｝”’、。，．：；！？…—～·,.:;!?%％‰°")
"""What stands at no end and at no beginning of a line in Chinese and Japanese
(CLREQ 3.1.1; JLREQ 3.1.7 and 3.1.8)."""

_LETTER = re.compile(r".[\u0300-\u036f\ufe00-\ufe0f]*", re.DOTALL)


class Piece(NamedTuple):
    """Words of a paragraph that are broken in one way."""

    words: str
    whole: bool = False
    """True for what is on one line, such as a telephone number."""

    close: bool = False
    """True for what stays on the line of the word before it."""


def width(words: str) -> int:
    """How many columns words take: wide letters two, marks on letters none (UAX 11)."""
    return len(words) if words.isascii() else sum(map(_width, words))


def wrap(
    pieces: Iterable[Piece], columns: int, *, hang: int = 0, spaced: bool = True
) -> Iterator[str]:
    """Break a paragraph; yields its lines.

    Nothing whole is broken, nor is a word that is longer than a line. Lines after the first begin with *hang* spaces. Where words
    are not *spaced* a line may break between two wide letters.
    """
    line, filled, begun = "", 0, False
    for unit, space in _units(pieces, spaced=spaced):
        wide = width(unit)
        if begun and filled + space + wide > columns:
            yield line
            line, filled = " " * hang + unit, hang + wide
        else:
            line += " " * (space and begun) + unit
            filled += (space and begun) + wide
        begun = True
    if begun:
        yield line


def _units(pieces: Iterable[Piece], *, spaced: bool) -> Iterator[tuple[str, bool]]:
    """Yield what no line may break, and whether a space stands before it."""
    unit, space = "", False
    for words, whole, close in pieces:
        for part in [words] if whole else _parts(words, spaced=spaced):
            if part == " ":
                if unit:
                    yield unit, space
                unit, space = "", True
            elif not spaced and not close and unit and part and _may_break(unit, part):
                yield unit, space
                unit, space = part, False
            else:
                unit += part
    if unit:
        yield unit, space


def _parts(words: str, *, spaced: bool) -> Sequence[str]:
    """Cut words at their spaces, and between letters where these stand without any.

    A mark stays with the letter that it stands on.
    """
    if not spaced:
        return _LETTER.findall(words)
    parts: list[str] = []
    for number, word in enumerate(words.split(" ")):
        if number:
            parts.append(" ")
        if word:
            parts.append(word)
    return parts


def _may_break(before: str, after: str) -> bool:
    """Say whether a line may break between two letters, one of which is wide."""
    last, first = _seen(before[::-1]), _seen(after)
    if last in _OPENING or first in _CLOSING:
        return False
    return max(_width(last), _width(first)) == 2


def _seen(words: str) -> str:
    """Give the first letter that takes a column."""
    return next((letter for letter in words if _width(letter)), words[0])


@cache
def _width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1

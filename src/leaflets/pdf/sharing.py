"""Which part of a placed text each mark holds.

A text may be broken over lines and pages, and stand in several places. The marks say
which words they hold; here these are laid along the text that is expected, white space
and what leaves no ink aside.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from leaflets.pdf.rendered import Mark


class Part(NamedTuple):
    """What one Mark holds of the expected text."""

    mark: Mark
    start: int
    stop: int
    tail: str
    """A hyphen that the engine put at the end of the line."""


def solid(text: str) -> str:
    """Leave out what leaves no ink: white space, soft hyphens, controls."""
    return "".join(c for c in text if not _inkless(c))


def _inkless(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in {"Cf", "Cc"}


def occurrences(text: str, marks: list[Mark]) -> Iterator[list[Part] | list[Mark]]:
    """Share the marks out among the places where a text stands.

    Where the words laid out are not those expected, the marks themselves are given.
    """
    parts: list[Part] = []
    place = 0
    for number, mark in enumerate(marks):
        part = _match(text, place, mark)
        if part is None:
            yield [*(each.mark for each in parts), *marks[number:]]
            return
        parts.append(part)
        place = part.stop
        if not solid(text[place:]):
            yield parts
            parts, place = [], 0
    if any(solid(part.mark.text) for part in parts):
        yield [part.mark for part in parts]


def _match(text: str, place: int, mark: Mark) -> Part | None:
    """Find how far the words of a mark go in the text, white space aside."""
    words = list(mark.text)
    if words and not _inkless(words[0]):
        # A line was broken here, and the space was left out.
        while place < len(text) and _inkless(text[place]):
            place += 1
    start = place
    solid = [index for index, each in enumerate(words) if not _inkless(each)]
    for index in solid:
        while place < len(text) and _inkless(text[place]):
            place += 1
        if place < len(text) and _alike(text[place], words[index]):
            place += 1
        elif index == solid[-1] and unicodedata.category(words[index]) == "Pd":
            return Part(mark, start, place, words[index])
        else:
            return None
    if not mark.text or mark.text[-1].isspace():
        # The space between two styles goes with the mark that holds it.
        while place < len(text) and _inkless(text[place]):
            place += 1
    return Part(mark, start, place, "")


def _alike(one: str, other: str) -> bool:
    return one == other or unicodedata.normalize("NFC", one) == unicodedata.normalize(
        "NFC", other
    )

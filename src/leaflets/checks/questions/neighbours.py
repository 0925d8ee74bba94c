"""T373 and T374: letters are those of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks import scripts
from leaflets.checks.questions.base import Asked, asks_whether
from leaflets.findings import Severity


@asks_whether(
    "T373",
    Example(tag="ar", words="In my opinion.", good="في رأيي.", bad="في رأیي."),
    severity=Severity.ERROR,
)
def no_letter_is_a_neighbours(asked: Asked) -> Iterator[Said]:
    """No letter of a neighbour's language stands for one of this (rule TRN-013).

    Persian and Arabic yeh and kaf are drawn alike, and sort, search and join unlike.
    """
    letters = asked.known.own.wording.foreign_letters
    if letters.keys().isdisjoint(asked.said.chars):  # goes through the fewer of the two
        return
    for letter in sorted(asked.said.chars & letters.keys()):
        right = letters[letter]
        yield f"holds {letter!r} ({_code(letter)}), which here is {right!r} ({_code(right)})"


@asks_whether(
    "T374",
    Example(tag="pl", words="A cold.", good="Przeziębienie.", bad="Przeziẽbienie."),
)
def letters_are_the_languages(asked: Asked) -> Iterator[Said]:
    """No letter stands that the language's correct text does not use."""
    letters = asked.known.own_letters
    if not letters or asked.said.chars <= letters:
        return
    for letter in sorted(asked.said.chars - letters):
        own = not letter.isalpha() or letter.lower() in letters
        if own or (asked.known.locale.script != "Latn" and _LATIN.match(letter)):
            letters.add(letter)
        elif letter not in asked.pair.whole.words:
            yield f"holds {letter!r} ({_code(letter)}), which the language does not use"
            return


_LATIN = re.compile(f"[{scripts.BLOCKS['Latn']}]")


def _code(letters: str) -> str:
    return " ".join(f"U+{ord(letter):04X}" for letter in letters)

"""T306: no figure is typed by hand."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.guards.base import guards_that
from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Said

_SYMBOLS = frozenset({"No", "Nl"})
"""Figures that are no digits: ½, ², ③, Ⅲ, 〇."""


@guards_that(
    "T306",
    Example(tag="pl", words="Wait {time}.", good="Czekaj {time}.", bad="Czekaj {time}, 5."),
    Example(tag="ar", words="Wait {time}.", good="انتظر {time}.", bad="انتظر {time} ٥."),
    Example(tag="hi", words="Wait.", good="रुकें।", bad="५ रुकें।"),
    Example(tag="zh-Hans", words="Half of them.", good="一半的人。", bad="½的人。"),
    Example(tag="pl", words="Take vitamin B12.", good="Zażyj witaminę B12.", bad="Zażyj B12, Ⅲ."),
)  # fmt: skip
def no_figure_is_typed(pair: Pair) -> Iterator[Said]:
    """A translation has no figure, in any script's digits, that the original has not.

    Design, promise 2; rules NUM-001 and NUM-002.
    """
    if not has_figure(pair.said.chars):
        return
    said = pair.said.tagged
    if not any(char in said for char in pair.said.chars - _NO_FIGURES):
        return  # they stand in names
    # Digits in the names of claims, facts and links are names: they are tagged away.
    allowed = Counter(figures(pair.whole.tagged))
    for figure in figures(said):
        if not allowed[figure]:
            hint = "figures are facts: place them by name, as the original does"
            yield f"has a figure typed by hand: {figure!r}", hint
            return
        allowed[figure] -= 1


def figures(words: str) -> list[str]:
    """Find the figures in some words, in Latin digits."""
    if not has_figure(frozenset(words)):
        return []
    return "".join(_figure(char) for char in words).split()


_NO_FIGURES: set[str] = set()
"""Characters found to be no figure: the same ones come again and again."""


def has_figure(chars: frozenset[str]) -> bool:
    """Say whether one of some characters is a figure."""
    for char in chars - _NO_FIGURES:
        if _figure(char) != " ":
            return True
        _NO_FIGURES.add(char)
    return False


def _figure(char: str) -> str:
    if not char.isnumeric():
        return " "
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    return char if unicodedata.category(char) in _SYMBOLS else " "

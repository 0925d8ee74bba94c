"""T306: no figure is typed by hand."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.guards.base import guards_that
from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Said
from leaflets.model.facts import PLACEHOLDER

_ASIDE = re.compile(r"\[@[^\]]*\]|\]\([a-z][a-z0-9_]*\)")
"""Citations and the targets of links: their digits are names, not figures."""

_MAYBE = re.compile(r"[0-9]|[^\x00-\x7f]")
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
    if not _MAYBE.search(pair.form):
        return
    allowed = Counter(figures(pair.whole.words))
    for figure in figures(pair.form):
        if not allowed[figure]:
            hint = "figures are facts: place them by name, as the original does"
            yield f"has a figure typed by hand: {figure!r}", hint
            return
        allowed[figure] -= 1


def figures(words: str) -> list[str]:
    """Find the figures typed in some words, in Latin digits."""
    bare = _ASIDE.sub(" ", PLACEHOLDER.sub(" ", words))
    if bare.isascii():
        return _LATIN.findall(bare)
    if not any(char.isnumeric() for char in bare):
        return []
    return "".join(_figure(char) for char in bare).split()


_LATIN = re.compile(r"[0-9]+")


def _figure(char: str) -> str:
    if not char.isnumeric():
        return " "
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    return char if unicodedata.category(char) in _SYMBOLS else " "

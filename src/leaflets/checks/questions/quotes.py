"""T368: quotation marks are the locale's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether

_MARKS = frozenset('"“”„‟«»〝〞「」『』')
_QUOTES = re.compile(f"[{''.join(sorted(_MARKS))}]")
_TITLES = re.compile("[《》]")
"""Around a title, Chinese has marks of its own, where others quote."""


@asks_whether(
    "T368",
    Example(tag="pl", words="A “high” one.", good="„Wysoki”.", bad="“Wysoki”."),
    Example(
        tag="fr", words="A “high” one.", good="Un «\u202fhaut\u202f».", bad='Un "haut".'
    ),
    Example(tag="zh-Hans", words="A “high” one.", good="“高”的。", bad="高的。"),
    Example(tag="zh-Hans", words="See “Tea”.", good="请看《茶》。", bad="请看茶。"),
    Example(
        tag="pl",
        words="See our leaflet “Hot and ‘strong’ tea”.",
        good="Zobacz ulotkę „Gorąca i «mocna» herbata”.",
        bad="Zobacz ulotkę «Gorąca i „mocna” herbata».",
    ),
    ours=_MARKS,
    theirs=_MARKS,
)
def quotes_are_the_locales(asked: Asked) -> Iterator[Said]:
    """What the original quotes is quoted, with the marks of the locale.

    CLDR's delimiters, as the locale gives them (``quotes``). Within them other marks may
    stand, for what is quoted in a quotation.
    """
    inside = _QUOTES.findall(asked.form)
    theirs = _QUOTES.findall(asked.original.words)
    if not inside and not theirs:
        return
    own = asked.known.locale.quotes
    outer = _outer(inside, own)
    strange = sorted(set(outer) - set("".join(own)))
    ours = [*inside, *_TITLES.findall(asked.form)]
    if strange:
        yield f"quotes with {strange[0]}, not with {own[0]}…{own[1]}"
    elif len(ours) < len(theirs):
        yield "does not quote what the original quotes"
    elif len(outer) % 2:
        yield "opens a quotation that it does not close, or the reverse"


def _outer(found: list[str], own: tuple[str, str]) -> list[str]:
    """Leave out the marks that stand within a quotation, and are no end of it.

    >>> _outer(list("„«»”«"), ("„", "”"))
    ['„', '”', '«']
    """
    outer: list[str] = []
    open_ = False
    for mark in found:
        if open_ and mark not in own:
            continue
        if mark in own:
            open_ = mark == own[0] and not (open_ and own[0] == own[1])
        outer.append(mark)
    return outer

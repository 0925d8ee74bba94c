"""T368: quotation marks are the locale's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether

_MARKS = frozenset('"“”„‟«»〝〞「」『』')
_QUOTES = re.compile(f"[{''.join(sorted(_MARKS))}]")


@asks_whether(
    "T368",
    Example(tag="pl", words="A “high” one.", good="„Wysoki”.", bad="“Wysoki”."),
    Example(
        tag="fr", words="A “high” one.", good="Un «\u202fhaut\u202f».", bad='Un "haut".'
    ),
    Example(tag="zh-Hans", words="A “high” one.", good="“高”的。", bad="高的。"),
    ours=_MARKS,
    theirs=_MARKS,
)
def quotes_are_the_locales(asked: Asked) -> Iterator[Said]:
    """What the original quotes is quoted, with the marks of the locale.

    CLDR's delimiters, as the locale gives them (``quotes``).
    """
    ours = _QUOTES.findall(asked.form)
    theirs = _QUOTES.findall(asked.original.words)
    if not ours and not theirs:
        return
    own = asked.known.locale.quotes
    strange = sorted(set(ours) - set("".join(own)))
    if strange:
        yield f"quotes with {strange[0]}, not with {own[0]}…{own[1]}"
    elif len(ours) < len(theirs):
        yield "does not quote what the original quotes"
    elif len(ours) % 2:
        yield "opens a quotation that it does not close, or the reverse"

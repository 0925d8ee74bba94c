"""T310: figures stand apart, and without a sign."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.guards.base import guards_that
from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Said

_SIDE_BY_SIDE = re.compile(r"(\{[a-z0-9_.]+\})([^{}]*)(?=(\{[a-z0-9_.]+\}))")
_SIGNED = re.compile(
    r"(?:(?<!\S)[-\u2212+\u00b1<>~\u2248\u2264\u2265]\s?\*{0,2}\{[a-z0-9_.]+\}"
    r"|\{[a-z0-9_.]+\}\*{0,2}\s?[%\u2030\u066a\u00d7^])"
)
"""A placeholder with a sign before it (minus, more than) or behind it (per cent)."""

_BEFORE = re.compile(r"[-\u2212+\u00b1<>~\u2248\u2264\u2265]\s?\*{0,2}\{")
_BEHIND = re.compile(r"\}\*{0,2}\s?[%\u2030\u066a\u00d7^]")
"""Where such a sign may stand: much quicker said."""


@guards_that(
    "T310",
    Example(
        tag="pl", words="From {a} to {b}.", good="Od {a} do {b}.", bad="{a}–{b}."
    ),
    Example(tag="ar", words="{a}, then {b}.", good="{a} ثم {b}.", bad="{a} {b}."),
    Example(tag="zh-Hans", words="Of {a}, {b}.", good="{a}中{b}。", bad="{a}{b}。"),
    Example(tag="pl", words="It is {a}.", good="To {a}.", bad="To −{a}."),
    Example(tag="pl", words="It is {a}.", good="To {a}.", bad="To {a}%."),
    ours="{",
)  # fmt: skip
def figures_stand_apart(pair: Pair) -> Iterator[Said]:
    """Two figures side by side, or a figure with a sign, are another figure (NUM-006)."""
    message = pair.message
    several = message.facts and pair.form.count("{") > 1
    if several and (beside := joined(pair.form)) not in {
        joined(message.words), joined(message.other), "",
    }:  # fmt: skip
        hint = "put a word, or a comma and a space, between them"
        yield f"sets figures side by side: {beside!r}", hint
    if not (_BEFORE.search(pair.form) or _BEHIND.search(pair.form)):
        return
    signs = _SIGNED.findall(pair.form)
    if not signs:
        return
    allowed = Counter(_SIGNED.findall(pair.whole.words))
    if signed := next(iter(Counter(signs) - allowed), ""):
        hint = "a sign before or after a figure makes another figure of it"
        yield f"puts a sign to a figure: {signed!r}", hint


def joined(form: str) -> str:
    """Find the first two placeholders that would be read as one figure.

    ``{a}{b}``, ``{a} {b}`` and ``{a},{b}`` are 15100, 15 100 and 15,100.
    """
    for match in _SIDE_BY_SIDE.finditer(form):
        between = match[2].replace("*", "")
        stop = between.strip()
        apart = any(
            char.isalpha() or unicodedata.east_asian_width(char) in "WF" for char in stop
        )
        if not apart and not (stop and stop != between):
            return f"{match[1]}{match[2]}{match[3]}"
    return ""

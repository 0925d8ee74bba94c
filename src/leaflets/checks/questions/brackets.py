"""T378: brackets are balanced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether

_OPEN = "(（【《"
_CLOSE = ")）】》"
_ANY = frozenset(_OPEN + _CLOSE)
_BRACKET = re.compile(f"[{_OPEN}{_CLOSE}]")


@asks_whether(
    "T378",
    Example(
        tag="pl", words="Tea (warm).", good="Herbata (ciepła).", bad="Herbata (ciepła."
    ),
    Example(tag="ar", words="Tea (warm).", good="شاي (دافئ).", bad="شاي )دافئ(."),
    ours=_ANY,
)
def brackets_are_balanced(asked: Asked) -> Iterator[Said]:
    """Every bracket that opens closes, in this order in every direction of writing.

    pofilter's ``brackets``; UAX 9 mirrors a bracket, so it is typed as it is meant.
    """
    depth = 0
    for char in _BRACKET.findall(asked.said.bare):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth -= 1
            if depth < 0:
                break
    if depth:
        yield "has a bracket without its partner"

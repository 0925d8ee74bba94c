"""T369: a no-break space stands before the marks that want one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether

_NO_BREAK = "\u00a0\u202f"


@asks_whether(
    "T369",
    Example(tag="fr", words="Is it?", good="Est-ce cela\u202f?", bad="Est-ce cela ?"),
    Example(tag="fr", words="Is it?", good="Est-ce cela\u00a0?", bad="Est-ce cela?"),
)
def marks_keep_their_space(asked: Asked) -> Iterator[Said]:
    """Marks such as the French « ; » have a no-break space before them.

    Imprimerie nationale; Weblate's ``punctuation_spacing``.
    """
    marks = asked.known.own.wording.space_before
    if asked.said.chars.isdisjoint(marks):
        return
    if match := _unspaced(marks).search(asked.said.tagged):
        mark = match[0][-1]
        yield f"has no no-break space before {mark!r}", "U+202F, or U+00A0"


@lru_cache(maxsize=32)
def _unspaced(marks: str) -> re.Pattern[str]:
    escaped = re.escape(marks)
    return re.compile(rf"[^{_NO_BREAK}{escaped}][{escaped}](?!\w)")

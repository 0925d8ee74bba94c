"""T355: each fact stands as often as in the original."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T355",
    Example(
        tag="pl",
        words="Wait {time}. Then call {phone}.",
        good="Czekaj {time}. Potem dzwoń: {phone}.",
        bad="Czekaj {time}. Potem, po {time}, dzwoń: {phone}.",
    ),
    ours="{",
)
def facts_stand_as_often(asked: Asked) -> Iterator[Said]:
    """Each fact stands as many times as in the original (rule NUM-002)."""
    if asked.said.placed == asked.original.placed:
        return
    theirs, ours = Counter(asked.original.placed), Counter(asked.said.placed)
    for name, field in dict.fromkeys(asked.said.placed):
        wanted = theirs[name, field]
        if wanted and ours[name, field] != wanted and not field:
            yield f"places {{{name}}} {ours[name, field]} times, the original {wanted}"

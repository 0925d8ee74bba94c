"""T370: no word stands twice."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T370",
    Example(
        tag="pl", words="It is warm.", good="To jest ciepłe.", bad="To jest jest ciepłe."
    ),
    Example(
        tag="ar", words="Ask the team.", good="اسأل الفريق.", bad="اسأل الفريق الفريق."
    ),
)
def no_word_is_doubled(asked: Asked) -> Iterator[Said]:
    """No word is followed by itself (Weblate's ``duplicate``, pofilter's ``doublewords``).

    Languages that double words on purpose list them.
    """
    if not asked.known.own.spaced or not asked.worded:
        return
    tokens = asked.ours.folded
    if not any(map(operator.eq, tokens, itertools.islice(tokens, 1, None))):
        return
    for place, (first, second) in enumerate(itertools.pairwise(tokens)):
        if first == second and len(first) > 1:
            right = any(
                hit.start <= place and place + 2 <= hit.end
                for hit in asked.ours.of("doubled")
            )
            words = asked.ours.written[place]
            if not right and f"{words} {words}" not in asked.original.words:
                yield f"says {words!r} twice"
                return

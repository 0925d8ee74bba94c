"""T370: no word stands twice."""

from __future__ import annotations

import itertools
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
    for (place, first), second in zip(
        enumerate(asked.ours.tokens), itertools.islice(asked.ours.tokens, 1, None),
        strict=False,
    ):  # fmt: skip
        if first.folded == second.folded and len(first.folded) > 1:
            right = any(
                hit.start <= place and place + 2 <= hit.end
                for hit in asked.ours.of("doubled")
            )
            if (
                not right
                and f"{first.written} {second.written}" not in asked.original.words
            ):
                yield f"says {first.written!r} twice"
                return

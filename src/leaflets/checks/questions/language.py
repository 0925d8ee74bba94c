"""T371: a translation is in its own language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether

LEAST = 2
"""So many common words of another language must be there."""


@asks_whether(
    "T371",
    Example(
        tag="pl",
        words="This is a test of the blood, and you can have it in the clinic.",
        good="To jest badanie krwi, które można zrobić w przychodni.",
        bad="This is a test of blood that you can have in a clinic.",
    ),
    Example(
        tag="es",
        words="People who drink tea.",
        good="Personas que toman té.",
        bad="Pessoas que tomam um chá, não café.",
    ),
)
def language_is_the_locales(asked: Asked) -> Iterator[Said]:
    """More common words of the locale's language than of any other stand there.

    Rule TRN-013, ``lang-suspect``: words that every sentence needs tell languages apart.
    A language that no locale is written in is known by words that this one never uses.
    """
    if strange := _strange(asked):
        yield f"is in another language: it says {', '.join(map(repr, strange))}"
        return
    owners = asked.known.others
    if not owners:
        return
    tag = asked.known.locale.tag
    if not asked.known.own.wording.common:
        return
    others = len(asked.ours.words & asked.known.others_common)
    if others < LEAST or others <= 2 * len(asked.ours.words & asked.known.common):
        return  # no one of them can have more
    kept = asked.theirs.words
    count: Counter[str] = Counter()
    for token in asked.ours.words & owners.keys():
        for owner in owners[token]:
            if owner == tag or owner != asked.known.original.wording.tag or token in kept:
                count[owner] += 1
    if not count:
        return
    other, most = count.most_common(1)[0]
    if other != tag and most >= LEAST and most > 2 * count[tag]:
        yield f"looks like {other!r}: {most} of its common words, {count[tag]} of {tag!r}"


def _strange(asked: Asked) -> list[str]:
    """Give the words of neighbour languages, where few common words of this one stand."""
    hits = asked.ours.of("stranger")
    if not hits:
        return []
    kept = asked.theirs.words
    strange = [hit.words for hit in hits if hit.words.casefold() not in kept]
    tag, owners = asked.known.locale.tag, asked.known.others
    own = sum(tag in owners.get(token, ()) for token in asked.ours.folded)
    return strange if 2 * len(strange) > own else []

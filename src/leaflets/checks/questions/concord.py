"""T382: a word that needs a "not" beside it has one."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T382",
    Example(tag="pl", words="Nobody knows.", good="Nikt nie wie.", bad="Nikt wie."),
    Example(tag="ro", words="Nobody knows.", good="Nimeni nu știe.", bad="Nimeni știe."),
    ours=("needs not",),
)
def negations_agree(asked: Asked) -> Iterator[Said]:
    """Where a language denies twice ("nobody does not know"), both words are there.

    With one of them gone the sentence still looks as if it denied, and is read as the
    reader likes. Asked sentence by sentence of the words that the language lists.
    """
    needy = asked.ours.of("needs not")
    if not needy:
        return
    denied = {hit.sentence for hit in asked.ours.of("not")}
    for hit in needy:
        if hit.sentence not in denied:
            yield f"says {hit.words!r} without the word that it needs to deny"
            return

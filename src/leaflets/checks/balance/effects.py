"""E302: an effect or a harm is not stated out of thin air."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.checks.passages import Part, Sentence, Whole
from leaflets.model.blocks import Questions, Steps, Term, Warning
from leaflets.model.text import Text

_PROCEDURAL = (Steps, Questions, Warning, Term)
"""Blocks that say what to do or ask, or what a word means, and state no finding."""


@rule("E302")
def effects_are_cited(asked: Asked) -> Iterator[Said]:
    """A sentence that states an effect or a harm stands in a block that cites a claim.

    It guesses by words (``effects`` and ``harms``). It leaves alone what leaves a matter
    open or is hedged, questions, labels, names of leaflets, and blocks that say what to do.

    Standard: EVD-003; DISCERN items 4, 10 and 11; IPDAS (citations to the studies).
    """
    titles = {_bare(leaflet.title) for leaflet in asked.library.leaflets.values()}
    for whole in asked.passages.wholes:
        if whole.part is not Part.BLOCK or _vouched(whole):
            continue
        for passage in whole.passages:
            for sentence in passage.sentences:
                if word := _stated(sentence, titles):
                    yield (
                        passage.origin,
                        f"says {word!r} and cites no claim: {sentence.shown!r}",
                        "cite the claim: [@…]; if there is none, say that nobody knows",
                    )
                    break


def _vouched(whole: Whole) -> bool:
    return bool(whole.cited) or isinstance(whole.block, _PROCEDURAL)


def _stated(sentence: Sentence, titles: set[str]) -> str:
    if (
        sentence.asks
        or not sentence.whole
        or sentence.of("unknown")
        or sentence.of("hedge")
    ):
        return ""
    if any(title in sentence.tagged for title in titles):
        return ""
    return next((hit.words for k in ("effect", "harm") for hit in sentence.of(k)), "")


def _bare(title: Text) -> str:
    return title.words.strip(" ?!.")

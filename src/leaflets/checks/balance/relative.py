"""E310: a relative figure comes with absolute ones."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.reading import PLACED
from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.checks.passages import Part, Sentence
from leaflets.findings import Severity
from leaflets.model.facts import FactKind


@rule("E310", Severity.ERROR)
def relative_figures_come_with_absolute_ones(asked: Asked) -> Iterator[Said]:
    """A relative figure ("twice as many") stands beside the figures it compares.

    A proportion must be placed in the same block. Told only that a risk is doubled, people
    decide otherwise than those who are told from what to what.

    Standard: RSK-005; IPDAS (communicating probabilities, BMC Med Inform Decis Mak 2013;13
    S2:S7); Ahmed 2012 (BMJ 344:e3996).
    """
    facts = asked.library.facts
    percentages = {n for n, fact in facts.items() if fact.kind is FactKind.PERCENTAGE}
    for whole in asked.passages.wholes:
        if whole.part in (Part.TITLE, Part.HEADING):
            continue
        placed = (facts[name] for name in whole.placed if name in facts)
        if any(fact.kind is FactKind.PROPORTION for fact in placed):
            continue
        for passage in whole.passages:
            for sentence in passage.sentences:
                if word := _relative(sentence, percentages):
                    what = f"says {word!r} and no absolute figure: {sentence.shown!r}"
                    hint = "say both figures, each out of the same number of people"
                    yield passage.origin, what, hint


def _relative(sentence: Sentence, percentages: set[str]) -> str:
    for hit in sentence.of("relative"):
        return hit.words
    placed = iter(sentence.placed)
    after = {hit.start - sentence.first: hit.words for hit in sentence.of("comparison")}
    for place, token in enumerate(sentence.tokens):
        if token == PLACED and next(placed, "") in percentages and place + 1 in after:
            return f"… {after[place + 1]}"
    return ""

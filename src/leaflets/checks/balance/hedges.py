"""E303 and E304: how sure a sentence sounds is how sure its claim is."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.checks.passages import Part, Passage, Sentence
from leaflets.findings import Severity
from leaflets.model.evidence import Certainty

_ENOUGH = {
    Certainty.MODERATE: ("moderate", "low", "very-low"),
    Certainty.LOW: ("low", "very-low"),
    Certainty.VERY_LOW: ("very-low",),
    Certainty.UNTESTED: ("very-low",),
}
"""Levels of words that are unsure enough for a claim; words that leave a matter open
always are."""

_WEAK = (Certainty.LOW, Certainty.VERY_LOW, Certainty.UNTESTED)


@rule("E303", Severity.ERROR)
def weak_claims_are_hedged(asked: Asked) -> Iterator[Said]:
    """A sentence on a claim of low certainty or less says so, or states no effect.

    Asked where the language of the leaflet has lists of hedges and of effects; a claim
    that is printed under its certainty (the evidence section) needs no hedge.

    Standard: EVD-008; GRADE guidance 26 (Santesso 2020): low certainty "may", very low
    "very uncertain".
    """
    for passage, sentence in _sentences(asked):
        claims = _levels(asked, sentence)
        weak = [level for level in claims if level in _WEAK]
        if not weak or len(weak) < len(claims):
            continue
        least = max(weak, key=_WEAK.index)
        stated = [
            hit for kind in ("effect", "harm", "absolute") for hit in sentence.of(kind)
        ]
        if stated and not _hedged(sentence, _ENOUGH[least]):
            what = (
                f"says {stated[0].words!r} of a claim of {_said(least)} certainty and "
                f"does not say so: {sentence.shown!r}"
            )
            yield passage.origin, what, _WAY_OUT[least]


@rule("E304")
def moderate_claims_say_probably(asked: Asked) -> Iterator[Said]:
    """A sentence that states an effect on moderate certainty says "probably".

    Standard: EVD-007; GRADE guidance 26 (Santesso 2020): moderate certainty "likely" or
    "probably".
    """
    for passage, sentence in _sentences(asked):
        claims = _levels(asked, sentence)
        if not claims or set(claims) != {Certainty.MODERATE}:
            continue
        stated = [
            hit for kind in ("effect", "harm", "absolute") for hit in sentence.of(kind)
        ]
        if stated and not _hedged(sentence, _ENOUGH[Certainty.MODERATE]):
            what = (
                f"says {stated[0].words!r} of a claim of moderate certainty as if it were "
                f"sure: {sentence.shown!r}"
            )
            yield passage.origin, what, "use the phrase of the table for moderate certainty"


_WAY_OUT = {
    Certainty.LOW: "use the phrase of the table for low certainty",
    Certainty.VERY_LOW: "say that it is very uncertain, or not known; 'may' is too sure",
    Certainty.UNTESTED: "say that nobody has tested it",
}


def _sentences(asked: Asked) -> Iterator[tuple[Passage, Sentence]]:
    if not asked.wording.hedges or not asked.wording.effects:
        return
    for passage in asked.passages.every:
        if passage.part is Part.CERTAINTY or "[@" not in passage.words:
            continue
        for sentence in passage.sentences:
            if sentence.cited:
                yield passage, sentence


def _levels(asked: Asked, sentence: Sentence) -> list[Certainty]:
    claims = (asked.library.claims.get(key) for key in sentence.cited)
    return [claim.certainty for claim in claims if claim is not None]


def _hedged(sentence: Sentence, levels: tuple[str, ...]) -> bool:
    if sentence.of("unknown"):
        return True
    denied = {hit.end for hit in sentence.of("negation")}
    return any(
        hit.value in levels and hit.start not in denied for hit in sentence.of("hedge")
    )


def _said(level: Certainty) -> str:
    return level.value.replace("-", " ")

"""E303, E304, E306 and E307: how sure a sentence sounds is how sure its claim is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.checks.passages import Part, Passage, Sentence, Vouched
from leaflets.findings import Severity
from leaflets.model.evidence import Certainty

_ENOUGH: Mapping[Certainty, tuple[str, ...]] = {
    Certainty.MODERATE: ("moderate", "low", "very-low"),
    Certainty.LOW: ("low", "very-low"),
    Certainty.VERY_LOW: ("very-low",),
    Certainty.UNTESTED: ("very-low",),
}
"""Levels of words that are unsure enough for a claim; words that leave a matter open
always are."""

_EVERY = ("moderate", "low", "very-low")

_WEAK = (Certainty.LOW, Certainty.VERY_LOW, Certainty.UNTESTED)

_WAY_OUT = {
    Certainty.MODERATE: "use the phrase of the table for moderate certainty",
    Certainty.LOW: "use the phrase of the table for low certainty",
    Certainty.VERY_LOW: "say that it is very uncertain, or not known; 'may' is too sure",
    Certainty.UNTESTED: "say that nobody has tested it",
}


@rule("E303", Severity.ERROR)
def weak_claims_are_hedged(asked: Asked) -> Iterator[Said]:
    """A sentence that cites a claim of low certainty or less says so, or states no effect.

    Asked where the language of the leaflet has lists of hedges and of effects; what is
    printed under its certainty (the evidence section) needs no hedge, and a question
    states nothing.

    Standard: EVD-008; GRADE guidance 26 (Santesso 2020): low certainty "may", very low
    "very uncertain".
    """
    for passage, sentence, claims in _sentences(asked):
        if sentence.cited:
            yield from _too_sure(passage, sentence, claims, _WEAK)


@rule("E304")
def moderate_claims_say_probably(asked: Asked) -> Iterator[Said]:
    """A sentence that cites a claim of moderate certainty states no effect as if sure.

    Standard: EVD-007; GRADE guidance 26 (Santesso 2020): moderate certainty "likely" or
    "probably".
    """
    for passage, sentence, claims in _sentences(asked):
        if sentence.cited:
            yield from _too_sure(passage, sentence, claims, (Certainty.MODERATE,))


@rule("E306")
def the_hedge_stands_in_the_sentence(asked: Asked) -> Iterator[Said]:
    """A sentence before the one that cites an unsure claim is no surer than the claim.

    A citation vouches for the sentences before it as well, back to the one before; only a
    reader can tell whether they speak of the same thing.

    Standard: EVD-007, EVD-008; GRADE guidance 26 (Santesso 2020).
    """
    for passage, sentence, claims in _sentences(asked):
        if not sentence.cited:
            yield from _too_sure(passage, sentence, claims, tuple(_ENOUGH))


@rule("E307")
def an_unsure_claim_is_told_as_one(asked: Asked) -> Iterator[Said]:
    """What cites an unsure claim says somewhere how sure it is, whatever its verb.

    One of the sentences that a citation vouches for is hedged. Left alone are those that
    ask, labels, and sentences that place a fact: what a study counted is what it counted.

    Standard: EVD-007, EVD-008; GRADE guidance 26 (Santesso 2020).
    """
    for passage, said, claims in _vouched(asked):
        told = [each for each in said.sentences if not each.asks]
        if not claims or not set(claims).issubset(_ENOUGH) or not told:
            continue
        if any(each.placed or _unsure(each, _EVERY) or _stated(each, ()) for each in told):
            continue
        if told[-1].whole:
            least = max(claims, key=tuple(_ENOUGH).index)
            level = least.value.replace("-", " ")
            what = f"cites a claim of {level} certainty and says nowhere how sure it is"
            yield passage.origin, f"{what}: {told[-1].shown!r}", _WAY_OUT[least]


def _too_sure(
    passage: Passage,
    sentence: Sentence,
    claims: list[Certainty],
    asked_of: tuple[Certainty, ...],
) -> Iterator[Said]:
    """Say which word is surer than the least sure of the claims, if all are of one kind."""
    claims = [level for level in claims if level in _ENOUGH]
    if not claims or max(claims, key=tuple(_ENOUGH).index) not in asked_of:
        return
    least = max(claims, key=tuple(_ENOUGH).index)
    if word := _stated(sentence, _ENOUGH[least]):
        level = least.value.replace("-", " ")
        what = f"says {word!r} of a claim of {level} certainty as if it were sure"
        yield passage.origin, f"{what}: {sentence.shown!r}", _WAY_OUT[least]


def _sentences(asked: Asked) -> Iterator[tuple[Passage, Sentence, list[Certainty]]]:
    """Yield every sentence that a citation vouches for, and how sure its claims are."""
    for passage, said, levels in _vouched(asked):
        for sentence in said.sentences:
            if not sentence.asks:
                yield passage, sentence, levels


def _vouched(asked: Asked) -> Iterator[tuple[Passage, Vouched, list[Certainty]]]:
    """Yield what each citation vouches for, and how sure its claims are."""
    if not asked.wording.hedges or not asked.wording.effects:
        return
    claims = asked.library.claims
    for passage in asked.passages.every:
        if passage.part is Part.CERTAINTY or "[@" not in passage.words:
            continue
        for said in passage.vouched:
            yield (
                passage,
                said,
                [claims[key].certainty for key in said.cited if key in claims],
            )


def _stated(sentence: Sentence, levels: tuple[str, ...]) -> str:
    """Give the word that states an effect, if none is unsure enough."""
    if _unsure(sentence, levels):
        return ""
    kinds = ("effect", "loose effect", "harm", "absolute")
    return next((hit.words for kind in kinds for hit in sentence.of(kind)), "")


def _unsure(sentence: Sentence, levels: tuple[str, ...]) -> bool:
    """Say whether a word leaves the matter open, or is of one of the levels."""
    if sentence.of("unknown"):
        return True
    denied = {hit.end for hit in sentence.of("negation")}
    return any(
        hit.value in levels and hit.start not in denied for hit in sentence.of("hedge")
    )

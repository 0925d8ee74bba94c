"""T362 and T363: the words of the glossary, and none that it forbids."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.lexicon import Hit
from leaflets.checks.questions.base import Asked, asks_whether
from leaflets.findings import Severity


@asks_whether(
    "T362",
    Example(
        tag="pl",
        words="From a cup.",
        good="Z kubka.",
        bad="Z talerza.",
    ),
    Example(
        tag="pl",
        words="Take a cup. Keep the cup.",
        good="Weź kubek. Zatrzymaj kubek.",
        bad="Weź talerz. Zatrzymaj kubek.",
    ),
    theirs=("term",),
)
def terms_are_the_glossarys(asked: Asked) -> Iterator[Said]:
    """What the glossary names is called by its name (rule TRN-011, ``term-missing``).

    In each sentence, where both have as many.
    """
    known = asked.known.shared_terms
    if not known:
        return
    theirs = asked.theirs.said("term") & known
    if not theirs:
        return
    one = not asked.aligned or asked.ours.sentences < 2
    if one and theirs <= asked.ours.values("term"):
        return
    # Not `of`: a short form inside another concept's longer one is a form too.
    ours = {(_place(asked, hit), hit.value) for hit in asked.ours.every("term")}
    lost = {
        hit.value
        for hit in asked.theirs.of("term")
        if hit.value in theirs and (_place(asked, hit), hit.value) not in ours
    }
    for concept in sorted(lost):
        forms = ", ".join(asked.known.own.terms[concept].forms[:3])
        yield f"has no word for {concept!r}", f"the glossary says: {forms}"


def _place(asked: Asked, hit: Hit) -> int:
    return hit.sentence if asked.aligned else 0


@asks_whether(
    "T363",
    Example(
        tag="pl",
        words="From a cup.",
        good="Z kubka.",
        bad="Z kubka, czyli kubeczka.",
    ),
    severity=Severity.ERROR,
    ours=("forbidden",),
)
def no_term_is_forbidden(asked: Asked) -> Iterator[Said]:
    """No word stands that the glossary forbids (rule TRN-011, ``term-forbidden``).

    It may stand where the original speaks of another concept that has this form.
    """
    forbidden = asked.ours.outside("forbidden", "term") if asked.known.own.terms else []
    if forbidden:
        hit = forbidden[0]
        forms = ", ".join(asked.known.own.terms[hit.value].forms[:3])
        hint = f"the glossary says: {forms}" if forms else ""
        yield f"says {hit.words!r}, which the glossary forbids for {hit.value!r}", hint

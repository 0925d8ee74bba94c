"""T360 and T361: a translation is as sure as the original, and no surer."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T360",
    Example(
        tag="pl",
        words="It probably helps.",
        good="To prawdopodobnie pomaga.",
        bad="To pomaga.",
        risk="certainty",
    ),
    Example(
        tag="ar",
        words="It may help, but we are not sure.",
        good="قد يساعد ذلك، لكننا لسنا متأكدين.",
        bad="يساعد ذلك على الأرجح.",
        risk="certainty",
    ),
)
def certainty_is_kept(asked: Asked) -> Iterator[Said]:
    """Words that say how sure we are stand in the translation (rules EVD-007, EVD-008).

    The weakest words ("may") are asked about where they speak of what is known: beside a
    citation, beside a second such word, or in a text that warns of nothing.
    """
    known = asked.known.shared_hedges
    if not known:
        return
    hedges = asked.theirs.of("hedge")
    if asked.theirs.said("hedge") == asked.ours.said("hedge"):
        return
    certain = "certainty" in asked.risks or bool(asked.original.cited)
    weak = [hit for hit in hedges if hit.value == "low"]
    may = len(weak) > 1 or bool(asked.original.cited) or "warning" not in asked.risks
    theirs = asked.theirs.said("hedge") & known
    ours = asked.ours.said("hedge") & known
    for level in sorted(theirs - ours):
        if may or level != "low":
            yield f"does not say how sure we are: nothing in it means {level!r}"
    for level in sorted(ours - theirs):
        if certain and level == "moderate":
            yield f"is surer than the original: it says {_words(asked, level)}"


@asks_whether(
    "T361",
    Example(
        tag="pl",
        words="It probably helps.",
        good="To prawdopodobnie pomaga.",
        bad="To prawdopodobnie zawsze pomaga.",
    ),
    Example(tag="ar", words="It helps.", good="هذا يساعد.", bad="هذا يساعد بالتأكيد."),
)
def nothing_is_made_certain(asked: Asked) -> Iterator[Said]:
    """No word is surer than evidence is ("always", "proves"), unless the original's is."""
    ours = asked.ours.outside("absolute", "hedge", "no negation")
    if ours and not asked.theirs.of("absolute"):
        yield f"is surer than the original: it says {ours[0].words!r}"


def _words(asked: Asked, level: str) -> str:
    return next(repr(hit.words) for hit in asked.ours.of("hedge") if hit.value == level)

"""T360 and T361: a translation is as sure as the original, and no surer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.lexicon import Scan
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
    Example(
        tag="pl",
        words="It may help [@A-1]. It may be small, but we are not sure [@A-2].",
        good="To może pomóc [@A-1]. To może być małe, ale nie mamy pewności [@A-2].",
        bad="To pomaga [@A-1]. To może być małe, ale nie mamy pewności [@A-2].",
    ),
)
def certainty_is_kept(asked: Asked) -> Iterator[Said]:
    """Words that say how sure we are stand in the translation (rules EVD-007, EVD-008).

    As many as in the original, of the same certainty: of "it may help, but we are not
    sure", neither half may go.
    """
    known = asked.known.shared_hedges
    if not known:
        return
    if not asked.theirs.of("hedge") and not asked.ours.of("hedge"):
        return
    theirs, ours = _levels(asked.theirs, known), _levels(asked.ours, known)
    if theirs["low"] == 1 and "warning" in asked.risks and not asked.original.cited:
        del theirs["low"]  # "you might be ill" is a reason to call, and no evidence
    for level, count in sorted((theirs - ours).items()):
        if not ours[level]:
            yield f"does not say how sure we are: nothing in it means {level!r}"
        else:
            said, wanted = ours[level], ours[level] + count
            yield f"says {said} of {wanted} times how sure we are ({level!r})"
    certain = "certainty" in asked.risks or bool(asked.original.cited)
    if certain and ours["moderate"] and not theirs["moderate"]:
        word = next(h.words for h in asked.ours.of("hedge") if h.value == "moderate")
        yield f"is surer than the original: it says {word!r}"


def _levels(scan: Scan, known: frozenset[str]) -> Counter[str]:
    """Count the words of each certainty."""
    return Counter(hit.value for hit in scan.of("hedge") if hit.value in known)


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

"""T360 and T361: a translation is as sure as the original, and no surer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.lexicon import Hit, Scan
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
    ours=("hedge",),
    theirs=("hedge",),
)
def certainty_is_kept(asked: Asked) -> Iterator[Said]:
    """Words that say how sure we are stand in the translation (rules EVD-007, EVD-008).

    As many as in the original, of the same certainty: of "it may help, but we are not
    sure", neither half may go. In each sentence, where both have as many.
    """
    known = asked.known.shared_hedges
    if not known:
        return
    if not asked.theirs.of("hedge") and not asked.ours.of("hedge"):
        return
    said, given = _levels(asked, asked.theirs), _levels(asked, asked.ours)
    if said == given:
        return
    theirs, ours = Counter(said), Counter(given)
    if "warning" in asked.risks and not asked.original.cited:
        weak = [place for place in theirs if place[1] == "low"]
        if sum(theirs[place] for place in weak) == 1:
            del theirs[weak[0]]  # "you might be ill" is a reason to call, no evidence
    for (place, level), count in sorted((theirs - ours).items()):
        if level not in known:
            continue
        left = ours[place, level]
        if not left:
            yield f"does not say how sure we are: nothing in it means {level!r}"
        else:
            yield f"says {left} of {left + count} times how sure we are ({level!r})"
    if "certainty" in asked.risks or asked.original.cited:
        for hit in asked.ours.of("hedge"):
            if hit.value == "moderate" and not theirs[_place(asked, hit)]:
                yield f"is surer than the original: it says {hit.words!r}"
                return


def _levels(asked: Asked, scan: Scan) -> list[tuple[int, str]]:
    """Give the certainty of each word that says one, with its sentence."""
    return [_place(asked, hit) for hit in scan.of("hedge")]


def _place(asked: Asked, hit: Hit) -> tuple[int, str]:
    return (hit.sentence if asked.aligned else 0), hit.value


@asks_whether(
    "T361",
    Example(
        tag="pl",
        words="It probably helps.",
        good="To prawdopodobnie pomaga.",
        bad="To prawdopodobnie zawsze pomaga.",
    ),
    Example(tag="ar", words="It helps.", good="هذا يساعد.", bad="هذا يساعد بالتأكيد."),
    ours=("absolute",),
)
def nothing_is_made_certain(asked: Asked) -> Iterator[Said]:
    """No word is surer than evidence is ("always", "proves"), unless the original's is."""
    ours = asked.ours.outside("absolute", "hedge", "no negation")
    if ours and not asked.theirs.of("absolute"):
        yield f"is surer than the original: it says {ours[0].words!r}"

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

    They stand as often as in the original, and each in its sentence where both have as
    many.

    The weakest words ("may") are asked about where they speak of what is known: beside a
    citation, beside a second such word, or in a text that warns of nothing.
    """
    known = asked.known.shared_hedges
    if not known:
        return
    hedges = asked.theirs.of("hedge")
    if not hedges and not asked.ours.of("hedge"):
        return
    certain = "certainty" in asked.risks or bool(asked.original.cited)
    weak = [hit for hit in hedges if hit.value == "low"]
    may = len(weak) > 1 or bool(asked.original.cited) or "warning" not in asked.risks
    theirs, ours = _levels(asked, asked.theirs), _levels(asked, asked.ours)
    for (sentence, level), count in theirs.items():
        if level not in known or not (may or level != "low"):
            continue
        if ours[sentence, level] < count:
            if ours[sentence, level]:
                yield f"says less often than the original how sure we are ({level!r})"
            else:
                yield f"does not say how sure we are: nothing in it means {level!r}"
    if certain and "moderate" in known:
        for sentence, level in ours:
            if level == "moderate" and not theirs[sentence, level]:
                yield f"is surer than the original: it says {_words(asked, level)}"


def _levels(asked: Asked, scan: Scan) -> Counter[tuple[int, str]]:
    """Count how often each level is said, sentence by sentence where that can be."""
    return Counter(
        (hit.sentence if asked.aligned else 0, hit.value) for hit in scan.of("hedge")
    )


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

"""T358 and T359: no negation is lost, and none is added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs import plurals
from leaflets.catalogs.question import Example, Said
from leaflets.checks.lexicon import Scan, covers
from leaflets.checks.questions.base import Asked, asks_whether

_UNSURE = frozenset({"moderate", "low", "very-low"})

_NONE: Counter[int] = Counter()

WHOLE = 0
"""Stands for the whole text where sentences cannot be compared one by one."""


@asks_whether(
    "T358",
    Example(tag="pl", words="Do not stop.", good="Nie przerywaj.", bad="Przerywaj."),
    Example(tag="ar", words="It is not safe.", good="هذا ليس آمنًا.", bad="هذا آمن."),
    Example(
        tag="pl",
        words="Call us. Do not wait.",
        good="Zadzwoń do nas. Nie czekaj.",
        bad="Nie dzwoń do nas. Czekaj.",
    ),
)
def no_negation_is_lost(asked: Asked) -> Iterator[Said]:
    """A sentence that denies in the original denies in the translation.

    Rule of the translation catalogue ``neg-missing``: per language, by its own words.
    """
    if not asked.known.negates:
        return
    theirs = _counts(asked.theirs, asked)
    if not theirs or _says_none(asked):
        return
    ours = _counts(asked.ours, asked)
    half = _halves(asked.ours, asked) - _halves(asked.theirs, asked)
    for sentence, count in sorted(theirs.items()):
        if count and not ours[sentence] and not half[sentence]:
            yield f"denies nothing where the original denies{_which(sentence, asked)}"


@asks_whether(
    "T359",
    Example(tag="pl", words="It is safe.", good="To jest bezpieczne.", bad="To nie jest bezpieczne."),
    Example(tag="ar", words="It is safe.", good="هذا آمن.", bad="هذا ليس آمنًا."),
)  # fmt: skip
def no_negation_is_added(asked: Asked) -> Iterator[Said]:
    """A sentence that denies nothing in the original denies nothing (``neg-added``)."""
    if not asked.known.negates:
        return
    ours = _counts(asked.ours, asked)
    if not ours or _says_none(asked):
        return
    theirs = _counts(asked.theirs, asked)
    half = _halves(asked.theirs, asked)
    for sentence, count in sorted(ours.items()):
        if count and not theirs[sentence] and not half[sentence]:
            yield f"denies what the original does not deny{_which(sentence, asked)}"


def _counts(scan: Scan, asked: Asked) -> Counter[int]:
    """Cues by sentence; those in words of certainty ("not sure") are T360's.

    They are left out only where both languages say them, and so on both sides.
    """
    if not scan.of("negation"):
        return _NONE
    levels = asked.theirs.values("hedge") & asked.ours.values("hedge") & _UNSURE
    cues = scan.outside("negation", "no negation", "half negation")
    if levels:
        unsure = [hit for hit in scan.of("hedge") if hit.value in levels]
        cues = [cue for cue in cues if not any(covers(hit, cue) for hit in unsure)]
    return Counter(hit.sentence if asked.aligned else WHOLE for hit in cues)


def _halves(scan: Scan, asked: Asked) -> Counter[int]:
    return Counter(
        hit.sentence if asked.aligned else WHOLE for hit in scan.of("half negation")
    )


def _says_none(asked: Asked) -> bool:
    """Say whether this is the plural form for nothing at all ("no cup")."""
    if not asked.pair.message.other:
        return False
    return plurals.examples(asked.known.locale)[asked.pair.index] == (0,)


def _which(sentence: int, asked: Asked) -> str:
    if not asked.aligned or asked.ours.sentences < 2:
        return ""
    return f", in sentence {sentence + 1}"

"""T358 and T359: no negation is lost, and none is added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs import plurals
from leaflets.catalogs.question import Example, Said
from leaflets.catalogs.reading import Reading
from leaflets.checks.lexicon import Hit, Scan, uncovered
from leaflets.checks.questions.base import Asked, asks_whether

WHOLE = 0
"""Stands for the whole text where sentences cannot be compared one by one."""

APART = 45
"""Two cues with so many letters between them deny twice; nearer ones are one denial, as
the French "ne … pas"."""

APART_UNSPACED = 14
"""The same, where a script sets no spaces."""

SAID_BY = 2
"""So many denials of another language may say one word that denies without a cue
("hardly ever, if at all")."""

_STOPS = re.compile("[,;:.!?()،؛。，；：、？！।۔–—]")
"""Marks that part one denial from the next."""


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
    Example(
        tag="fa",
        words="Do not drink it until it has cooled.",
        good="تا وقتی سرد نشده است، آن را ننوشید.",
        bad="تا وقتی سرد نشده است، آن را بنوشید.",
    ),
    Example(
        tag="pl",
        words="It may not help, but we are not sure.",
        good="Może nie pomagać, ale nie mamy pewności.",
        bad="Może nie pomagać, ale mamy pewność.",
    ),
    theirs=("negation",),
)
def no_negation_is_lost(asked: Asked) -> Iterator[Said]:
    """A sentence denies as often in the translation as in the original.

    Rule of the translation catalogue ``neg-missing``: per language, by its own words.
    """
    if not asked.known.negates or not asked.theirs.of("negation") or _says_none(asked):
        return
    unsure = _as_unsure(asked)
    theirs = _denials(asked, asked.theirs, asked.original, unsure, fewest=True)
    ours = _denials(asked, asked.ours, asked.said, unsure, fewest=False)
    for sentence, count in sorted(theirs.items()):
        denied = ours.get(sentence, 0)
        if denied + _halves(asked.ours, asked.theirs, sentence, asked) < count:
            fewer = "less often than" if denied else "nothing where"
            yield f"denies {fewer} the original denies{_which(sentence, asked)}"


@asks_whether(
    "T359",
    Example(tag="pl", words="It is safe.", good="To jest bezpieczne.", bad="To nie jest bezpieczne."),
    Example(tag="ar", words="It is safe.", good="هذا آمن.", bad="هذا ليس آمنًا."),
    Example(
        tag="fr",
        words="It helps, but not always.",
        good="Cela aide, mais pas à chaque fois.",
        bad="Cela n’aide pas, mais pas à chaque fois.",
    ),
    ours=("negation",),
)  # fmt: skip
def no_negation_is_added(asked: Asked) -> Iterator[Said]:
    """A sentence denies no more often than in the original (``neg-added``)."""
    if not asked.known.negates or not asked.ours.of("negation") or _says_none(asked):
        return
    unsure = asked.theirs.values("hedge") & asked.ours.values("hedge")
    theirs = _denials(asked, asked.theirs, asked.original, unsure, fewest=False)
    ours = _denials(asked, asked.ours, asked.said, unsure, fewest=True)
    for sentence, count in sorted(ours.items()):
        denied = theirs.get(sentence, 0)
        half = _halves(asked.theirs, asked.ours, sentence, asked)
        if denied + SAID_BY * half < count:
            more = "more often than the original" if denied else _WHAT_NOT
            yield f"denies {more}{_which(sentence, asked)}"


_WHAT_NOT = "what the original does not deny"


def _as_unsure(asked: Asked) -> frozenset[str]:
    """Levels of certainty that the translation says as often as the original."""
    if not asked.theirs.of("hedge"):
        return frozenset()
    theirs = Counter(hit.value for hit in asked.theirs.of("hedge"))
    ours = Counter(hit.value for hit in asked.ours.of("hedge"))
    return frozenset(level for level, count in theirs.items() if ours[level] >= count)


def _denials(
    asked: Asked, scan: Scan, reading: Reading, unsure: frozenset[str], *, fewest: bool
) -> dict[int, int]:
    """Count what is denied, by sentence: cues near each other are one denial.

    The same cue again ("no … and no") may go on with one denial or begin another: it
    counts unless *fewest* are asked for. Cues in words of certainty ("not sure") are left
    out where both languages say those.
    """
    cues = scan.outside("negation", "no negation", "half negation")
    if asked.ours.of("until") and asked.theirs.of("until"):
        cues = _without_until(scan, cues)
    hedges = [hit for hit in scan.of("hedge") if hit.value in unsure] if unsure else []
    cues = uncovered(cues, hedges)
    if len(cues) < 2:
        return {(cue.sentence if asked.aligned else WHOLE): 1 for cue in cues}
    spaced = (asked.known.own if scan is asked.ours else asked.known.original).spaced
    count: dict[int, int] = {}
    last: Hit | None = None
    first = ""
    for cue in cues:
        sentence = cue.sentence if asked.aligned else WHOLE
        again = not fewest and cue.words.casefold() == first
        if (
            last is None
            or (asked.aligned and cue.sentence != last.sentence)
            or again
            or _apart(scan, reading, last, cue, spaced=spaced)
        ):
            count[sentence] = count.get(sentence, 0) + 1
            first = cue.words.casefold()
        last = cue
    return count


def _apart(scan: Scan, reading: Reading, last: Hit, cue: Hit, *, spaced: bool) -> bool:
    """Say whether much or a mark stands between two cues."""
    if not spaced:
        if cue.start - last.end > APART_UNSPACED:
            return True
        return _STOPS.search(reading.tagged, last.end, max(cue.start, last.end)) is not None
    between = scan.written[last.end : cue.start]
    return (
        sum(map(len, between)) + len(between) > APART
        or _STOPS.search("".join(between)) is not None
    )


def _without_until(scan: Scan, cues: list[Hit]) -> list[Hit]:
    """Leave out the first cue behind each "until" of a clause: it denies nothing."""
    for until in scan.of("until"):
        for cue in cues:
            if cue.sentence == until.sentence and cue.start >= until.end:
                between = scan.written[until.end : cue.start]
                if not any(map(_STOPS.fullmatch, between)):
                    cues = [other for other in cues if other is not cue]
                break
    return cues


def _halves(here: Scan, there: Scan, sentence: int, asked: Asked) -> int:
    """Say how many more words deny without a cue in one text than in the other."""
    if not here.of("half negation"):
        return 0

    def count(scan: Scan) -> int:
        hits = scan.of("half negation")
        return sum(not asked.aligned or hit.sentence == sentence for hit in hits)

    return max(0, count(here) - count(there))


def _says_none(asked: Asked) -> bool:
    """Say whether this is the plural form for nothing at all ("no cup")."""
    if not asked.pair.message.other:
        return False
    return plurals.examples(asked.known.locale)[asked.pair.index] == (0,)


def _which(sentence: int, asked: Asked) -> str:
    if not asked.aligned or asked.ours.sentences < 2:
        return ""
    return f", in sentence {sentence + 1}"

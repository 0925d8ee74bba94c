"""E311 to E314: figures that a reader compares are said in one way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.reading import PLACED
from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.checks.passages import Whole
from leaflets.findings import Severity
from leaflets.model.facts import FactKind
from leaflets.origin import Origin

_DASHED = re.compile(rf"{PLACED}\s*[-–—−‐‑]\s*{PLACED}")


@rule("E311", Severity.ERROR)
def shares_have_one_whole(asked: Asked) -> Iterator[Said]:
    """The proportions of a section are out of the same number.

    "1 in 5" and "1 in 20" look as if the second were more; "20 in 100" and "5 in 100" do
    not.

    Standard: RSK-003, RSK-004; IPDAS (BMC Med Inform Decis Mak 2013;13 S2:S7: no "1 in X"
    with different X).
    """
    facts = asked.library.facts
    for wholes in _sections(asked):
        shares = [
            (origin, facts[name])
            for origin, name in _placed(wholes)
            if name in facts and facts[name].kind is FactKind.PROPORTION
        ]
        # The whole that most are out of; the first of two that are as many.
        ((usual, _),) = Counter(fact.of for _, fact in shares).most_common(1) or [("", 0)]
        for origin, fact in shares:
            if fact.of != usual:
                what = f"{fact.name!r} is out of {fact.of}, others of the section out of"
                yield origin, f"{what} {usual}", "say both out of the same number"


@rule("E312")
def shares_are_facts(asked: Asked) -> Iterator[Said]:
    """A share is a fact, and is not written in words ("one in four").

    Words hide that the whole differs from that of the figures beside them.

    Standard: RSK-004; NHS content style, numbers ("1 in 7", one format throughout);
    promise 2 of the design.
    """
    for passage in asked.passages.every:
        for hit in passage.scan.of("share"):
            hint = "define a fact of kind proportion, out of 100, and place it"
            yield passage.origin, f"share written in words: {hit.words!r}", hint


@rule("E313", Severity.ERROR)
def percentages_and_shares_are_not_mixed(asked: Asked) -> Iterator[Said]:
    """A section says its figures as "15 in 100" or as "15%", not now so, now otherwise.

    Standard: RSK-010; NHS content style, numbers (do not mix formats).
    """
    facts = asked.library.facts
    for wholes in _sections(asked):
        placed = [(origin, name) for origin, name in _placed(wholes) if name in facts]
        kinds = {facts[name].kind for _, name in placed}
        if FactKind.PROPORTION not in kinds:
            continue
        for origin, name in placed:
            if facts[name].kind is FactKind.PERCENTAGE:
                what = f"{name!r} is a percentage, in a section that says shares"
                yield origin, what, "make it a proportion out of 100"


@rule("E314", Severity.ERROR)
def ranges_are_written_in_words(asked: Asked) -> Iterator[Said]:
    """A range has a word between its ends ("5 to 10"), no dash.

    Read from right to left a dash turns the range over.

    Standard: NUM-003; NHS content style, numbers ("to" for ranges, not hyphens or dashes).
    """
    for passage in asked.passages.every:
        if _DASHED.search(passage.reading.tagged):
            yield passage.origin, "a range is written with a dash", "write 'to' or 'and'"


def _sections(asked: Asked) -> Iterator[list[Whole]]:
    """Yield what is read together: a section, the short form, all that stands in neither."""
    made: dict[tuple[bool, int], list[Whole]] = {}
    for whole in asked.passages.wholes:
        made.setdefault((whole.short, whole.section), []).append(whole)
    yield from made.values()


def _placed(wholes: list[Whole]) -> Iterator[tuple[Origin, str]]:
    """Yield the facts that are placed or drawn, once each, with their place."""
    seen: set[str] = set()
    for whole in wholes:
        found = [(p.origin, name) for p in whole.passages for name, _ in p.reading.placed]
        for origin, name in (*found, *((whole.origin, name) for name in whole.drawn)):
            if name not in seen:
                seen.add(name)
                yield origin, name

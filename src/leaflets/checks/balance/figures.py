"""E301 and E305: a figure stands where its claim is cited."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.checks.passages import Whole
from leaflets.findings import Severity
from leaflets.model.blocks import BarComparison, IconArray, Table
from leaflets.model.facts import FactKind
from leaflets.origin import Origin

FIGURES = frozenset({FactKind.NUMBER, FactKind.PROPORTION, FactKind.PERCENTAGE})
"""Kinds of facts that somebody has measured."""

_DRAWN = (BarComparison, IconArray, Table)
"""Blocks that show figures and hold few words: the words around them cite the claim."""


@rule("E301", Severity.ERROR)
def figures_are_cited_in_their_section(asked: Asked) -> Iterator[Said]:
    """The section in which a figure is first said cites its claim.

    Or it cites all the sources of that claim, so that the reader finds their numbers.

    Standard: EVD-003; DISCERN item 4 (it is clear what sources were used); IPDAS
    (citations to the studies selected); promise 1 of the design.
    """
    for whole, name, claim, place in _uncited(asked):
        if place == "nowhere":
            yield (
                _where(whole, name),
                f"figure {name!r} stands where its claim {claim!r} is not cited",
                f"cite it in the same block: [@{claim}]",
            )


@rule("E305")
def figures_are_cited_in_their_block(asked: Asked) -> Iterator[Said]:
    """A figure in words has its citation in the same block.

    A table, a picture or bars may leave that to the words of their section.

    Standard: EVD-003; DISCERN item 4; IPDAS (citations to the studies selected).
    """
    for whole, name, claim, place in _uncited(asked):
        if place != "nowhere" and not isinstance(whole.block, _DRAWN):
            what = f"figure {name!r} is said without its claim {claim!r}, cited {place}"
            yield _where(whole, name), what, f"cite it again: [@{claim}]"


def _uncited(asked: Asked) -> Iterator[tuple[Whole, str, str, str]]:
    """Yield figures that stand in a block without their claim, and where that is cited."""
    wholes, told = asked.passages.wholes, {True: set[str](), False: set[str]()}
    sections: dict[tuple[bool, int], list[str]] = {}
    for whole in wholes:
        sections.setdefault((whole.short, whole.section), []).extend(whole.cited)
    for whole in wholes:
        for name in whole.placed:
            fact = asked.library.facts.get(name)
            if fact is None or fact.kind not in FIGURES or not fact.claim:
                continue
            claim, cited = fact.claim, sections[whole.short, whole.section]
            if _rests(asked, claim, whole.cited):
                told[whole.short].add(name)
            elif whole.section >= 0 and _rests(asked, claim, cited):
                yield whole, name, claim, "in another block of the section"
                told[whole.short].add(name)
            elif name in told[whole.short]:
                yield whole, name, claim, "where the figure was first said"
            else:
                yield whole, name, claim, "nowhere"


def _rests(asked: Asked, claim: str, cited: tuple[str, ...] | list[str]) -> bool:
    """Say whether citations name a claim, or print all the sources of it."""
    if claim in cited:
        return True
    claims = asked.library.claims
    rests = set(claims[claim].sources) if claim in claims else set()
    there = {source for key in cited if key in claims for source in claims[key].sources}
    return bool(rests) and rests <= there


def _where(whole: Whole, name: str) -> Origin:
    for passage in whole.passages:
        if name in {placed for placed, _ in passage.reading.placed}:
            return passage.origin
    return whole.origin

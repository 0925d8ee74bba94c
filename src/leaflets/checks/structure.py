"""Whether a leaflet is built as it must be: ids, figures, plurals, dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from leaflets.checks.base import check
from leaflets.checks.said import Said
from leaflets.content.library import Library
from leaflets.findings import Severity
from leaflets.model.blocks import BarComparison, IconArray, KeyPoints, Warning
from leaflets.model.facts import FactKind, placed_in
from leaflets.model.leaflet import Leaflet
from leaflets.model.walk import texts
from leaflets.review.parts import blocks_of

REVIEW_YEARS = 3
"""A review is due within three years (NHS trusts' usual limit; the default is two)."""


@check("C401")
def ids_stand_once(library: Library) -> Iterator[Said]:
    """An id names one section or block of a leaflet, for ever."""
    for leaflet in library.leaflets.values():
        whole = [(s.id, s.heading.origin) for s in leaflet.sections]
        whole += [(b.id, b.origin) for s in leaflet.sections for b in s.blocks]
        short = [(b.id, b.origin) for b in leaflet.short.blocks]
        for place, kept in (
            (whole, {"evidence", "short", "imprint", "text"}),
            (short, {"unknowns", "limits"}),
        ):
            seen = set(kept)
            for name, origin in place:
                if name in seen:
                    yield origin, f"id {name!r} is used already in {leaflet.slug!r}"
                seen.add(name)


@check("C402")
def short_form_has_its_certainty(library: Library) -> Iterator[Said]:
    """The short evidence section prints claims that the full one explains."""
    for leaflet in library.leaflets.values():
        known = {claim.claim for claim in leaflet.evidence.certainty}
        for key in leaflet.short.certainty:
            if key not in known:
                yield leaflet.origin, f"short form prints claim {key!r}, evidence does not"


@check("C403")
def icons_can_be_counted(library: Library) -> Iterator[Said]:
    """An icon array shows a proportion of a hundred in whole figures (IPDAS)."""
    for leaflet in library.leaflets.values():
        for block in blocks_of(leaflet):
            if isinstance(block, IconArray) and block.fact in library.facts:
                fact = library.facts[block.fact]
                whole = fact.value.isdigit() and fact.of == "100"
                if fact.kind is not FactKind.PROPORTION or not whole:
                    yield block.origin, f"fact {block.fact!r} is not a whole number in 100"


@check("C404")
def bars_share_a_whole(library: Library) -> Iterator[Said]:
    """Bars that are compared are proportions of the same whole (BMC 2013;13 S2:S7)."""
    for leaflet in library.leaflets.values():
        for block in blocks_of(leaflet):
            if not isinstance(block, BarComparison):
                continue
            facts = [library.facts[b.fact] for b in block.bars if b.fact in library.facts]
            if any(f.kind is not FactKind.PROPORTION for f in facts):
                yield block.origin, "a bar shows a fact that is no proportion"
            elif len({f.of for f in facts}) > 1:
                yield block.origin, "bars with different denominators are compared"
            for bar in block.bars:
                if bool(bar.low) != bool(bar.high):
                    yield block.origin, "a bar's range has two ends, 'low' and 'high'"


@check("C405")
def plurals_have_their_number(library: Library) -> Iterator[Said]:
    """A plural is governed by a number that its words place."""
    kinds = (FactKind.NUMBER, FactKind.PROPORTION, FactKind.AGE, FactKind.DURATION)
    for leaflet in library.leaflets.values():
        for text in texts(leaflet):
            if not text.count or text.count not in library.facts:
                continue
            if library.facts[text.count].kind not in kinds:
                yield text.origin, f"fact {text.count!r} governs a noun but is no number"
            elif text.count not in {name for name, _ in placed_in(text.other)}:
                yield (
                    text.origin,
                    f"plural is governed by {text.count!r}, which is not placed",
                )


@check("C406")
def dates_make_sense(library: Library) -> Iterator[Said]:
    """Evidence is searched before a leaflet is reviewed again, within three years."""
    for leaflet in library.leaflets.values():
        evidence = leaflet.evidence
        searched, written, review = (
            datetime.date.fromisoformat(day)
            for day in (evidence.searched, evidence.written, evidence.review)
        )
        if not searched <= written < review:
            yield evidence.origin, "dates are not in the order searched, written, review"
        elif (review - written).days > REVIEW_YEARS * 366:
            yield (
                evidence.origin,
                f"review is due more than {REVIEW_YEARS} years after writing",
            )


@check("C407", Severity.WARNING)
def has_key_points(library: Library) -> Iterator[Said]:
    """A leaflet says its key points (PEMAT 11, Cochrane plain-language summaries)."""
    for leaflet in _for_patients(library):
        if not any(isinstance(block, KeyPoints) for block in blocks_of(leaflet)):
            yield leaflet.origin, f"leaflet {leaflet.slug!r} has no key points"


@check("C408", Severity.WARNING)
def has_a_warning(library: Library) -> Iterator[Said]:
    """A leaflet says when to get help (EQIP: alert signs)."""
    for leaflet in _for_patients(library):
        if not any(isinstance(block, Warning) for block in blocks_of(leaflet)):
            yield leaflet.origin, f"leaflet {leaflet.slug!r} does not say when to get help"


@check("C409")
def original_has_a_locale(library: Library) -> Iterator[Said]:
    """The language a leaflet is written in is a locale of the project."""
    for leaflet in library.leaflets.values():
        if leaflet.original not in library.locales:
            yield (
                leaflet.origin,
                f"original {leaflet.original!r} is no locale of the project",
            )


def _for_patients(library: Library) -> Iterator[Leaflet]:
    return (leaflet for leaflet in library.leaflets.values() if not leaflet.specimen)

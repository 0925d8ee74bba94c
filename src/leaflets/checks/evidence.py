"""Whether what a leaflet says rests on something."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.checks.base import check
from leaflets.checks.said import Said
from leaflets.content.library import Library
from leaflets.findings import Severity, errors
from leaflets.model.evidence import Certainty
from leaflets.model.facts import FactKind
from leaflets.review.parts import claims_of, facts_of

_FIGURES = frozenset({FactKind.NUMBER, FactKind.PROPORTION, FactKind.PERCENTAGE})


@check("E202")
def claims_have_sources(library: Library) -> Iterator[Said]:
    """A claim rests on a source, unless nobody has tested it (IPDAS 2.2, EQIP)."""
    for claim in library.claims.values():
        if not claim.sources and claim.certainty is not Certainty.UNTESTED:
            yield claim.origin, f"claim {claim.key!r} names no source"


@check("E203")
def figures_have_claims(library: Library) -> Iterator[Said]:
    """A figure rests on a claim (DESIGN, promise 1)."""
    for fact in library.facts.values():
        if fact.kind in _FIGURES and not fact.claim:
            yield fact.origin, f"figure {fact.name!r} names no claim"


@check("E207")
def figures_are_cited(library: Library) -> Iterator[Said]:
    """A leaflet that places a figure cites the claim it rests on (DESIGN, promise 1).

    Else the figure would be printed without a source or a word on how sure it is.
    """
    for leaflet in library.leaflets.values():
        cited = set(claims_of(leaflet))
        for name in facts_of(leaflet, library.facts):
            claim = library.facts[name].claim
            if claim and claim not in cited:
                what = f"places {name!r} and never cites its claim {claim!r}"
                yield leaflet.origin, f"leaflet {leaflet.slug!r} {what}"


@check("E204")
def sources_can_be_found(library: Library) -> Iterator[Said]:
    """A source that is cited has words to find it by: a title or a container, or a name."""
    for claim in library.claims.values():
        for key in claim.sources:
            source = library.sources.get(key)
            if source is not None and not (
                source.csl.get("title") or source.csl.get("container-title")
            ):
                yield source.origin, f"source {key!r} has neither title nor container"


@check("E205", Severity.WARNING)
def sources_have_identifiers(library: Library) -> Iterator[Said]:
    """A source can be looked up: DOI, PMID, PMCID or address."""
    used = {key for claim in library.claims.values() for key in claim.sources}
    for key in sorted(used & set(library.sources)):
        csl = library.sources[key].csl
        if not any(csl.get(field) for field in ("DOI", "PMID", "PMCID", "URL")):
            origin = library.sources[key].origin
            yield origin, f"source {key!r} has no DOI, PMID, PMCID or address"


@check("E206", Severity.WARNING)
def claims_are_used(library: Library) -> Iterator[Said]:
    """A claim is made by some leaflet."""
    if errors(library.findings):
        return  # a leaflet that could not be read may make it
    used = {key for leaflet in library.leaflets.values() for key in claims_of(leaflet)}
    used.update(fact.claim for fact in library.facts.values())
    for key, claim in library.claims.items():
        if key not in used:
            yield claim.origin, f"claim {key!r} is made by no leaflet"

"""Whether every name that is used is defined: facts, claims, sources."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from leaflets.checks.base import check
from leaflets.checks.said import Said
from leaflets.content import marks
from leaflets.content.library import Library
from leaflets.model.blocks import BarComparison, IconArray, OptionGrid
from leaflets.model.facts import FIELDS, FactKind, placed_in
from leaflets.model.walk import texts
from leaflets.origin import Origin
from leaflets.review.parts import blocks_of


def _near(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(names), n=1)
    return f"did you mean {near[0]!r}?" if near else ""


def _facts_named(library: Library) -> Iterator[tuple[Origin, str]]:
    for leaflet in library.leaflets.values():
        for text in texts(leaflet):
            names = {
                name for words in (text.words, text.other) for name, _ in placed_in(words)
            }
            names.update(name for w in (text.words, text.other) for name in marks.links(w))
            names.update({text.count} - {""})
            for name in sorted(names):
                yield text.origin, name
        for block in blocks_of(leaflet):
            if isinstance(block, IconArray):
                yield block.origin, block.fact
            elif isinstance(block, BarComparison):
                for bar in block.bars:
                    for name in (bar.fact, bar.low, bar.high):
                        if name:
                            yield block.origin, name


@check("C201")
def known_facts(library: Library) -> Iterator[Said]:
    """A fact that is used is defined."""
    for origin, name in _facts_named(library):
        if name not in library.facts:
            yield origin, f"fact {name!r} is not defined", _near(name, library.facts)


@check("C202")
def known_fields(library: Library) -> Iterator[Said]:
    """A part of a fact is one that its kind has."""
    for leaflet in library.leaflets.values():
        for text in texts(leaflet):
            for words in (text.words, text.other):
                for name, field in placed_in(words):
                    fact = library.facts.get(name)
                    if fact and field and field not in FIELDS.get(fact.kind, ()):
                        kind = fact.kind.value
                        yield (
                            text.origin,
                            f"a {kind} has no part {field!r}: '{{{name}.{field}}}'",
                        )


@check("C203")
def known_claims(library: Library) -> Iterator[Said]:
    """A claim that is cited is defined."""
    for leaflet in library.leaflets.values():
        used = [
            (text.origin, key)
            for text in texts(leaflet)
            for words in (text.words, text.other)
            for key in marks.citations(words)
        ]
        used += [(c.text.origin, c.claim) for c in leaflet.evidence.certainty]
        for block in blocks_of(leaflet):
            if isinstance(block, OptionGrid):
                used += [(option.name.origin, option.claim) for option in block.options]
        for origin, key in used:
            if key not in library.claims:
                yield origin, f"claim {key!r} is not defined", _near(key, library.claims)
    for fact in library.facts.values():
        if fact.claim and fact.claim not in library.claims:
            hint = _near(fact.claim, library.claims)
            yield fact.origin, f"claim {fact.claim!r} is not defined", hint


@check("E201")
def known_sources(library: Library) -> Iterator[Said]:
    """A claim cites sources that exist."""
    for claim in library.claims.values():
        for source in claim.sources:
            if source not in library.sources:
                hint = _near(source, library.sources)
                yield (
                    claim.origin,
                    f"claim {claim.key!r} cites unknown source {source!r}",
                    hint,
                )


@check("C204")
def links_lead_somewhere(library: Library) -> Iterator[Said]:
    """A link leads to a fact that is an address or a telephone number."""
    addresses = (FactKind.WEB, FactKind.EMAIL, FactKind.PHONE)
    for leaflet in library.leaflets.values():
        for text in texts(leaflet):
            for name in marks.links(text.words):
                fact = library.facts.get(name)
                if fact is not None and fact.kind not in addresses:
                    yield text.origin, f"link leads to {name!r}, which is no address"

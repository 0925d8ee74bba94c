"""What a leaflet rests on, gathered for whoever reviews it.

Facts, claims and blocks by name, the things that a person must check at their source, and
the fingerprints of all that is read at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leaflets import fingerprint
from leaflets.content import marks
from leaflets.content.library import Library
from leaflets.model.blocks import Block
from leaflets.model.facts import Fact, placed_in
from leaflets.model.leaflet import Leaflet
from leaflets.model.walk import texts
from leaflets.origin import Origin


def facts_of(leaflet: Leaflet, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """Names of the facts that a leaflet places or draws, in order of name."""
    names = {
        name
        for text in texts(leaflet)
        for words in (text.words, text.other)
        for name, _ in placed_in(words)
    }
    names.update(text.count for text in texts(leaflet) if text.count)
    names.update(
        name
        for text in texts(leaflet)
        for words in (text.words, text.other)
        for name in marks.links(words)
    )
    for block in blocks_of(leaflet):
        names.add(getattr(block, "fact", ""))
        for bar in getattr(block, "bars", ()):
            names.update((bar.fact, bar.low, bar.high))
    return tuple(sorted(names & set(facts)))


def claims_of(leaflet: Leaflet) -> tuple[str, ...]:
    """Keys of the claims that a leaflet cites, in order of key."""
    keys = {
        key
        for text in texts(leaflet)
        for words in (text.words, text.other)
        for key in marks.citations(words)
    }
    keys.update(part.claim for part in leaflet.evidence.certainty)
    for block in blocks_of(leaflet):
        keys.update(option.claim for option in getattr(block, "options", ()))
    return tuple(sorted(keys))


def sources_of(library: Library, leaflet: Leaflet) -> tuple[str, ...]:
    """Keys of the sources that the claims of a leaflet rest on, in order of key."""
    held = [library.claims[key] for key in claims_of(leaflet) if key in library.claims]
    return tuple(
        sorted({key for claim in held for key in claim.sources} & set(library.sources))
    )


def blocks_of(leaflet: Leaflet) -> Iterator[Block]:
    """Every block of a leaflet, the short form's too."""
    for section in leaflet.sections:
        yield from section.blocks
    yield from leaflet.short.blocks


def original_fingerprint(
    library: Library, leaflet: Leaflet, furniture: Mapping[str, str]
) -> str:
    """Fingerprint of all that is read in the original, the *furniture* with it."""
    facts = [library.facts[name] for name in facts_of(leaflet, library.facts)]
    claims = [library.claims[key] for key in claims_of(leaflet) if key in library.claims]
    sources = [dict(library.sources[key].csl) for key in sources_of(library, leaflet)]
    return fingerprint.of("original", leaflet, facts, claims, sources, dict(furniture))


def translated_fingerprint(original: str, said: Leaflet, phrases: Mapping[str, str]) -> str:
    """Fingerprint of a translation: of the very original and of every word of it."""
    return fingerprint.of("translation", original, said, dict(phrases))


def to_verify(library: Library, leaflet: Leaflet) -> dict[str, tuple[str, str, Origin]]:
    """Say what a person must check before *leaflet* is final, by name.

    Each with why, the fingerprint that a check must have, and where it stands.
    """
    wanted: dict[str, tuple[str, str, Origin]] = {}
    for name in facts_of(leaflet, library.facts):
        fact = library.facts[name]
        if fact.verify:
            wanted[f"fact:{name}"] = (fact.verify, fingerprint.of(fact), fact.origin)
    for key in claims_of(leaflet):
        claim = library.claims.get(key)
        if claim is not None and claim.verify:
            wanted[f"claim:{key}"] = (claim.verify, fingerprint.of(claim), claim.origin)
    for block in blocks_of(leaflet):
        if block.verify:
            name = f"block:{leaflet.slug}.{block.id}"
            wanted[name] = (block.verify, fingerprint.of(block), block.origin)
    return wanted

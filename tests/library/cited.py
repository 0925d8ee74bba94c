"""Which leaflets rest on a claim."""

from __future__ import annotations

from leaflets.content.library import Library
from leaflets.review.parts import claims_of


def cited(shelf: Library) -> dict[str, set[str]]:
    """By key of the claim, the leaflets that cite it in words, a grid or the evidence."""
    found: dict[str, set[str]] = {}
    for leaflet in shelf.leaflets.values():
        for key in claims_of(leaflet):
            found.setdefault(key, set()).add(leaflet.slug)
    return found

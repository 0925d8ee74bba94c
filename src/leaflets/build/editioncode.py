"""The code of an edition: leaflet, locale, and eight characters over all that it says."""

from __future__ import annotations

import base64
import hashlib

from leaflets import fingerprint
from leaflets.model.edition import Edition
from leaflets.review.parts import claims_of, facts_of

_ALPHABET = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
)
"""Base 32 without I and O, which are read as 1 and 0 over a telephone."""


def edition_code(edition: Edition, words: str) -> str:
    """Make the code of an edition; *words* is the fingerprint of what it says."""
    cited = claims_of(edition.leaflet)
    placed = facts_of(edition.leaflet, edition.facts)
    whole = fingerprint.of(
        words,
        edition.imprint,
        edition.locale,
        [edition.claims[key] for key in cited],
        [edition.facts[name] for name in placed],
        [
            dict(edition.sources[s].csl)
            for key in cited
            for s in edition.claims[key].sources
        ],
    )
    digest = base64.b32encode(hashlib.sha256(whole.encode()).digest()[:5])
    letters = digest.translate(_ALPHABET).decode()
    return f"{edition.leaflet.slug}-{edition.locale.tag}-{letters}".upper()

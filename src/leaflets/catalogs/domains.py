"""The gettext domains of a project: one for each leaflet, one for the furniture.

A translator's file is one leaflet, and a sign-off covers one file.
"""

from __future__ import annotations

from dataclasses import dataclass

from leaflets.catalogs.messages import Message, messages_of, phrase_messages
from leaflets.catalogs.phrases import DOMAIN, ORIGINAL
from leaflets.content.library import Library


@dataclass(frozen=True, slots=True)
class Domain:
    """A gettext domain: the messages of one leaflet, or of the furniture."""

    name: str
    original: str
    """BCP 47 tag of the language that the messages are written in."""

    messages: tuple[Message, ...]


def domains(library: Library) -> tuple[Domain, ...]:
    """List every gettext domain of a project: the furniture, then the leaflets by name."""
    leaflets = (
        Domain(slug, leaflet.original, messages_of(leaflet, library.facts, library.claims))
        for slug, leaflet in sorted(library.leaflets.items())
    )
    return (Domain(DOMAIN, ORIGINAL, phrase_messages()), *leaflets)

"""The gettext domains of a project: one for each leaflet, one for the furniture.

A translator's file is one leaflet, and a sign-off covers one file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from leaflets.catalogs.messages import Message, messages_of, phrase_messages
from leaflets.catalogs.phrases import DOMAIN, ORIGINAL
from leaflets.catalogs.terms import Terms, terms_of
from leaflets.content.library import Library
from leaflets.content.meanings import read_machine_terms, read_meanings
from leaflets.model.leaflet import Leaflet
from leaflets.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Domain:
    """A gettext domain: the messages of one leaflet, or of the furniture."""

    name: str
    original: str
    """BCP 47 tag of the language that the messages are written in."""

    messages: tuple[Message, ...]
    wording: Wording | None = None
    """What the project knows of the original's words; None where nobody wrote it down."""


def domains(library: Library) -> tuple[Domain, ...]:
    """List every gettext domain of a project: the furniture, then the leaflets by name.

    Raises ContentError where the glossary cannot be read.
    """
    wording = library.wordings.get(ORIGINAL)
    furniture = Domain(DOMAIN, ORIGINAL, phrase_messages(wording), wording)
    leaflets = (
        Domain(
            slug,
            leaflet.original,
            leaflet_messages(library, leaflet),
            library.wordings.get(leaflet.original),
        )
        for slug, leaflet in sorted(library.leaflets.items())
    )
    return (furniture, *leaflets)


def leaflet_messages(library: Library, leaflet: Leaflet) -> tuple[Message, ...]:
    """Gather the messages of a leaflet, with all that the project knows around them.

    Raises ContentError where the glossary cannot be read.
    """
    tag = leaflet.original
    meanings = read_meanings(library.project)
    return messages_of(
        leaflet,
        library.facts,
        library.claims,
        wording=library.wordings.get(tag),
        terms=terms_of(meanings, library.glossary.of(tag), tag) if meanings else None,
    )


MACHINE_TERM = "MACHINE TERM, to be checked: "
"""Starts the note about a term that no person has chosen."""


def with_machine_terms(domain: Domain, library: Library, tag: str) -> Domain:
    """Say in the notes of a domain which of its terms a machine has chosen in a locale.

    Raises ContentError where the glossary cannot be read.
    """
    chosen: Mapping[str, str] = read_machine_terms(library.project).get(tag, {})
    if not chosen:
        return domain
    meanings = read_meanings(library.project)
    terms = terms_of(meanings, library.glossary.of(domain.original), domain.original)
    return replace(
        domain,
        messages=tuple(
            replace(message, notes=(*message.notes, *_chosen(message, terms, chosen)))
            for message in domain.messages
        ),
    )


def _chosen(message: Message, terms: Terms, chosen: Mapping[str, str]) -> Iterator[str]:
    for concept in terms.concepts(f"{message.words} {message.other}"):
        if concept in chosen:
            yield f"{MACHINE_TERM}{concept} = {chosen[concept]}"

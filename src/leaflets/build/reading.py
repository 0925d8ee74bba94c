"""What lies before a signer: a leaflet in a locale as it is now, message by message.

Here, because the model's side of it (facts, claims, sources) is ``review``'s and the
words in another language are ``catalogs``'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.messages import Message, messages_of, phrase_messages
from leaflets.catalogs.phrases import DOMAIN
from leaflets.content.library import Library
from leaflets.model.leaflet import Leaflet
from leaflets.model.locale import Locale
from leaflets.review.coverage import PHRASES
from leaflets.review.present import Part, Present, present

Shelf = Callable[[Locale, str], Catalog | None]
"""Gives the catalog of a locale for a domain; None where there is none."""


def present_of(library: Library, leaflet: Leaflet, locale: Locale, shelf: Shelf) -> Present:
    """Say what a signer of *leaflet* in *locale* has before them now."""
    foreign = locale.tag != leaflet.original
    messages = messages_of(leaflet, library.facts, library.claims)
    own = shelf(locale, leaflet.slug) if foreign else None
    furniture = shelf(locale, DOMAIN) if foreign else None
    parts = (
        *_parts(messages, own),
        *_parts(phrase_messages(), furniture, prefix=f"{PHRASES}:"),
    )
    return present(library, leaflet, locale.tag, parts)


def _parts(
    messages: Iterable[Message], catalog: Catalog | None, prefix: str = ""
) -> Iterator[Part]:
    for message in messages:
        entry = catalog.entries.get(message.key) if catalog else None
        yield Part(
            key=f"{prefix}{message.key}",
            words=message.words,
            other=message.other,
            count=message.count,
            facts=tuple((fact.name, fact.as_words()) for fact in message.facts),
            forms=entry.forms if entry is not None and entry.translated else (),
            original=message.fingerprint,
            risks=frozenset(getattr(message, "risks", ())),
        )

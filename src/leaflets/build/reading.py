"""What lies before a signer: a leaflet in a locale as it is now, message by message.

Here, because the model's side of it (facts, claims, sources) is ``review``'s and the
words in another language are ``catalogs``'.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.messages import Message, messages_of, phrase_messages
from leaflets.catalogs.phrases import DOMAIN, ORIGINAL
from leaflets.catalogs.risks import risks_of
from leaflets.content.library import Library
from leaflets.model.leaflet import Leaflet
from leaflets.model.locale import Locale
from leaflets.model.wording import Wording
from leaflets.review.coverage import PHRASES
from leaflets.review.present import Part, Present, present

Shelf = Callable[[Locale, str], Catalog | None]
"""Gives the catalog of a locale for a domain; None where there is none."""


def present_of(library: Library, leaflet: Leaflet, locale: Locale, shelf: Shelf) -> Present:
    """Say what a signer of *leaflet* in *locale* has before them now."""
    foreign = locale.tag != leaflet.original
    known = library.wordings.get(locale.tag)
    own = shelf(locale, leaflet.slug) if foreign else None
    furniture = shelf(locale, DOMAIN) if foreign else None
    parts = (
        *(
            _part(message, own, locale.tag, known)
            for message in messages_of(
                leaflet,
                library.facts,
                library.claims,
                wording=library.wordings.get(leaflet.original),
            )
        ),
        *(
            replace(part, key=f"{PHRASES}:{part.key}")
            for message in phrase_messages(library.wordings.get(ORIGINAL))
            for part in [_part(message, furniture, locale.tag, known)]
        ),
    )
    return present(library, leaflet, locale.tag, parts)


def _part(
    message: Message, catalog: Catalog | None, tag: str, known: Wording | None
) -> Part:
    """Make one part, with what a mistake would put at risk on either side.

    A translation may deny or doubt what its original does not: a change to it is then as
    much for every role. *known* is what the project knows of the words of its language.
    """
    entry = catalog.entries.get(message.key) if catalog else None
    forms = entry.forms if entry is not None and entry.translated else ()
    risks = [risks_of(form, language=tag, wording=known) for form in forms]
    return Part(
        key=message.key,
        words=message.words,
        other=message.other,
        count=message.count,
        facts=tuple((fact.name, fact.as_words()) for fact in message.facts),
        forms=forms,
        original=message.fingerprint,
        risks=message.risks.union(*risks),
    )

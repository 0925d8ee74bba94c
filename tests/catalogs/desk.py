"""What the tests of this room do at the translator's desk."""

from __future__ import annotations

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.domains import Domain, domains
from leaflets.catalogs.joining import filled, updated
from leaflets.content.library import Library

FRENCH = {
    "tea.title": ("Le thé et le sommeil",),
    "tea.how-many.text": ("Environ {poor_sleep} dorment mal [@A1].",),
    "tea.wait.text": (
        "Attendez {days.count} jour.",
        "Attendez {days.count} jours.",
    ),
    "tea.call.text": ("Appelez [notre ligne](helpline) au {helpline}.",),
    "tea.calm.text": ("Le thé est *chaud* et calme.",),
    "tea.stop.title": ("Demandez de l’aide",),
}
"""A translation of a part of the leaflet about tea."""


def domain_of(library: Library, name: str = "tea") -> Domain:
    """Find a domain by name."""
    return next(domain for domain in domains(library) if domain.name == name)


def catalog_of(
    library: Library, tag: str, translations: dict[str, tuple[str, ...]]
) -> Catalog:
    """Make a catalog in step with the leaflet, with some translations in it."""
    locale = library.locales[tag]
    fresh = updated(domain_of(library), None, locale, "2026-01-03")
    return reread(filled(fresh, translations, machine=False), library)


def reread(catalog: Catalog, library: Library) -> Catalog:
    """Write a catalog and read it again, as a file goes to and fro."""
    return store.parse(
        store.written(catalog),
        domain=catalog.domain,
        shown=f"{catalog.domain}.po",
        locale=library.locales[catalog.locale_tag],
    )

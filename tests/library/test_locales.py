"""Every leaflet is there in every language, whole, and says that a machine made it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.domains import Domain, domains
from leaflets.catalogs.status import standing
from leaflets.checks.backwards import look_back
from leaflets.checks.translation import look_over
from leaflets.content.library import Library
from leaflets.findings import errors
from leaflets.model.locale import Locale

LOCALES = ("ar", "bn", "es", "fa", "fr", "hi", "pa", "pl", "ro", "ur", "zh-Hans")


def _catalogs(shelf: Library, locale: Locale) -> Iterator[tuple[Domain, Catalog]]:
    for domain in domains(shelf):
        leaflet = shelf.leaflets.get(domain.name)
        if leaflet is None or not leaflet.specimen:
            path = shelf.project.catalog(locale.folder, domain.name)
            yield domain, store.read(path, shelf.project.shown(path), locale)


def test_the_languages_are_these(shelf: Library) -> None:
    """Eleven beside English; a twelfth is added here when it is whole."""
    real = {tag for tag, locale in shelf.locales.items() if not locale.pseudo}
    assert real == {"en", *LOCALES}


@pytest.mark.parametrize("tag", LOCALES)
def test_no_message_is_empty_fuzzy_or_stale(tag: str, shelf: Library) -> None:
    """Nothing stands in for itself on a page."""
    locale = shelf.locales[tag]
    states = {
        (message.key, state)
        for domain, catalog in _catalogs(shelf, locale)
        for message in domain.messages
        if (state := standing(message, catalog.entries.get(message.key), locale).state)
        not in {"machine", "translated", "reviewed", "signed"}
    }
    assert states == set()


@pytest.mark.parametrize("tag", LOCALES)
def test_a_draft_by_a_machine_says_so_in_its_file(tag: str, shelf: Library) -> None:
    """In the head, and beside each message that no person has looked at."""
    locale = shelf.locales[tag]
    assert locale.machine
    for _, catalog in _catalogs(shelf, locale):
        assert "awaiting a qualified translator" in catalog.header["X-Machine-Draft"]
        assert any(entry.machine for entry in catalog.entries.values())


@pytest.mark.parametrize("tag", LOCALES)
def test_no_translation_holds_what_does_harm(tag: str, shelf: Library) -> None:
    """None of the checks that stop a page finds anything."""
    locale = shelf.locales[tag]
    found = [
        str(finding)
        for domain, catalog in _catalogs(shelf, locale)
        for finding in errors(look_over(domain.messages, catalog, locale, shelf))
    ]
    assert found == []


@pytest.mark.parametrize("tag", LOCALES)
def test_what_is_most_at_risk_was_translated_back(tag: str, shelf: Library) -> None:
    """Warnings, and what says how sure we are: by a blind reader, and of these very words."""
    found = [
        str(finding)
        for domain, catalog in _catalogs(shelf, shelf.locales[tag])
        for finding in look_back(domain.messages, catalog)
    ]
    assert found == []

"""How far a translation is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tests.catalogs.desk import FRENCH, catalog_of, domain_of

from leaflets.catalogs import store
from leaflets.catalogs.status import status
from leaflets.content.library import Library

Read = Callable[[], Library]


def test_every_message_has_one_state(tea: Read, folder: Path) -> None:
    """Checked, drafted, fuzzy, stale, missing or refused."""
    library = tea()
    catalog = catalog_of(library, "fr", FRENCH)
    entries = dict(catalog.entries)
    for key, fields in {
        "tea.title": {"machine": True},
        "tea.how-many.text": {"fuzzy": True},
        "tea.wait.text": {"translates": "0" * 12},
        "tea.call.text": {"forms": ("Appelez.",)},
    }.items():
        entries[key] = replace(entries[key], **fields)  # type: ignore[arg-type]
    path = library.project.catalog("fr", "tea")
    store.write(path, replace(catalog, entries=MappingProxyType(entries)))
    found = status(library.project, domain_of(library), library.locales["fr"])
    assert found is not None
    total = len(domain_of(library).messages)
    assert found.counts == {
        "translated": 2,
        "machine": 1,
        "fuzzy": 1,
        "stale": 1,
        "missing": total - 6,
        "refused": 1,
    }
    assert found.states["tea.call.text"] == "refused"
    assert sum(standing.to_redo for standing in found.standings) == total - 3


def test_a_locale_without_a_catalog_has_no_status(tea: Read) -> None:
    """It has not been begun."""
    library = tea()
    assert status(library.project, domain_of(library), library.locales["ar"]) is None

"""What one leaflet has translated is offered to another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.catalogs.desk import FRENCH, catalog_of, domain_of

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.joining import filled
from leaflets.catalogs.update import in_step, steps, update
from leaflets.content.library import Library
from leaflets.errors import LocaleError

Read = Callable[[], Library]


@pytest.fixture
def second(tea: Read, folder: Path) -> Read:
    """Make a second leaflet with the texts of the first, which is translated already."""
    library = tea()
    path = library.project.catalog("fr", "tea")
    path.parent.mkdir(parents=True)
    store.write(path, catalog_of(library, "fr", FRENCH))
    leaflets = folder / "content" / "leaflets"
    text = (leaflets / "tea.yaml").read_text().replace("leaflet: tea", "leaflet: again")
    (leaflets / "again.yaml").write_text(text)
    return tea


def updated_catalog(library: Library, name: str = "again") -> Catalog:
    """Update the French catalogs and read one of them."""
    update(library, library.locales["fr"])
    path = library.project.catalog("fr", name)
    return store.read(path, path.name, library.locales["fr"])


def test_the_same_words_in_another_leaflet_are_offered_as_fuzzy(second: Read) -> None:
    """With the key they come from; a person says whether they fit."""
    library = second()
    catalog = updated_catalog(library)
    entry = catalog.entries["again.how-many.text"]
    assert entry.forms == FRENCH["tea.how-many.text"]
    assert entry.fuzzy
    assert entry.comments == ("from: tea.how-many.text",)
    assert catalog.entries["again.wait.text"].forms == FRENCH["tea.wait.text"]
    assert update(library, library.locales["fr"]) == ()


def test_once_it_is_accepted_nothing_says_where_it_came_from(second: Read) -> None:
    """The translator takes the fuzzy mark away, and the comment goes with it."""
    library = second()
    catalog = updated_catalog(library)
    text = store.written(catalog).replace("#, fuzzy, ", "#, ").replace("#, fuzzy\n", "")
    library.project.catalog("fr", "again").write_text(text)
    entry = updated_catalog(library).entries["again.title"]
    assert (entry.forms, entry.fuzzy, entry.comments) == (FRENCH["tea.title"], False, ())


def test_between_two_translations_a_person_chooses(second: Read) -> None:
    """The same words, said in two ways: nothing is offered."""
    library = second()
    fr = library.locales["fr"]
    path = library.project.catalog("fr", "again")
    held = in_step(library, fr, domain_of(library, "again"))
    both = filled(
        held, {"again.title": ("Thé",), "again.purpose": ("But.",)}, machine=False
    )
    store.write(path, both)
    twice = (library.project.content / "leaflets" / "again.yaml").read_text()
    (library.project.content / "leaflets" / "third.yaml").write_text(
        twice.replace("leaflet: again", "leaflet: third")
    )
    catalog = updated_catalog(second(), "third")
    assert catalog.entries["third.title"].forms == ("",)
    assert catalog.entries["third.purpose"].forms == ("But.",)


def test_a_fuzzy_or_stale_translation_is_offered_to_nobody(
    second: Read, folder: Path
) -> None:
    """Figures changed behind the words: what was made for them is not passed on."""
    facts = folder / "content" / "facts" / "tea.yaml"
    facts.write_text(facts.read_text().replace("value: 15", "value: 16"))
    catalog = updated_catalog(second())
    assert catalog.entries["again.how-many.text"].forms == ("",)
    assert catalog.entries["again.title"].forms == FRENCH["tea.title"]


def test_a_text_that_moved_to_another_leaflet_is_offered_too(
    second: Read, folder: Path
) -> None:
    """It is obsolete where it was, and remembered as long as its figures stand."""
    path = folder / "content" / "leaflets" / "tea.yaml"
    path.write_text(
        path.read_text().replace("title: {text: Tea and sleep", "title: {text: A")
    )
    line = '      - {kind: paragraph, id: call, text: "Call [our line](helpline) on {helpline}."}\n'
    assert line in path.read_text()
    path.write_text(path.read_text().replace(line, ""))
    catalog = updated_catalog(second())
    assert catalog.entries["again.call.text"].forms == FRENCH["tea.call.text"]


def test_a_neighbour_that_cannot_be_read_stops_only_itself(second: Read) -> None:
    """Its words are not offered, and it is not written over."""
    library = second()
    path = library.project.catalog("fr", "tea")
    path.write_text('msgid "open\n')
    (step,) = steps(library, library.locales["fr"], ("again",))
    assert step.joined.counts["fuzzy"] == 0
    with pytest.raises(LocaleError):
        steps(library, library.locales["fr"], ("tea",))
    assert path.read_text() == 'msgid "open\n'


def test_the_original_has_no_catalog_to_bring_in_step(second: Read) -> None:
    """English is what the rest is translated from."""
    library = second()
    with pytest.raises(LocaleError, match="has no catalog there"):
        in_step(library, library.locales["en"], domain_of(library))

"""Say a leaflet in another language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.catalogs.desk import FRENCH, catalog_of, domain_of, reread

from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.joining import filled, updated
from leaflets.catalogs.phrases import phrases
from leaflets.catalogs.translate import say_phrases, translate
from leaflets.content.library import Library
from leaflets.findings import Finding, Severity
from leaflets.model.text import Text
from leaflets.model.walk import texts

Read = Callable[[], Library]


def say(
    library: Library, tag: str, catalog: Catalog | None
) -> tuple[dict[str, Text], tuple[Finding, ...]]:
    """Translate the leaflet about tea; its Texts by key, and the findings."""
    leaflet = library.leaflets["tea"]
    said, found = translate(leaflet, library.facts, library.locales[tag], catalog)
    assert type(said) is type(leaflet)
    return {text.key: text for text in texts(said)}, found


def about(found: tuple[Finding, ...], key: str) -> list[str]:
    """Codes of the findings about a message."""
    return [finding.code for finding in found if f"'{key}'" in finding.message]


def changed(catalog: Catalog, key: str, **fields: object) -> Catalog:
    """Change an entry of a catalog."""
    entries = dict(catalog.entries)
    entries[key] = replace(entries[key], **fields)  # type: ignore[arg-type]
    return replace(catalog, entries=MappingProxyType(entries))


def test_a_translated_text_has_the_words_and_the_language(tea: Read) -> None:
    """Key and place stay, words and language change."""
    held = tea()
    said, found = say(held, "fr", catalog_of(held, "fr", FRENCH))
    title = said["tea.title"]
    assert title.words == "Le thé et le sommeil"
    assert (title.lang, title.stand_in) == ("fr", False)
    assert title.origin == held.leaflets["tea"].title.origin
    assert about(found, "tea.title") == []


def test_a_missing_translation_lets_the_original_stand_in(tea: Read) -> None:
    """The reader of a draft sees the words, marked, in their own language."""
    held = tea()
    said, found = say(held, "fr", catalog_of(held, "fr", FRENCH))
    text = said["tea.purpose"]
    assert text.words == "This leaflet is about tea."
    assert (text.lang, text.stand_in) == ("en", True)
    assert about(found, "tea.purpose") == ["T201"]
    assert {f.severity for f in found} == {Severity.WARNING}
    assert all(f.origin.path == "tea.po" and f.origin.line for f in found)


def test_a_fuzzy_translation_is_not_printed(tea: Read) -> None:
    """Nobody has said that it is right."""
    held = tea()
    catalog = changed(catalog_of(held, "fr", FRENCH), "tea.title", fuzzy=True)
    said, found = say(held, "fr", catalog)
    assert said["tea.title"].stand_in
    assert about(found, "tea.title") == ["T202"]


@pytest.mark.parametrize(
    "fields",
    [
        {"translates": "000000000000"},
        {"words": "Tea or sleep"},
    ],
)
def test_a_stale_translation_is_not_printed(tea: Read, fields: dict[str, object]) -> None:
    """It was made for other words or other figures."""
    held = tea()
    catalog = changed(catalog_of(held, "fr", FRENCH), "tea.title", **fields)
    said, found = say(held, "fr", catalog)
    assert said["tea.title"].stand_in
    assert about(found, "tea.title") == ["T203"]


def test_a_changed_figure_makes_a_translation_stale(tea: Read, folder: Path) -> None:
    """The catalog is untouched; the fact behind its placeholder is another."""
    catalog = catalog_of(tea(), "fr", FRENCH)
    facts = folder / "content" / "facts" / "tea.yaml"
    facts.write_text(facts.read_text().replace("value: 15", "value: 16"))
    said, found = say(tea(), "fr", catalog)
    assert said["tea.how-many.text"].stand_in
    assert about(found, "tea.how-many.text") == ["T203"]
    assert not said["tea.title"].stand_in


def test_an_entry_that_does_not_say_what_it_translates_is_taken_by_its_words(
    tea: Read,
) -> None:
    """Unless a figure stands behind them, which may have changed unseen."""
    held = tea()
    catalog = catalog_of(held, "fr", FRENCH)
    catalog = changed(catalog, "tea.title", translates="")
    catalog = changed(catalog, "tea.how-many.text", translates="")
    said, _ = say(held, "fr", catalog)
    assert not said["tea.title"].stand_in
    assert said["tea.how-many.text"].stand_in


def test_a_dangerous_translation_is_an_error_and_is_not_printed(tea: Read) -> None:
    """The original stands in for a sentence that lost its figure."""
    held = tea()
    bad = {**FRENCH, "tea.how-many.text": ("Environ 15 sur 100 dorment mal [@A1].",)}
    said, found = say(held, "fr", catalog_of(held, "fr", bad))
    assert said["tea.how-many.text"].stand_in
    assert about(found, "tea.how-many.text") == ["T301", "T306"]
    errors = [f for f in found if f.severity is Severity.ERROR]
    assert [f.code for f in errors] == ["T301", "T306"]


FORMS_PL = tuple(f"{form} {{days.count}}" for form in ("dzień", "dni-few", "dni-many"))
FORMS_AR = tuple(f"{form} {{days.count}}" for form in "abcdef")


@pytest.mark.parametrize(
    ("number", "polish", "arabic"),
    [("1", 0, 1), ("2", 1, 2), ("3", 1, 3), ("5", 2, 3), ("11", 2, 4), ("100", 2, 5)],
)
def test_a_number_selects_the_plural_form_of_each_language(
    tea: Read, folder: Path, number: str, polish: int, arabic: int
) -> None:
    """Three days are not five in Polish, and not eleven in Arabic."""
    facts = folder / "content" / "facts" / "tea.yaml"
    facts.write_text(facts.read_text().replace("value: 3", f"value: {number}"))
    held = tea()
    for tag, forms, index in (("pl", FORMS_PL, polish), ("ar", FORMS_AR, arabic)):
        catalog = catalog_of(held, tag, {"tea.wait.text": forms})
        said, _ = say(held, tag, catalog)
        assert said["tea.wait.text"].words == forms[index]


@pytest.mark.parametrize(
    ("number", "words"), [("1", "Wait {days.count} day."), ("3", "Wait {days.count} days.")]
)
def test_the_original_chooses_its_plural_and_nothing_else(
    tea: Read, folder: Path, number: str, words: str
) -> None:
    """In its own language a leaflet needs no catalog."""
    facts = folder / "content" / "facts" / "tea.yaml"
    facts.write_text(facts.read_text().replace("value: 3", f"value: {number}"))
    said, found = say(tea(), "en", None)
    assert found == ()
    assert said["tea.wait.text"].words == words
    assert {(text.lang, text.stand_in) for text in said.values()} == {("en", False)}


def test_a_fraction_without_a_plural_form_is_said(tea: Read, folder: Path) -> None:
    """Polish has a case for fractions that gettext has no form for."""
    facts = folder / "content" / "facts" / "tea.yaml"
    facts.write_text(facts.read_text().replace("value: 3", "value: 1.5"))
    held = tea()
    _, found = say(held, "pl", catalog_of(held, "pl", {"tea.wait.text": FORMS_PL}))
    assert [f.code for f in found if f.code == "T204"] == ["T204"]


def test_without_a_catalog_one_finding_says_so(tea: Read) -> None:
    """Not one for each message."""
    said, found = say(tea(), "fr", None)
    assert [f.code for f in found] == ["T200"]
    assert all(text.stand_in for text in said.values())


def test_phrases_stand_in_where_they_are_missing(tea: Read) -> None:
    """The furniture is translated by the same rules."""
    held = tea()
    fr = held.locales["fr"]
    domain = domain_of(held, "phrases")
    catalog = filled(
        updated(domain, None, fr),
        {
            "fact.proportion": ("{count} sur {of}",),
            "figure.range": ("de {low}",),
            "evidence.heading": ("<b>Preuves</b>",),
        },
        machine=True,
    )
    words, stand_ins, found = say_phrases(fr, reread(catalog, held))
    assert words["fact.proportion"] == "{count} sur {of}"
    assert set(words) == set(phrases())
    assert stand_ins == set(phrases()) - {"fact.proportion"}
    assert words["figure.range"] == "from {low} to {high}"
    assert sorted(f.code for f in found if f.severity is Severity.ERROR) == [
        "T301",
        "T305",
    ]


def test_the_furniture_needs_no_catalog_in_its_own_language(tea: Read) -> None:
    """English phrases are the original."""
    words, stand_ins, found = say_phrases(tea().locales["en"], None)
    assert words["evidence.sources"] == phrases()["evidence.sources"].words
    assert (stand_ins, found) == (frozenset(), ())

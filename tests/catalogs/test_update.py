"""Bring catalogs in step with what was edited."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.catalogs.desk import FRENCH, catalog_of, domain_of, reread

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.joining import updated
from leaflets.catalogs.translate import judge
from leaflets.catalogs.update import update
from leaflets.content.library import Library
from leaflets.errors import LocaleError

Read = Callable[[], Library]
Edit = Callable[[str, str], Catalog]


@pytest.fixture
def edit(tea: Read, folder: Path) -> Edit:
    """Edit the leaflet after it was translated; the updated catalog."""
    held = catalog_of(tea(), "fr", FRENCH)

    def edited(before: str, after: str) -> Catalog:
        path = folder / "content" / "leaflets" / "tea.yaml"
        text = path.read_text()
        assert before in text
        path.write_text(text.replace(before, after))
        library = tea()
        catalog = updated(domain_of(library), held, library.locales["fr"])
        again = updated(domain_of(library), reread(catalog, library), library.locales["fr"])
        assert store.written(again) == store.written(catalog)
        return reread(catalog, library)

    return edited


def state(entry: Entry) -> tuple[tuple[str, ...], bool, str]:
    """Forms, whether fuzzy, and the words they were made for."""
    return entry.forms, entry.fuzzy, entry.previous


def test_nothing_edited_nothing_changed(tea: Read) -> None:
    """The bytes are the same."""
    held = tea()
    catalog = catalog_of(held, "fr", FRENCH)
    again = updated(domain_of(held), catalog, held.locales["fr"])
    assert store.written(again) == store.written(catalog)


def test_a_light_edit_is_fuzzy_with_the_words_as_they_were(edit: Edit) -> None:
    """The translator sees old and new side by side."""
    entry = edit("Tea is *warm* and calm.", "Tea is *warm* and kind.").entries[
        "tea.calm.text"
    ]
    assert state(entry) == (FRENCH["tea.calm.text"], True, "Tea is *warm* and calm.")
    assert entry.words == "Tea is *warm* and kind."


def test_a_full_rewrite_keeps_the_old_translation(edit: Edit) -> None:
    """Joined on the key; msgmerge would lose it."""
    entry = edit("Tea is *warm* and calm.", "Sleep comes by itself.").entries[
        "tea.calm.text"
    ]
    assert state(entry) == (FRENCH["tea.calm.text"], True, "Tea is *warm* and calm.")


def test_a_second_edit_remembers_the_words_that_were_translated(
    edit: Edit, tea: Read
) -> None:
    """Not the words between, which nobody translated."""
    edit("Tea is *warm* and calm.", "Tea is *warm* and kind.")
    entry = edit("Tea is *warm* and kind.", "Tea is *warm* and mild.").entries[
        "tea.calm.text"
    ]
    assert entry.previous == "Tea is *warm* and calm."


def test_a_moved_text_keeps_its_translation(edit: Edit) -> None:
    """The key says that it is the same."""
    line = '      - {kind: paragraph, id: how-many, text: "About {poor_sleep} sleep badly [@A1]."}\n'
    catalog = edit(line, "")
    assert [entry.key for entry in catalog.obsolete] == ["tea.how-many.text"]
    catalog = edit("      - kind: warning\n", f"{line}      - kind: warning\n")
    entry = catalog.entries["tea.how-many.text"]
    assert state(entry) == (FRENCH["tea.how-many.text"], False, "")
    assert catalog.obsolete == ()


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("Tea is *warm*", "Tea is not *warm*", "tea.calm.text"),
        ("Tea is *warm*", "Tea isn't *warm*", "tea.calm.text"),
        ("Tea is *warm*", "Two teas are *warm*", "tea.calm.text"),
        (
            "{poor_sleep} sleep badly",
            "{poor_sleep} and {days} sleep badly",
            "tea.how-many.text",
        ),
    ],
)
def test_a_negation_or_a_figure_that_changed_is_never_pre_filled(
    edit: Edit, before: str, after: str, key: str
) -> None:
    """The old translation stays beside the entry, where it cannot be printed."""
    entry = edit(before, after).entries[key]
    assert state(entry)[:2] == (("",), False)
    earlier = " ".join(line.removeprefix("earlier: ") for line in entry.comments)
    assert earlier == FRENCH[key][0]


def test_a_typing_mistake_in_capitals_is_fuzzy(edit: Edit) -> None:
    """A change of case may be a change of meaning."""
    entry = edit("Tea and sleep", "TEA and sleep").entries["tea.title"]
    assert state(entry) == (FRENCH["tea.title"], True, "Tea and sleep")


def test_a_change_of_spaces_alone_keeps_the_translation(edit: Edit) -> None:
    """Content folds spaces; what is left of them is no change."""
    entry = edit("Tea is *warm* and calm.", "Tea is  *warm*  and calm.").entries[
        "tea.calm.text"
    ]
    assert state(entry) == (FRENCH["tea.calm.text"], False, "")


def test_both_halves_of_a_text_that_was_split_are_offered_the_translation(
    edit: Edit,
) -> None:
    """As fuzzy, beside the whole that it was made for."""
    split = 'Tea is *warm*."}\n      - {kind: paragraph, id: calm-2, text: "And calm."}'
    catalog = edit('Tea is *warm* and calm."}', split)
    for key in ("tea.calm.text", "tea.calm-2.text"):
        entry = catalog.entries[key]
        assert state(entry) == (FRENCH["tea.calm.text"], True, "Tea is *warm* and calm.")
        assert entry.previous_key == "tea.calm.text"


def test_of_two_equal_texts_the_edited_one_changes(edit: Edit) -> None:
    """Keys tell them apart."""
    copy = '{kind: paragraph, id: copy, text: "Tea is *warm* and calm."}'
    edit(
        '{kind: paragraph, id: calm, text: "Tea',
        f"{copy}\n      - " + '{kind: paragraph, id: calm, text: "Tea',
    )
    catalog = edit(copy, copy.replace("calm.", "kind."))
    assert state(catalog.entries["tea.calm.text"]) == (FRENCH["tea.calm.text"], False, "")


def test_a_text_that_becomes_plural_has_its_first_form_filled(edit: Edit) -> None:
    """And is fuzzy, though one form is there."""
    entry = edit(
        'id: calm, text: "Tea is *warm* and calm."}',
        "id: calm, text: {one: Tea is *warm*., other: Teas are *warm*., count: days}}",
    ).entries["tea.calm.text"]
    assert entry.fuzzy
    assert entry.forms == ("Le thé est *chaud* et calme.", "")
    assert entry.previous == "Tea is *warm* and calm."


def test_a_changed_figure_makes_the_translation_fuzzy_with_all_its_forms(
    tea: Read, folder: Path
) -> None:
    """Three days have become five; the words around may no longer fit."""
    held = catalog_of(tea(), "fr", FRENCH)
    facts = folder / "content" / "facts" / "tea.yaml"
    facts.write_text(facts.read_text().replace("value: 3", "value: 5"))
    library = tea()
    domain, fr = domain_of(library), library.locales["fr"]
    catalog = reread(updated(domain, held, fr), library)
    assert state(catalog.entries["tea.wait.text"]) == (FRENCH["tea.wait.text"], True, "")
    assert not catalog.entries["tea.title"].fuzzy
    again = updated(domain, catalog, fr)
    assert store.written(again) == store.written(catalog)


def test_a_translator_who_takes_the_fuzzy_mark_away_has_translated(
    edit: Edit, tea: Read
) -> None:
    """After an update the entry shows the new words, and says so."""
    catalog = edit("Tea is *warm* and calm.", "Tea is *warm* and kind.")
    library = tea()
    message = next(m for m in domain_of(library).messages if m.key == "tea.calm.text")
    entry = catalog.entries["tea.calm.text"]
    fr = library.locales["fr"]
    assert [f.code for f in judge(message, entry, fr)] == ["T202"]
    assert judge(message, replace(entry, fuzzy=False), fr) == []


def test_a_text_that_is_gone_leaves_its_translation_behind(edit: Edit) -> None:
    """At the end of the file, in case it comes back."""
    catalog = edit(
        '      - {kind: paragraph, id: calm, text: "Tea is *warm* and calm."}\n', ""
    )
    assert "tea.calm.text" not in catalog.entries
    assert [entry.forms for entry in catalog.obsolete] == [FRENCH["tea.calm.text"]]


def test_a_language_that_nobody_taught_us_is_never_pre_filled(
    edit: Edit, tea: Read
) -> None:
    """Its negations are not known here."""
    library = tea()
    domain = replace(domain_of(library), original="xx")
    held = catalog_of(library, "fr", FRENCH)
    message = next(m for m in domain.messages if m.key == "tea.calm.text")
    other = replace(message, words="Tea is *warm* and kind.", fingerprint="0" * 12)
    catalog = updated(replace(domain, messages=(other,)), held, library.locales["fr"])
    assert catalog.entries["tea.calm.text"].forms == ("",)


@pytest.mark.parametrize("tag", ["ar", "pl", "fr"])
def test_every_catalog_is_written_and_gettext_accepts_it(
    tea: Read, folder: Path, tag: str
) -> None:
    """Leaflet and furniture; the second time nothing is written."""
    library = tea()
    locale = library.locales[tag]
    paths = update(library, locale)
    assert [path.name for path in paths] == ["phrases.po", "tea.po"]
    assert update(library, locale) == ()
    for path in paths:
        done = subprocess.run(
            ["msgfmt", "-c", "-o", "/dev/null", str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert "X-Machine-Draft: machine draft" in path.read_text()


def test_the_original_has_no_catalog(tea: Read, folder: Path) -> None:
    """English is what the rest is translated from."""
    library = tea()
    assert update(library, library.locales["en"]) == ()
    assert not (folder / "locales" / "en" / "LC_MESSAGES").exists()


def test_a_catalog_that_cannot_be_read_is_never_written_over(
    tea: Read, folder: Path
) -> None:
    """Somebody's work is in it."""
    library = tea()
    path = folder / "locales" / "fr" / "LC_MESSAGES" / "tea.po"
    path.parent.mkdir()
    path.write_text('msgid "open\n')
    with pytest.raises(LocaleError) as caught:
        update(library, library.locales["fr"])
    assert str(caught.value.origin) == "locales/fr/LC_MESSAGES/tea.po:1"
    assert path.read_text() == 'msgid "open\n'
    assert list(path.parent.iterdir()) == [path]


def test_a_header_keeps_what_a_translator_wrote(tea: Read) -> None:
    """Names, teams and X- fields stay; the plural rule is the locale's."""
    library = tea()
    catalog = catalog_of(library, "fr", {})
    header = {**catalog.header, "Last-Translator": "Ada <ada@example.org>", "X-Tool": "1"}
    held = reread(replace(catalog, header=header), library)
    again = updated(domain_of(library), held, library.locales["fr"])
    assert again.header["Last-Translator"] == "Ada <ada@example.org>"
    assert again.header["X-Tool"] == "1"
    assert again.header["Plural-Forms"] == library.locales["fr"].plural_forms


def test_gettext_accepts_a_translation_that_places_parts_of_a_fact(
    tea: Read, tmp_path: Path
) -> None:
    """Some languages must inflect the unit between number and noun."""
    library = tea()
    parts = ("{poor_sleep.of} dont {poor_sleep.count} dorment mal [@A1].",)
    catalog = catalog_of(library, "fr", {**FRENCH, "tea.how-many.text": parts})
    assert catalog.entries["tea.how-many.text"].flags == ()
    assert catalog.entries["tea.call.text"].flags == ("python-brace-format",)
    again = updated(domain_of(library), catalog, library.locales["fr"])
    assert store.written(again) == store.written(catalog)
    path = tmp_path / "fr.po"
    store.write(path, catalog)
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")

"""What a translator is given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.catalogs.desk import domain_of

from leaflets.catalogs.domains import domains
from leaflets.catalogs.messages import Message, messages_of, phrase_messages
from leaflets.catalogs.risks import risks_of
from leaflets.catalogs.update import in_step
from leaflets.content.library import Library
from leaflets.errors import ContentError
from leaflets.model.walk import texts
from leaflets.model.wording import Wording
from leaflets.origin import Origin

Read = Callable[[], Library]


def messages(tea: Read) -> dict[str, Message]:
    """Messages of the leaflet about tea, by key."""
    held = tea()
    found = messages_of(held.leaflets["tea"], held.facts, held.claims)
    return {message.key: message for message in found}


def test_every_text_is_a_message_with_the_evidence_and_the_short_form(tea: Read) -> None:
    """Nothing that is printed is left out of the catalog."""
    held = tea()
    keys = {text.key for text in texts(held.leaflets["tea"])}
    assert set(messages(tea)) == keys
    assert {"tea.evidence.A1", "tea.evidence.who", "tea.short.brief.text"} <= keys


def test_the_notes_say_what_a_placeholder_stands_for(tea: Read) -> None:
    """The value and its meaning, and how sure a cited claim is."""
    notes = "\n".join(messages(tea)["tea.how-many.text"].notes)
    assert "{poor_sleep}: proportion 15 in 100 – People who sleep badly." in notes
    assert "certainty of this claim: moderate" in notes
    assert messages(tea)["tea.title"].notes[0] == "A calm title."


def test_a_warning_and_a_certainty_tell_the_translator_that_they_matter(tea: Read) -> None:
    """A lost 'not' does harm there."""
    said = messages(tea)
    marked = {key for key, m in said.items() if any("SAFETY" in n for n in m.notes)}
    assert marked == {
        "tea.stop.title",
        "tea.stop.groups.1.lead",
        "tea.stop.groups.1.items.1",
        "tea.evidence.A1",
    }


def test_a_changed_figure_changes_the_fingerprint_of_its_messages_only(
    tea: Read, folder: Path
) -> None:
    """Words and notes alone do not tell that 15 has become 16."""
    before = messages(tea)
    facts = folder / "content" / "facts" / "tea.yaml"
    facts.write_text(facts.read_text().replace("value: 15", "value: 16"))
    after = messages(tea)
    changed = {k for k in before if before[k].fingerprint != after[k].fingerprint}
    assert changed == {"tea.how-many.text"}


def test_a_number_that_selects_the_plural_is_in_the_fingerprint(
    tea: Read, folder: Path
) -> None:
    """Three days have become five: every language must look again."""
    before = messages(tea)["tea.wait.text"].fingerprint
    facts = folder / "content" / "facts" / "tea.yaml"
    facts.write_text(facts.read_text().replace("value: 3", "value: 5"))
    assert messages(tea)["tea.wait.text"].fingerprint != before


def test_a_moved_or_annotated_text_keeps_its_fingerprint(tea: Read, folder: Path) -> None:
    """Neither lines nor notes are what a translation depends on."""
    before = messages(tea)["tea.title"].fingerprint
    path = folder / "content" / "leaflets" / "tea.yaml"
    path.write_text("# moved\n" + path.read_text().replace("A calm title.", "Calm."))
    assert messages(tea)["tea.title"].fingerprint == before


def test_the_furniture_is_a_domain_of_its_own() -> None:
    """Every phrase has words, a note and a key that is used once."""
    said = phrase_messages()
    assert len({message.key for message in said}) == len(said)
    assert all(message.words and message.notes[0] for message in said)


def test_the_notes_say_where_a_text_stands_and_what_fits_there(tea: Read) -> None:
    """A heading is short, a sign of danger is a sign of danger."""
    said = messages(tea)
    assert "length: at most about 70 characters" in said["tea.title"].notes
    assert "heading of a section" in said["tea.first.heading"].notes
    sign = said["tea.stop.groups.1.items.1"].notes
    assert "warning: a sign that the reader must act on" in sign
    assert "stands in the short form" in said["tea.short.brief.text"].notes[0]


def test_a_short_text_that_fills_its_room_may_still_grow(tea: Read, folder: Path) -> None:
    """No translator is asked for fewer letters than the original has."""
    path = folder / "content" / "leaflets" / "tea.yaml"
    path.write_text(path.read_text().replace("Tea and sleep", "Tea and sleep " * 10))
    assert "length: at most about 180 characters" in messages(tea)["tea.title"].notes


def test_a_term_of_the_glossary_comes_with_what_it_means(tea: Read, folder: Path) -> None:
    """By its name, or by the form that the glossary gives it in originals."""
    glossary = folder / "content" / "glossary"
    glossary.mkdir()
    table = "term,definition,fr\ntea (infusion),A drink of leaves.,thé\nline,A number to call.,\n"
    (glossary / "terms.csv").write_text(table + "sleep,Rest.,\n")
    (glossary / "en.yaml").write_text("terms:\n  sleep: {forms: [asleep]}\n")
    held = {m.key: m.notes for m in domain_of(tea()).messages}
    assert "tea (infusion): A drink of leaves." in held["tea.title"]
    assert "line: A number to call." in held["tea.call.text"]
    assert not any(note.startswith("sleep:") for note in held["tea.title"])


def test_a_term_that_a_machine_chose_is_marked_in_the_catalog(
    tea: Read, folder: Path
) -> None:
    """In its own language alone, beside every message that speaks of it."""
    glossary = folder / "content" / "glossary"
    glossary.mkdir()
    (glossary / "terms.csv").write_text("term,definition,fr\nline,A number to call.,\n")
    (glossary / "machine-terms.csv").write_text("locale,term,words\nfr,line,ligne\n")
    held = tea()
    note = "MACHINE TERM, to be checked: line = ligne"

    french = in_step(held, held.locales["fr"], domain_of(held))
    polish = in_step(held, held.locales["pl"], domain_of(held))

    assert [key for key, entry in french.entries.items() if note in entry.notes] == [
        message.key for message in domain_of(held).messages if " line" in message.words
    ]
    assert not any("MACHINE" in note for e in polish.entries.values() for note in e.notes)


def test_a_broken_table_of_machine_terms_is_an_error(tea: Read, folder: Path) -> None:
    """No term loses its mark in silence."""
    glossary = folder / "content" / "glossary"
    glossary.mkdir()
    (glossary / "machine-terms.csv").write_text("tag,term\n")
    held = tea()
    with pytest.raises(ContentError) as caught:
        in_step(held, held.locales["fr"], domain_of(held))
    assert str(caught.value.origin) == "content/glossary/machine-terms.csv:1"


@pytest.mark.parametrize("table", ["a,b\n", 'term,definition\n"x\n' + "y" * 140_000])
def test_a_glossary_that_cannot_be_read_is_an_error(
    tea: Read, folder: Path, table: str
) -> None:
    """With its place, and no traceback."""
    glossary = folder / "content" / "glossary"
    glossary.mkdir()
    (glossary / "terms.csv").write_text(table)
    with pytest.raises(ContentError) as caught:
        domains(tea())
    assert str(caught.value.origin).startswith("content/glossary/terms.csv:")


def test_the_risks_of_a_message_are_told_by_where_it_stands_and_what_it_says(
    tea: Read,
) -> None:
    """A warning, a certainty, a figure, a negation; or nothing."""
    said = {key: message.risks for key, message in messages(tea).items()}
    assert said["tea.stop.groups.1.lead"] == {"warning", "negation"}
    assert said["tea.stop.title"] == {"warning"}
    assert said["tea.how-many.text"] == {"certainty", "fact"}
    assert said["tea.evidence.A1"] == {"certainty"}
    assert said["tea.wait.text"] == {"fact"}
    assert said["tea.calm.text"] == frozenset()


def test_a_figure_in_words_is_a_fact_at_risk() -> None:
    """Two tablets that became three are for every role, though no fact is placed."""
    assert risks_of("Take two cups.", language="en") == {"fact"}
    assert risks_of("Wait a week.", language="en") == {"fact"}
    assert risks_of("Take some.", language="en") == frozenset()


def test_no_words_of_a_project_make_an_english_negation_harmless() -> None:
    """Who empties the list of negations loosens no gate."""
    few = Wording(
        tag="en", origin=Origin("x"), negations=("nope",), hedges={"low": ("perchance",)}
    )
    assert risks_of("Do not take it.", language="en", wording=few) == {"negation"}
    assert risks_of("It may help.", language="en", wording=few) == {"certainty"}


def test_in_a_language_that_nobody_taught_us_any_text_may_deny_or_weigh() -> None:
    """Better one reader too many."""
    assert risks_of("Te.", language="xx") == {"certainty", "negation"}
    wording = Wording(
        tag="xx", origin=Origin("x"), negations=("ne",), hedges={"low": ("peut",)}
    )
    assert risks_of("Te.", language="xx", wording=wording) == frozenset()
    assert risks_of("Ne te.", language="xx", wording=wording) == {"negation"}


def test_a_certainty_phrase_is_at_risk_and_a_heading_is_not() -> None:
    """The furniture says how sure we are, too."""
    said = {message.key: message.risks for message in phrase_messages()}
    assert "certainty" in said["certainty.high.label"]
    assert "certainty" not in said["leaflet.notes"]

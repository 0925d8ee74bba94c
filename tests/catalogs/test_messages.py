"""What a translator is given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from leaflets.catalogs.messages import Message, messages_of, phrase_messages
from leaflets.content.library import Library
from leaflets.model.walk import texts

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
    assert messages(tea)["tea.title"].notes == ("A calm title.",)


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

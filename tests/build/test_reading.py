"""What lies before a signer is what the catalogs and the model say now."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaflets.build import signing
from leaflets.catalogs.messages import messages_of
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.review.events import Words
from leaflets.review.marks import original_mark


@pytest.fixture(scope="module")
def shelf(tea: Path) -> Library:
    """Give the library of the tests' project."""
    return library.read(Project.at(tea))


def test_a_mark_of_kept_words_is_that_of_their_message(shelf: Library) -> None:
    """The ledger can prove by itself which message, with which facts, was signed."""
    messages = messages_of(shelf.leaflets["tea"], shelf.facts)
    assert any(message.facts for message in messages)
    assert any(message.other for message in messages)
    for message in messages:
        facts = [(fact.name, fact.as_words()) for fact in message.facts]
        mark = original_mark(
            message.key, message.words, message.other, message.count, facts
        )
        assert mark == message.fingerprint


@pytest.mark.parametrize("tag", ["en", "pl", "ar"])
def test_every_mark_of_a_reading_has_its_words(shelf: Library, tag: str) -> None:
    """What a sign-off stands on can be shown, in the original and in a translation."""
    now = signing.before(shelf, "tea", tag).now
    kept = {words.mark: words for words in now.words}
    pairs = [*now.reading.parts.values(), *now.reading.phrases.values()]
    assert pairs
    for pair in pairs:
        marks = [mark for mark in pair if mark]
        assert len(marks) == (1 if tag == "en" else 2)
        assert all(isinstance(kept[mark], Words) for mark in marks)


def test_content_is_read_with_the_original_alone(shelf: Library) -> None:
    """Claims, sources and the build of a leaflet are nothing that a translator signs."""
    original = signing.before(shelf, "tea", "en").now.reading
    translation = signing.before(shelf, "tea", "pl").now.reading
    assert original.claims
    assert original.sources
    assert original.frame
    assert (translation.claims, translation.sources, translation.frame) == ({}, {}, "")
    assert set(translation.facts) < set(original.facts)


def test_a_language_whose_words_nobody_wrote_down_may_hold_any_risk(
    shelf: Library,
) -> None:
    """Nobody can say that a changed translation denies nothing: every role reads it."""
    assert "pl" not in shelf.wordings
    parts = signing.before(shelf, "tea", "pl").now.parts
    assert all("negation" in part.risks for part in parts)
    originals = signing.before(shelf, "tea", "en").now.parts
    assert any(not part.risks for part in originals)


def test_a_missing_translation_has_no_mark(own_tea: Path) -> None:
    """Nothing can cover what is not there, and nobody can sign over it."""
    path = own_tea / "locales/pl/LC_MESSAGES/tea.po"
    path.write_text(path.read_text().replace('"Nalej."', '""'), encoding="utf-8")
    text = signing.before(library.read(Project.at(own_tea)), "tea", "pl")
    (part,) = [part for part in text.now.parts if part.key == "tea.steps.items.3"]
    assert part.translation == ""
    assert text.unfit["tea.steps.items.3"].code == "T201"

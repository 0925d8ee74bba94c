"""Paragraphs have one number, whatever the language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from leaflets.content import library
from leaflets.content.project import Project
from leaflets.model.paragraphs import numbers
from leaflets.model.walk import texts, with_texts


def test_every_text_has_a_number_of_its_own(tea: Path) -> None:
    """No two Texts of a leaflet are called the same."""
    leaflet = library.read(Project.at(tea)).leaflets["tea"]
    found = numbers(leaflet)

    assert set(found) == {text.key for text in texts(leaflet)}
    assert len(set(found.values())) == len(found)


def test_numbers_do_not_depend_on_words(tea: Path) -> None:
    """A leaflet said in another language has the same numbers."""
    leaflet = library.read(Project.at(tea)).leaflets["tea"]
    said = with_texts(leaflet, lambda text: replace(text, words="…", lang="pl"))

    assert numbers(said) == numbers(leaflet)


def test_what_leads_to_a_list_comes_before_its_points(tea: Path) -> None:
    """Numbers rise down the page."""
    leaflet = library.read(Project.at(tea)).leaflets["tea"]
    steps = next(b for b in leaflet.sections[0].blocks if b.id == "steps")
    found = numbers(leaflet)
    own = {text.key: int(found[text.key].split(".")[1]) for text in texts(steps)}

    assert own["tea.steps.lead"] == min(own.values())

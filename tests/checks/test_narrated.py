"""A file that is told in a line, and every way in which it can say too little."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from leaflets.build.workshop import Workshop
from leaflets.checks import narrated
from leaflets.checks.artifact import Verdict
from leaflets.compose.html import Composition, compose
from leaflets.compose.narrative import narrate
from leaflets.compose.telling import plain
from leaflets.compose.telling.told import Told
from leaflets.formats.base import FORMATS
from leaflets.model.narrative import Narrative, Role

FORM = FORMATS["text"]


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="module")
def whole(workshop: Workshop) -> tuple[Composition, Narrative, Told]:
    """Tell the tests' leaflet as it is."""
    edition = workshop.bind("tea", "en", "tea-room").edition
    composition = compose(edition, FORM, workshop.templates)
    narrative = narrate(composition, edition)
    return composition, narrative, plain.tell(narrative, FORM, edition.locale)


def _ask(
    composition: Composition, narrative: Narrative, told: Told, *, readable: bool = True
) -> Verdict:
    return narrated.inspect(
        told,
        narrative,
        composition,
        FORM,
        read=plain.read if readable else None,
        untold=tuple(narrated.untold(narrative, composition)),
    )


def _changed(told: Told, old: str, new: str) -> Told:
    assert old in told.data
    return dataclasses.replace(told, data=told.data.replace(old, new, 1))


def _codes(verdict: Verdict) -> set[str]:
    return {finding.code for finding in verdict.findings}


def test_a_whole_file_says_it_all(whole: tuple[Composition, Narrative, Told]) -> None:
    """Nothing is found, and all facts and all parts of the evidence are verified."""
    verdict = _ask(*whole)
    assert verdict.findings == ()
    assert verdict.facts["placed"] == verdict.facts["verified"]
    assert verdict.facts["placed"]
    assert verdict.evidence["verified"] is True
    assert verdict.text == {"accessible": True}


def test_a_changed_digit_in_a_told_file_is_found(
    whole: tuple[Composition, Narrative, Told],
) -> None:
    """In the file itself, whatever the teller says that it wrote."""
    composition, narrative, told = whole
    verdict = _ask(composition, narrative, _changed(told, "020 7946 0123", "020 7946 0132"))
    assert "N101" in _codes(verdict)
    assert verdict.facts["verified"] == int(str(verdict.facts["placed"])) - 1


def test_a_fact_that_the_teller_altered_is_found(
    whole: tuple[Composition, Narrative, Told],
) -> None:
    """A teller that writes another number names it, and is not believed."""
    composition, narrative, told = whole
    mark = next(e.id for e in composition.expected if e.text == "020 7946 0123")
    lying = dataclasses.replace(
        _changed(told, "020 7946 0123", "020 7946 0132"),
        placed={**told.placed, mark: "020 7946 0132"},
    )
    assert "N102" in _codes(_ask(composition, narrative, lying))


def test_a_fact_that_the_teller_does_not_name_is_found(
    whole: tuple[Composition, Narrative, Told],
) -> None:
    """What nobody can say where it stands is not proved to stand."""
    composition, narrative, told = whole
    placed = dict(told.placed)
    placed.pop(next(e.id for e in composition.expected if e.kind == "fact"))
    found = _ask(composition, narrative, dataclasses.replace(told, placed=placed))
    assert "N101" in _codes(found)


def test_a_part_of_the_evidence_section_that_is_missing_is_found(
    whole: tuple[Composition, Narrative, Told],
) -> None:
    """And the section does not count as verified (promise 1)."""
    composition, narrative, told = whole
    verdict = _ask(composition, narrative, _changed(told, "Who paid for it", ""))
    assert {"N101", "N104"} <= _codes(verdict)
    assert verdict.evidence["verified"] is False


def test_evidence_that_was_not_composed_is_found(
    whole: tuple[Composition, Narrative, Told],
) -> None:
    """A page that lacks a part cannot be told whole."""
    composition, narrative, told = whole
    short = dataclasses.replace(composition, parts=composition.parts[:-1])
    verdict = _ask(short, narrative, told)
    assert "P111" in _codes(verdict)
    assert verdict.evidence["verified"] is False


def test_a_missing_band_of_a_draft_is_found(
    whole: tuple[Composition, Narrative, Told],
) -> None:
    """A file that does not say that it is a draft does not leave."""
    composition, narrative, told = whole
    data = told.data.replace("Draft: not for patients", "")
    verdict = _ask(composition, narrative, dataclasses.replace(told, data=data))
    assert "N101" in _codes(verdict)


def test_a_lost_hedge_is_found(whole: tuple[Composition, Narrative, Told]) -> None:
    """Every word that was told stands in the file, in its place."""
    composition, narrative, told = whole
    verdict = _ask(
        composition, narrative, _changed(told, "A saucer may help", "A saucer helps")
    )
    assert {"N104", "P115"} <= _codes(verdict)


def test_a_passage_that_was_moved_is_found(
    whole: tuple[Composition, Narrative, Told],
) -> None:
    """Steps in another order are other steps."""
    composition, narrative, told = whole
    moved = _changed(
        _changed(told, "1. Heat the water.\n", ""),
        "3. Pour.",
        "3. Pour.\n1. Heat the water.",
    )
    assert "N104" in _codes(_ask(composition, narrative, moved))


@pytest.mark.parametrize("role", [Role.ITEM, Role.CELL, Role.NOTE, Role.REFERENCE])
def test_words_of_the_page_that_are_not_told_are_found(
    whole: tuple[Composition, Narrative, Told], role: Role
) -> None:
    """The page is read on its own account: a narrator that leaves out is caught."""
    composition, narrative, _ = whole
    lost = next(p for p in reversed(narrative.passages[:-1]) if p.role is role)
    fewer = dataclasses.replace(
        narrative, passages=tuple(p for p in narrative.passages if p is not lost)
    )
    assert [f.code for f in narrated.untold(fewer, composition)][:1] == ["N103"]


def test_passages_in_another_order_than_the_page_are_found(
    whole: tuple[Composition, Narrative, Told],
) -> None:
    """What is told first must stand first on the page."""
    composition, narrative, _ = whole
    turned = dataclasses.replace(narrative, passages=narrative.passages[::-1])
    assert any(f.code == "N103" for f in narrated.untold(turned, composition))


def test_a_control_character_is_found(whole: tuple[Composition, Narrative, Told]) -> None:
    """What a terminal would obey and an embosser would choke on."""
    composition, narrative, told = whole
    assert "N105" in _codes(
        _ask(composition, narrative, _changed(told, "Pour.", "Po\x1bur."))
    )


def test_a_placeholder_is_found(whole: tuple[Composition, Narrative, Told]) -> None:
    """Nobody is to read a brace."""
    composition, narrative, told = whole
    assert "P205" in _codes(_ask(composition, narrative, _changed(told, "Pour.", "{pour}")))


def test_a_file_whose_words_cannot_be_read_is_held_to_its_places(
    whole: tuple[Composition, Narrative, Told],
) -> None:
    """Of braille it is asked whether all stands where the teller says it wrote it."""
    composition, narrative, told = whole
    assert _ask(composition, narrative, told, readable=False).findings == ()
    lost = _changed(told, "Invented study", "Another study")
    assert _ask(composition, narrative, lost, readable=False).findings == ()
    wrong = _changed(told, "12.5%", "21.5%")
    assert _codes(_ask(composition, narrative, wrong, readable=False)) == {"N101"}


@pytest.mark.parametrize("mark", ["\u202e", "\u2069"])
def test_words_that_would_turn_others_round_are_found(
    whole: tuple[Composition, Narrative, Told], mark: str
) -> None:
    """An override shows a number backwards; an end of an isolate lets it out."""
    composition, narrative, told = whole
    first = narrative.passages[1]
    hostile = dataclasses.replace(
        first, runs=(dataclasses.replace(first.runs[0], words=f"Tea{mark}"),)
    )
    passages = (narrative.passages[0], hostile, *narrative.passages[2:])
    turned = dataclasses.replace(narrative, passages=passages)
    assert "N106" in _codes(_ask(composition, turned, told))

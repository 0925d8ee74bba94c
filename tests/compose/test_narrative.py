"""A composed page told in a line: what is said after what, and what it is."""

from __future__ import annotations

import dataclasses
import itertools
from html import escape

import pytest
from tests.compose.narrating import narrated, of, said

from leaflets.build.workshop import Workshop
from leaflets.compose.narrative import narrate
from leaflets.model.evidence import FULL_PARTS
from leaflets.model.narrative import Narrative, Role

LOCALES = ("en", "pl", "ar")


@pytest.fixture(scope="module")
def told(tearoom: Workshop) -> Narrative:
    """Tell the tests' leaflet in English."""
    return narrated(tearoom)[1]


def _page(tearoom: Workshop, body: str, *, marker: str = "decimal") -> Narrative:
    """Tell a page with other words in it."""
    composition, _ = narrated(tearoom)
    edition = tearoom.bind("tea", "en", "tea-room").edition
    locale = dataclasses.replace(edition.locale, marker=marker)
    page = dataclasses.replace(composition, html=f"<html><body>{body}</body></html>")
    return narrate(page, dataclasses.replace(edition, locale=locale))


@pytest.mark.parametrize("locale", LOCALES)
def test_there_is_one_title_and_no_level_is_skipped(tearoom: Workshop, locale: str) -> None:
    """Headings are those of the page (WCAG 2.2, 1.3.1)."""
    _, narrative = narrated(tearoom, locale)
    levels = [p.level for p in narrative.passages if p.role in (Role.TITLE, Role.HEADING)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_evidence_section_is_told_part_by_part(tearoom: Workshop, locale: str) -> None:
    """All twelve parts, in their order, each under its heading."""
    _, narrative = narrated(tearoom, locale)
    parts = list(
        dict.fromkeys(
            p.part for p in narrative.passages if p.part not in ("", "evidence", "imprint")
        )
    )
    assert tuple(parts) == FULL_PARTS
    for part in FULL_PARTS:
        first = next(p for p in narrative.passages if p.part == part)
        assert first.role is Role.HEADING
        assert first.runs[0].kind == "part"


@pytest.mark.parametrize("locale", LOCALES)
def test_all_that_must_stand_is_marked_where_it_is_said(
    tearoom: Workshop, locale: str
) -> None:
    """Every Expectation is a Run with exactly its words, direction and kind."""
    composition, narrative = narrated(tearoom, locale)
    runs = {
        run.mark: run
        for passage in narrative.passages
        for run in (*passage.lead, *passage.runs)
        if run.mark
    }
    wanted = [e for e in composition.expected if e.name != "running"]
    assert wanted
    for expectation in wanted:
        run = runs[expectation.id]
        assert run.words == expectation.text
        assert (run.kind, run.direction) == (expectation.kind, expectation.direction)


def test_facts_say_what_they_are(told: Narrative) -> None:
    """Speech must know a telephone number from a share."""
    kinds = {
        run.words.replace("\u00a0", " "): run.fact
        for p in told.passages
        for run in p.runs
        if run.fact
    }
    assert kinds["020 7946 0123"] == "phone"
    assert kinds["15 in 100"] == "proportion"
    assert kinds["1 February 2028"] == "date"
    assert kinds["09:00"] == "time"
    assert kinds["room@example.org"] == "email"


def test_lists_and_steps_have_the_bullets_and_numbers_of_the_page(told: Narrative) -> None:
    """A bullet for one of many, a number for one after another."""
    items = [said(p) for p in of(told, Role.ITEM)]
    assert "• the pot is very hot" in items
    assert items[items.index("1. Heat the water.") :][:3] == [
        "1. Heat the water.",
        "2. Wait 4 minutes.",
        "3. Pour.",
    ]


def test_numbers_of_a_list_are_in_the_digits_of_the_language(tearoom: Workshop) -> None:
    """As the page counts, so does what is told of it."""
    told = _page(tearoom, "<ol><li>One</li><li>Two</li></ol>", marker="persian")
    assert [said(p) for p in told.passages] == ["۱. One", "۲. Two"]


def test_a_cell_says_its_column(told: Narrative) -> None:
    """Whoever listens does not see what stands above."""
    table = [said(p) for p in told.passages if p.role in (Role.ROW, Role.CELL)]
    first = table.index("Kind: Black")
    assert table[first : first + 4] == [
        "Kind: Black",
        "Colour: dark",
        "Kind: Green",
        "Colour: light",
    ]


def test_a_choice_is_a_row_and_says_its_parts(told: Narrative) -> None:
    """Its name first, then each answer after its question."""
    table = [(p.role, said(p)) for p in told.passages]
    first = table.index((Role.ROW, "No saucer"))
    assert [words for _, words in table[first + 1 : first + 4]] == [
        "For whom: Everyone",
        "What happened: 15 in 100 cups are spilled.",
        "How sure: We are confident[1]",
    ]


def test_a_bar_is_said_with_its_label_and_its_range(told: Narrative) -> None:
    """The picture is not described again: its numbers stand beside it."""
    cells = [said(p) for p in of(told, Role.CELL)]
    assert "Without a saucer: 15 in 100 (from 5 to 40)" in cells
    assert "With a saucer: 9 in 100" in cells


def test_a_picture_says_what_it_means(told: Narrative) -> None:
    """An icon array is told in its numbers."""
    (figure,) = of(told, Role.FIGURE)
    assert figure.words.startswith("Picture of 100 figures. 15 are filled:")
    assert figure.box == "icons"


def test_a_word_leads_what_it_means(told: Narrative) -> None:
    """Its look sets it off on a page; here a colon does."""
    (term,) = [
        p for p in of(told, Role.PARAGRAPH) if p.words == "A small plate under a cup."
    ]
    assert [run.words for run in term.lead] == ["Saucer: "]
    assert term.lead[0].strong


def test_numbers_of_sources_are_citations(told: Narrative) -> None:
    """They stand in brackets, apart from the words."""
    item = next(p for p in of(told, Role.ITEM) if "saucer may help" in p.words)
    assert [(run.words, run.kind) for run in item.runs if run.kind] == [
        ("[1, 2]", "citation")
    ]


def test_what_is_strong_is_known(told: Narrative) -> None:
    """A way of telling may stress it."""
    item = next(p for p in of(told, Role.ITEM) if p.words == "the pot is very hot")
    assert [run.words for run in item.runs if run.strong] == ["very"]


def test_a_reference_is_in_the_language_of_its_source(tearoom: Workshop) -> None:
    """Speech reads an English title in an English voice, in an Arabic leaflet too."""
    _, narrative = narrated(tearoom, "ar")
    references = of(narrative, Role.REFERENCE, part="sources")
    assert len(references) == 2
    for number, reference in enumerate(references, start=1):
        assert said(reference).startswith(f"{number}. ")
        assert {(r.lang, r.direction) for r in reference.runs} == {("en", "ltr")}


def test_a_draft_says_so_first_and_last(told: Narrative, tearoom: Workshop) -> None:
    """Whoever hears the end alone knows it too; a final says nothing of the kind."""
    assert said(told.passages[0]) == said(told.passages[-1]) == "Draft: not for patients"
    assert told.passages[0].role is Role.NOTE
    assert told.draft
    assert told.title == "Draft: not for patients – Making tea"


def test_what_is_to_be_checked_says_so_in_brackets(tearoom: Workshop) -> None:
    """A label beside a word must not run into it; one on its own needs no brackets."""
    told = _page(
        tearoom,
        '<p>Call 112<span class="verify"> <span class="flag">To be checked</span></span>.</p>'
        '<p class="flag verify">To be checked</p>',
    )
    first, second = told.passages
    assert first.words == "Call 112 (To be checked)."
    assert [run.kind for run in first.runs] == ["", "flag", ""]
    assert (second.role, second.words) == (Role.NOTE, "To be checked")


def test_a_box_that_is_to_be_checked_says_so_once(tearoom: Workshop) -> None:
    """As on the page, where its style leaves out the labels of its numbers."""
    label = '<span class="verify"> <span class="flag">To be checked</span></span>'
    told = _page(
        tearoom,
        '<div class="warning unchecked"><h3>Stop</h3><p class="flag verify">To be checked</p>'
        f"<ul><li>Call 112{label} now.</li></ul></div><p>Call 113{label}.</p>",
    )
    assert [p.words for p in told.passages] == [
        "Stop",
        "To be checked",
        "Call 112 now.",
        "Call 113 (To be checked).",
    ]


def test_furniture_that_only_a_page_needs_is_not_told(tearoom: Workshop) -> None:
    """No link to skip, no lines to write on, no sign, no style, no logo."""
    composition, narrative = narrated(tearoom)
    whole = "".join(said(p) for p in narrative.passages)
    assert "Skip" not in whole
    assert "Your notes" not in whole
    assert "!" not in whole
    assert "A cup" not in [p.words for p in narrative.passages]
    assert composition.styles == ()


def test_a_web_page_can_be_told_too(tearoom: Workshop) -> None:
    """Its links know where they lead."""
    _, narrative = narrated(tearoom, form="web")
    addresses = {run.address for p in narrative.passages for run in p.runs if run.address}
    assert "tel:02079460123" in addresses
    assert "https://example.org/tea" in addresses


def test_words_that_look_like_markup_are_words(tearoom: Workshop) -> None:
    """What was escaped on the page is told as it was written."""
    told = _page(tearoom, f"<p>{escape('<b>no</b> & {none}')}</p>")
    assert told.passages[0].words == "<b>no</b> & {none}"


def test_white_space_is_told_as_a_browser_shows_it(tearoom: Workshop) -> None:
    """Line ends of the templates are spaces; a space that may not break is kept."""
    told = _page(tearoom, "<p>\n a <em> b</em>\n\n<b>c\u00a0d </b> </p>")
    assert told.passages[0].words == "a b c\u00a0d"


def test_words_outside_every_paragraph_are_told(tearoom: Workshop) -> None:
    """Nothing that a browser would show is lost, wherever it stands."""
    told = _page(tearoom, "<div>loose <b>words</b><p>a</p>more</div>")
    assert [p.words for p in told.passages] == ["loose words", "a", "more"]

"""The short forms that are shipped fold to six panels, in the scripts that need most room."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from leaflets.build import rendering
from leaflets.build.logos import logo_of
from leaflets.build.workshop import Workshop
from leaflets.checks import artifact, fit
from leaflets.compose.html import Composition, as_set
from leaflets.findings import Finding
from leaflets.formats.base import FORMATS
from leaflets.model.format import Format
from leaflets.pdf import glyphs
from leaflets.pdf.rendered import Rendered

FULLEST = [
    ("immune-tests", "fr"),
    ("immune-tests", "ur"),
    ("immune-treatments", "fa"),
    ("immune-treatments", "bn"),
    ("immune-treatments", "pl"),
]
"""Measured: what leaves the least room of all leaflets in all locales."""


@pytest.fixture(scope="module")
def workshop(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the project that is shipped."""
    return Workshop(root, tmp_path_factory.mktemp("fonts"))


def _laid(
    workshop: Workshop, form: Format, slug: str, tag: str
) -> tuple[Composition, Rendered]:
    edition = workshop.bind(slug, tag, "example-clinic").edition
    return rendering.render(
        workshop.engine,
        workshop.templates,
        edition,
        form=form,
        spec=workshop.spec(form.spec),
        logo=logo_of(workshop.project, edition.imprint),
    )


def _found(workshop: Workshop, form: Format, slug: str, tag: str) -> tuple[Finding, ...]:
    composition, rendered = _laid(workshop, form, slug, tag)
    edition = workshop.bind(slug, tag, "example-clinic").edition
    locale = as_set(edition, form).locale
    families = (*locale.fonts, "Noto Sans")
    verdict = artifact.inspect(
        rendered, composition, form, locale, families, fontset=workshop.fontset
    )
    return verdict.findings


@pytest.mark.parametrize("name", ["folded", "folded-z"])
@pytest.mark.parametrize(("slug", "tag"), FULLEST)
def test_the_fullest_leaflets_fold_without_a_finding(
    workshop: Workshop, name: str, slug: str, tag: str
) -> None:
    """Six panels hold text, evidence and clinic of a draft, and nothing is amiss on them."""
    found = _found(workshop, FORMATS[name], slug, tag)
    assert [str(each) for each in found] == []


def test_a_panel_has_the_width_that_its_place_in_the_fold_asks_for(
    workshop: Workshop,
) -> None:
    """The flap of a roll fold, and its back, are 3 mm narrower."""
    form = FORMATS["folded"]
    _, rendered = _laid(workshop, form, "causes", "ar")
    widths = [round(box.trim.width / 72 * 25.4, 1) for box in rendered.boxes]
    assert widths == list(form.panels)


def test_the_section_on_evidence_begins_at_the_top_of_a_panel(workshop: Workshop) -> None:
    """Nothing of the text stands on a panel of the section."""
    composition, rendered = _laid(workshop, FORMATS["folded"], "causes", "fr")
    first = next(e for e in composition.expected if e.kind == "part")
    page = next(mark.page for mark in rendered.marks if mark.id == first.id)
    heading = _letters(composition.said["causes.short.ask.items.3"][0])
    assert heading not in _letters(rendered.pages[page].text)
    assert heading in _letters("".join(each.text for each in rendered.pages[:page]))


def _letters(words: str) -> str:
    return "".join(words.split())


def test_a_fold_that_lacks_panels_gets_one_for_notes(workshop: Workshop) -> None:
    """What fits five panels has a sixth with lines to write on, before the evidence."""
    form = FORMATS["folded"]
    wide = replace(form, panels=(*form.panels, 100.0))
    _, rendered = _laid(workshop, wide, "causes", "en")
    assert len(rendered.pages) == 7
    notes = workshop.bind("causes", "en", "example-clinic").edition.phrases["booklet.notes"]
    holding = [n for n, page in enumerate(rendered.pages) if notes in page.text.split()]
    assert holding == [3]


def test_what_does_not_fit_is_named_by_panel_locale_and_amount(workshop: Workshop) -> None:
    """The amount is that of the pages that are too many, and the type stays as it is."""
    form = FORMATS["folded"]
    narrow = replace(form, panels=form.panels[:4])
    found = [f for f in _found(workshop, narrow, "causes", "en") if f.code == fit.CODE]
    assert len(found) == 1
    composition, rendered = _laid(workshop, narrow, "causes", "en")
    pages = glyphs.read(rendered.pdf)
    (over,) = fit.measure(rendered, composition, pages, 4)
    assert f"panel {over.panel} ({over.part}) in 'en' is over by" in found[0].message
    assert f" {math.ceil(over.mm)} mm (" in found[0].message
    last, box = pages[over.panel - 1], rendered.boxes[over.panel - 1]
    free = (box.content.height - fit.used(last, box)) / fit.MM
    surplus = [
        fit.used(pages[n], rendered.boxes[n]) / fit.MM
        for n in range(over.panel, len(pages) if over.part == fit.REST else over.panel + 1)
    ]
    assert over.mm == pytest.approx(sum(surplus) - free)
    assert fit.LEAST < over.mm < form.height


@pytest.mark.parametrize(("slug", "tag"), [("causes", "en"), ("immune-tests", "en")])
def test_what_has_room_is_set_larger_with_its_boxes_whole(
    workshop: Workshop, slug: str, tag: str
) -> None:
    """A short language has larger type than the fullest, and no box over two panels."""
    composition, rendered = _laid(workshop, FORMATS["folded"], slug, tag)
    said = fit.as_data(rendered, composition)
    assert isinstance(said["type"], float)
    assert said["type"] > FORMATS["folded"].text
    assert said["parted"] == {}
    assert list(fit.parted(rendered, composition)) == []


def test_a_box_that_no_panel_can_hold_breaks_between_its_groups(workshop: Workshop) -> None:
    """It is said in the manifest, and no list of signs is cut."""
    composition, rendered = _laid(workshop, FORMATS["folded"], "causes", "ar")
    said = fit.as_data(rendered, composition)
    assert said["parted"] == {"box-help": [2, 3]}
    assert list(fit.parted(rendered, composition)) == []


def test_a_group_that_is_cut_is_warned_of(workshop: Workshop) -> None:
    """A list of signs that goes on overleaf is something to look at."""
    composition, rendered = _laid(workshop, FORMATS["folded"], "causes", "en")
    mark = next(mark for mark in rendered.marks if mark.id == "group-help-2")
    cut = replace(rendered, marks=(*rendered.marks, replace(mark, page=mark.page + 1)))
    (found,) = fit.parted(cut, composition)
    assert found.code == fit.PARTED
    assert found.message == "group 2 of box 'help' breaks over panels 2 and 3"

"""The booklet: pages to write on before the back cover, and sheets for an office printer."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from leaflets.build import rendering
from leaflets.build.make import make
from leaflets.build.workshop import Workshop
from leaflets.compose.html import compose
from leaflets.content import printspecs
from leaflets.formats.base import FORMATS
from leaflets.model.work import Job
from leaflets.pdf.variant import Variant

BOOKLET = FORMATS["booklet"]


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


@pytest.mark.parametrize("locale", ["en", "pl", "ar"])
def test_notes_fill_the_sheets_before_the_back_cover(
    workshop: Workshop, locale: str
) -> None:
    """Pages are a multiple of four; the clinic is last, Notes right before it."""
    edition = workshop.bind("tea", locale, "tea-room").edition
    _, rendered = rendering.render(
        workshop.engine,
        workshop.templates,
        edition,
        form=BOOKLET,
        spec=printspecs.find("in-house", None),
        logo="",
    )

    heading = edition.phrases["booklet.notes"]
    noted = [heading in page.text.splitlines() for page in rendered.pages]
    clinic = [edition.imprint.name in page.text for page in rendered.pages]
    assert len(rendered.pages) % 4 == 0
    assert clinic.index(True) == len(clinic) - 1
    number = sum(noted)
    assert number == -(len(noted) - number) % 4
    assert all(noted[len(noted) - 1 - number : -1])


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_what_is_not_the_clinics_ends_with_the_text(
    workshop: Workshop, locale: str
) -> None:
    """However long a language takes: no page holds that line alone, before the clinic's."""
    edition = workshop.bind("tea", locale, "tea-room").edition
    composition = compose(edition, BOOKLET, workshop.templates, notes=2)

    rendered = workshop.engine.render(
        composition.html,
        stylesheets=composition.styles,
        variant=Variant(BOOKLET.variant),
        identity=rendering.identity_of(edition, BOOKLET, composition),
    )

    words = edition.phrases["leaflet.formats"].split()[:3]
    held = [all(word in page.text for word in words) for page in rendered.pages]
    assert held[-4:] == [True, False, False, False]
    assert edition.code in rendered.pages[-4].text


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_notes_take_a_page_each_and_move_nothing_else(
    workshop: Workshop, locale: str
) -> None:
    """So many more are asked for, so many more there are; other pages stay as they are."""
    edition = workshop.bind("tea", locale, "tea-room").edition

    def pages(notes: int) -> list[str]:
        composition = compose(edition, BOOKLET, workshop.templates, notes=notes)
        rendered = workshop.engine.render(
            composition.html,
            stylesheets=composition.styles,
            variant=Variant(BOOKLET.variant),
            identity=rendering.identity_of(edition, BOOKLET, composition),
        )
        # Page numbers tell how many pages there are: they stand in the last lines.
        return [page.text.splitlines()[0] for page in rendered.pages]

    none, two = pages(0), pages(2)
    assert len(two) == len(none) + 2
    assert [*two[:-3], two[-1]] == none


def test_a_booklet_is_laid_on_a4_and_untagged(workshop: Workshop) -> None:
    """The artifact is the sheets: A4 across, nothing in the rim, no claim to be tagged."""
    job = Job(
        leaflet="tea",
        locale="ar",
        imprint="tea-room",
        format="booklet",
        final=False,
        key="k",
    )

    made = make(workshop, job)

    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        sizes = {tuple(round(float(side)) for side in page.mediabox) for page in pdf.pages}
        assert sizes == {(0, 0, 842, 595)}
        assert len(pdf.pages) % 2 == 0
        assert "/StructTreeRoot" not in pdf.Root
        assert pdf.Root.ViewerPreferences.Direction == pikepdf.Name.R2L
    assert make(workshop, job).data == made.data

"""Panels on a folded sheet: the code is read from where the last panel comes to lie."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from leaflets.build import printing
from leaflets.build.rendering import identity_of, slugs_of
from leaflets.build.work import Rejected
from leaflets.build.workshop import Workshop
from leaflets.compose import qrcode
from leaflets.compose.figures import as_data_address
from leaflets.compose.html import Composition
from leaflets.compose.setter import Expectation
from leaflets.model.edition import Edition
from leaflets.model.format import Format
from leaflets.model.work import Job
from leaflets.pdf import qr
from leaflets.pdf.impose.folding import WIDTHS
from leaflets.pdf.platemarks import MM
from leaflets.pdf.preflight.opening import opened
from leaflets.pdf.preflight.walk import walk
from leaflets.pdf.printspec import COATED, PrintSpec
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.variant import Variant

JOB = Job(
    leaflet="tea", locale="en", imprint="tea-room", format="panels", final=False, key="k"
)


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


def form_of(fold: str) -> Format:
    """Give a format of six panels."""
    return Format(
        name="panels",
        title="Panels",
        height=210.0,
        bleed=3.0,
        colour="cmyk",
        variant="press",
        links=False,
        spec="offset-coated",
        imposition=fold,
        panels=WIDTHS[fold],
    )


def panels(
    workshop: Workshop, edition: Edition, form: Format, *, held: str, count: int = 6
) -> tuple[Rendered, Composition]:
    """Render panels of one line each, the last one with a QR code that holds *held*."""
    size = qr.side(held)
    style = "body { margin: 0; font: 12pt 'Noto Sans'; color: device-cmyk(0 0 0 1) }"
    html = ""
    for number, width in enumerate(form.panels[:count], start=1):
        style += (
            f"@page p{number} {{ size: {width}mm {form.height}mm; bleed: 3mm;"
            f" margin: 10mm }} #p{number} {{ page: p{number} }}"
        )
        html += f"<p id=p{number}>Panel {number}</p>"
    address = as_data_address(qr.svg(held, colour="device-cmyk(0 0 0 1)"))
    html += f"<p style='page: p{count}'>{edition.code}<br><img data-mark=m1 alt='code' "
    html += f"src='{address}' style='width:{size}mm;height:{size}mm'></p>"
    expected = Expectation(
        id="m1", kind=qrcode.KIND, name="edition", text=held, direction="ltr", lang="en"
    )
    composition = Composition(
        html=f"<html lang=en><title>Panels</title><body>{html}",
        styles=(style,),
        expected=(expected,),
        said={},
        claims=(),
        sources=(),
        parts=(),
        title="Panels",
    )
    rendered = workshop.engine.render(
        composition.html,
        stylesheets=composition.styles,
        variant=Variant(form.variant),
        identity=identity_of(edition, form, composition),
        spec=printing.plain(form, COATED),
    )
    return rendered, composition


def laid(
    workshop: Workshop,
    rendered: Rendered,
    composition: Composition,
    form: Format,
    edition: Edition,
    *,
    spec: PrintSpec = COATED,
) -> printing.Printed:
    """Lay panels on the sheet and ask about it."""
    identity = identity_of(edition, form, composition)
    return printing.printed(
        JOB,
        rendered,
        composition,
        form,
        spec=spec,
        edition=edition,
        slugs=slugs_of(workshop.engine, edition, spec, identity),
    )


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("fold", ["roll", "z"])
def test_the_code_is_read_from_the_folded_sheet(
    workshop: Workshop, fold: str, locale: str
) -> None:
    """Wherever the last panel lies, and nothing else is wrong with the sheet."""
    edition = workshop.bind("tea", locale, "tea-room").edition
    form = form_of(fold)
    rendered, composition = panels(workshop, edition, form, held=qrcode.text_of(edition))

    made = laid(workshop, rendered, composition, form, edition)

    assert made.pages == 2
    assert [finding.message for finding in made.findings] == []


def test_another_code_on_the_folded_sheet_is_found(workshop: Workshop) -> None:
    """A code that leads to another edition fails the file."""
    edition = workshop.bind("tea", "en", "tea-room").edition
    form = form_of("roll")
    rendered, composition = panels(workshop, edition, form, held="TEA-EN-AAAAAAAA")

    made = laid(workshop, rendered, composition, form, edition)

    assert any(finding.code.startswith("F9") for finding in made.findings)


@pytest.mark.parametrize(
    ("marks", "sides", "strokes"), [("none", 3, 0), ("crop", 11, 12), ("full", 17, 24)]
)
def test_marks_of_a_sheet_are_those_of_a_page(
    workshop: Workshop, marks: str, sides: int, strokes: int
) -> None:
    """Cuts and folds; with full, four targets and a line that says what the sheet is."""
    edition = workshop.bind("tea", "ar", "tea-room").edition
    form, spec = form_of("roll"), replace(COATED, marks=marks)
    rendered, composition = panels(workshop, edition, form, held=qrcode.text_of(edition))

    made = laid(workshop, rendered, composition, form, edition, spec=spec)

    assert [finding.message for finding in made.findings] == []
    with opened(made.data) as pdf:
        pages = walk(pdf)
    for number, page in enumerate(pages, 1):
        assert page.media is not None
        assert page.media.x0 == pytest.approx(-sides * MM, abs=0.01)
        drawn = [each for each in page.painted if each.colour.colorants == ("All",)]
        assert len(drawn) == strokes
        words = [each for each in page.painted if each.kind == "text" and each.box[3] < 0]
        said = "".join(word.text for word in words).replace(" ", "")
        wanted = f"{edition.code}·{number}/2·FOGRA39·offset-coated"
        assert (wanted in said) == (marks == "full")
        for each in (*drawn, *words):
            assert each.box[0] >= page.media.x0
            assert each.box[1] >= page.media.y0
    assert laid(workshop, rendered, composition, form, edition, spec=spec).data == made.data


def test_a_panel_too_few_is_never_folded(workshop: Workshop) -> None:
    """The file is refused, and kept to look at."""
    edition = workshop.bind("tea", "en", "tea-room").edition
    form = form_of("z")
    rendered, composition = panels(workshop, edition, form, held=edition.code, count=5)

    with pytest.raises(Rejected) as caught:
        laid(workshop, rendered, composition, form, edition)
    assert "5 pages, and 6 panels" in caught.value.message
    assert caught.value.data == rendered.pdf

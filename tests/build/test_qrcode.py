"""The QR code of an edition, from the clinic's file to the finished page."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from leaflets.build import rendering
from leaflets.build.workshop import Workshop
from leaflets.checks import scanned
from leaflets.compose import qrcode
from leaflets.compose.environment import Templates
from leaflets.compose.figures import as_data_address
from leaflets.compose.html import Composition, compose
from leaflets.formats.base import FORMATS
from leaflets.model.edition import Edition
from leaflets.model.facts import Fact, FactKind
from leaflets.pdf import qr
from leaflets.pdf.variant import Variant

LOCALES = ("en", "pl", "ar")
PAPER = ("screen", "press", "large")


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


def _edition(workshop: Workshop, locale: str, *, page: str = "") -> Edition:
    edition = workshop.bind("tea", locale, "tea-room").edition
    if not page:
        return edition
    fact = Fact(
        name="imprint_leaflets",
        kind=FactKind.WEB,
        value=page,
        says="leaflets",
        origin=edition.imprint.origin,
    )
    imprint = dataclasses.replace(edition.imprint, leaflets=fact)
    return dataclasses.replace(edition, imprint=imprint)


def _wrong(
    workshop: Workshop,
    edition: Edition,
    *,
    form: str = "screen",
    tamper: Callable[[str], str] = str,
    style: str = "",
    templates: Templates | None = None,
) -> list[str]:
    """Render an edition that may have been tampered with, and read its code."""
    wanted = FORMATS[form]
    composition: Composition = compose(edition, wanted, templates or workshop.templates)
    html = tamper(composition.html)
    assert html != composition.html or tamper is str, "nothing was changed"
    rendered = workshop.engine.render(
        html,
        stylesheets=(*composition.styles, style),
        variant=Variant(wanted.variant),
        identity=rendering.identity_of(edition, wanted, composition),
    )
    return [finding.message for finding in scanned.wrong(rendered, composition)]


@pytest.mark.parametrize("page", ["", "example.org/tea"])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", PAPER)
def test_the_code_is_read_from_the_finished_page(
    workshop: Workshop, locale: str, form: str, page: str
) -> None:
    """In every paged format, direction and colour, a scanner reads what was composed."""
    assert _wrong(workshop, _edition(workshop, locale, page=page), form=form) == []


def test_a_clinic_with_a_page_has_it_before_the_code(workshop: Workshop) -> None:
    """The address leads to the clinic's page, and the code behind '#' to the edition."""
    edition = _edition(workshop, "en")
    assert qrcode.text_of(edition) == edition.code
    linked = _edition(workshop, "en", page="example.org/tea")
    assert qrcode.text_of(linked) == f"https://example.org/tea#{edition.code}"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("page", ["", "example.org/tea"])
def test_the_words_beside_the_code_promise_what_it_holds(
    workshop: Workshop, locale: str, page: str
) -> None:
    """Only where there is a page does anything lead there; the address can be typed too."""
    edition = _edition(workshop, locale, page=page)
    composition = compose(edition, FORMATS["screen"], workshop.templates)
    placed = [each.text for each in composition.expected if each.name == "imprint_leaflets"]
    assert placed == ([page] if page else [])
    without = edition.phrases["imprint.code"]
    assert (without in composition.html) is not bool(page)


def test_a_web_page_has_no_code_to_scan(workshop: Workshop) -> None:
    """What is read on a telephone cannot be scanned with it."""
    composition = compose(_edition(workshop, "en"), FORMATS["web"], workshop.templates)
    assert "qr" not in {each.kind for each in composition.expected}
    assert 'class="qr"' not in composition.html


def test_another_code_on_the_page_is_found(workshop: Workshop) -> None:
    """A picture that holds something else fails the page."""
    edition = _edition(workshop, "en")
    other = compose(
        dataclasses.replace(edition, code="TEA-EN-HGFEDCBA"), FORMATS["screen"],
        workshop.templates,
    )  # fmt: skip
    source = re.compile(r'(?<=class="qr" )(data-mark="m\d+") src="[^"]+"')
    picture = source.search(other.html)
    assert picture is not None
    (message,) = _wrong(workshop, edition, tamper=lambda html: source.sub(picture[0], html))
    assert message == f"the QR code says 'TEA-EN-HGFEDCBA', not {edition.code!r}"


@pytest.mark.parametrize(
    ("style", "why"),
    [
        (".qr { visibility: hidden }", "says nothing"),
        (".qr { width: 5mm !important; height: 5mm !important }", "modules of"),
        (".scan .qr { background: #000 }", "says nothing"),
        (".scan .qr { outline: 2mm solid #000; outline-offset: -2mm }", "quiet zone"),
    ],
    ids=["hidden", "tiny", "on black", "framed"],
)
def test_a_code_that_nobody_can_scan_is_found(
    workshop: Workshop, style: str, why: str
) -> None:
    """A style can hide, shrink or frame the code; the finished page shows it."""
    (message,) = _wrong(workshop, _edition(workshop, "en"), style=style)
    assert why in message


def test_a_code_that_is_covered_or_pale_is_found(workshop: Workshop) -> None:
    """What lies upon the code, and what it is drawn in, is seen where it is read."""
    edition = _edition(workshop, "en")
    bar = (
        '<b style="position: relative; flex: none; width: 22mm; height: 5mm; '
        'margin-left: -22mm; background: #000">'
    )
    picture = re.compile(r'<img class="qr"[^>]+>')
    (message,) = _wrong(
        workshop, edition, tamper=lambda html: picture.sub(rf"\g<0>{bar}</b>", html)
    )
    assert message.startswith("the QR code says nothing")
    pale = as_data_address(qr.svg(edition.code, colour="#a0a0a0"))
    source = re.compile(r'(?<=class="qr" )(data-mark="m\d+") src="[^"]+"')
    (message,) = _wrong(
        workshop, edition, tamper=lambda html: source.sub(rf'\1 src="{pale}"', html)
    )
    assert message.startswith("the QR code has a contrast of")


def test_a_code_that_is_not_on_the_last_page_is_found(workshop: Workshop) -> None:
    """Whoever is asked for the code looks on the last page."""
    more = '<p style="break-before: page">more</p></main>'
    (message,) = _wrong(
        workshop,
        _edition(workshop, "en"),
        tamper=lambda html: html.replace("</main>", more),
    )
    assert message.endswith("not on the last")


def test_a_code_that_is_taken_off_the_page_is_found(workshop: Workshop) -> None:
    """A picture that is displayed nowhere is missing."""
    edition = _edition(workshop, "en")
    assert _wrong(workshop, edition, style=".qr { display: none !important }") == [
        "the QR code is not on the page"
    ]


def test_no_template_leaves_the_code_out(workshop: Workshop, own_tea: Path) -> None:
    """A project's own template that sets no code fails its pages."""
    path = own_tea / "templates" / "imprint.html"
    path.write_text(path.read_text().replace("{{ qr_code() }}", ""))
    found = _wrong(
        workshop, _edition(workshop, "en"), templates=Templates(own_tea / "templates")
    )
    assert found == ["no template sets the QR code of the edition"]

"""The file for the press is PDF/X-4: inks, boxes, a named condition, no links."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable

import pikepdf
import pytest
from tests.pdf.conftest import INK, PAGE, Render
from tests.pdf.preflight.asking import asked

from leaflets.pdf.engine import Engine
from leaflets.pdf.identity import Identity
from leaflets.pdf.intent import FOGRA47, profile
from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.printspec import COATED
from leaflets.pdf.variant import Variant

MM = 72 / 25.4

BODY = """
<h1>Title</h1><p>Text with <a href="https://example.org/">a link</a>, <b>bold</b>.</p>
<div class="band">On a band</div><table><tr><th scope="col">A<tr><td>1</table>
<img alt="Faint" src="leaflets:logo">
"""

STYLE = """
.band { background: device-cmyk(.1 .2 0 0); border: 1pt solid device-cmyk(1 .5 0 0) }
td, th { border: .5pt solid }
img { width: 20mm }
@page { @bottom-center { content: counter(page) } }
"""

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g opacity=".5">'
    b'<rect width="9" height="9" fill="#069"/><circle r="3"/></g></svg>'
)


@pytest.fixture
def press(render: Render) -> Callable[..., pikepdf.Pdf]:
    """Render for the press, and open what came out."""

    def run(body: str = BODY, css: str = STYLE, **parts: object) -> pikepdf.Pdf:
        given = {"resources": {"leaflets:logo": LOGO}} | parts
        made = render(body, css, variant=Variant.PRESS, **given)
        return pikepdf.open(io.BytesIO(made.pdf))

    return run


def test_a_press_file_has_a_trimmed_page_inside_three_millimetres_of_bleed(
    press: Callable[..., pikepdf.Pdf],
) -> None:
    """Shops cut at the TrimBox, and want colour to run on to the BleedBox."""
    pdf = press()
    page = pdf.pages[0]
    trim = [float(side) for side in page.TrimBox]
    bleed = [float(side) for side in page.BleedBox]
    assert trim == pytest.approx([0, 0, 148 * MM, 210 * MM], abs=0.001)
    assert bleed == pytest.approx([-3 * MM, -3 * MM, 151 * MM, 213 * MM], abs=0.001)
    assert [float(side) for side in page.MediaBox] == pytest.approx(bleed)
    assert "/ArtBox" not in page


def test_the_bleed_is_what_the_shop_asks_for(
    press: Callable[..., pikepdf.Pdf],
) -> None:
    """More art than that is cut off; a style sheet that gives less shows what it gives."""
    for given, expected in (("6mm", 3), ("2mm", 2), ("0", 0)):
        pdf = press("<p>x", f"@page {{ bleed: {given} }}")
        assert list(pdf.pages[0].BleedBox) == list(pdf.pages[0].MediaBox)
        assert float(pdf.pages[0].BleedBox[0]) == pytest.approx(-expected * MM, abs=0.001)


def test_a_press_file_names_its_printing_condition(
    press: Callable[..., pikepdf.Pdf],
) -> None:
    """One output intent, by the name that the registry knows."""
    pdf = press()
    (intent,) = list(pdf.Root.OutputIntents)
    assert intent.S == "/GTS_PDFX"
    assert intent.OutputConditionIdentifier == "FOGRA39"
    assert intent.RegistryName == "http://www.color.org"
    head = intent.DestOutputProfile.read_bytes()[12:20]
    assert head == b"prtrCMYK"
    assert pdf.docinfo.Trapped == "/False"
    assert pdf.pdf_version == "1.6"
    assert b"<pdfxid:GTS_PDFXVersion>PDF/X-4<" in pdf.Root.Metadata.read_raw_bytes()


def test_another_paper_has_another_condition(
    engine: Engine, identity: Callable[..., Identity]
) -> None:
    """The condition is data: uncoated paper brings its own name and profile."""
    uncoated = dataclasses.replace(COATED, condition=FOGRA47)
    made = engine.render(
        "<html lang=en><p>x",
        stylesheets=[PAGE, INK],
        variant=Variant.PRESS,
        spec=uncoated,
        identity=identity(),
    )
    assert asked((made.pdf, uncoated, Ordered()), "F20") == []
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        intent = pdf.Root.OutputIntents[0]
        assert intent.OutputConditionIdentifier == "FOGRA47"
        assert intent.DestOutputProfile.read_bytes() == profile(FOGRA47)


def test_a_press_file_has_no_links_and_no_bookmarks_but_keeps_its_tags(
    press: Callable[..., pikepdf.Pdf],
) -> None:
    """No annotation may lie inside the bleed; tags do no harm."""
    pdf = press()
    assert all("/Annots" not in page for page in pdf.pages)
    assert "/Outlines" not in pdf.Root
    assert "/StructTreeRoot" in pdf.Root


def test_groups_of_a_press_file_are_in_inks(press: Callable[..., pikepdf.Pdf]) -> None:
    """The engine takes RGB for a group unless it is told otherwise."""
    pdf = press()
    spaces = [
        str(item.Group.CS)
        for item in pdf.objects
        if isinstance(item, pikepdf.Stream) and "/Group" in item
    ]
    assert spaces
    assert set(spaces) == {"/DeviceCMYK"}


def test_text_of_a_press_file_is_black_ink_alone(press: Callable[..., pikepdf.Pdf]) -> None:
    """Four inks that do not meet exactly would blur the letters."""
    pdf = press("<p>Text", "")
    content = pdf.pages[0].Contents.read_bytes()
    assert b"0 0 0 1 k\nBT\n/over gs" in content
    assert b"/out gs\nET" in content
    assert b" rg" not in content


def test_a_clean_press_file_has_nothing_in_rgb(render: Render) -> None:
    """Text, links, rules, bands, tables, drawings, transparency: all in inks."""
    made = render(BODY, STYLE, variant=Variant.PRESS, resources={"leaflets:logo": LOGO})
    for family in ("F1", "F2", "F3"):
        assert asked((made.pdf, COATED, Ordered()), family) == []

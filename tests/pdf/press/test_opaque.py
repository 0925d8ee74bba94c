"""A shop that asks for PDF/X-1a gets it where the page has no transparency."""

from __future__ import annotations

import dataclasses
import io

import pikepdf
import pytest
from tests.pdf.conftest import Render

from leaflets.errors import RenderError
from leaflets.pdf.preflight.ask import preflight
from leaflets.pdf.printspec import COATED
from leaflets.pdf.variant import Variant

SPEC = dataclasses.replace(COATED, standard="PDF/X-1a:2003")
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    b'<rect width="9" height="9" fill="#069"/></svg>'
)
STYLE = """
p { background: linear-gradient(red, blue) }
div { background: url(leaflets:drawing) no-repeat; height: 10mm }
"""


def _press(render: Render, body: str, css: str = "") -> bytes:
    return render(
        body,
        STYLE + css,
        variant=Variant.PRESS,
        spec=SPEC,
        resources={"leaflets:drawing": DRAWING},
    ).pdf


def test_an_opaque_page_becomes_pdf_x_1a(render: Render) -> None:
    """PDF 1.4 under its own label, without the groups that the engine draws in."""
    data = _press(render, "<h1>Title</h1><p>Words<div></div>")
    report = preflight(data, SPEC)
    assert report.passed, report.found
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.pdf_version == "1.4"
        assert pdf.docinfo.GTS_PDFXVersion == "PDF/X-1a:2003"
        assert pdf.docinfo.GTS_PDFXConformance == "PDF/X-1a:2003"
        packet = pdf.Root.Metadata.read_bytes()
        assert b"<pdfx:GTS_PDFXVersion>PDF/X-1a:2003<" in packet
        assert b"PDF/X-4" not in packet
        assert not any(isinstance(o, pikepdf.Stream) and "/Group" in o for o in pdf.objects)
        assert "/StructTreeRoot" in pdf.Root


@pytest.mark.parametrize(
    "css",
    [
        "h1 { opacity: .5 }",
        "h1 { color: rgb(0 0 0 / .5) }",
        "h1 { box-shadow: 0 0 2mm #888 }",
    ],
)
def test_what_is_transparent_is_found_with_its_place(render: Render, css: str) -> None:
    """On its page: what it would look like on paper is not ours to guess."""
    body = "<p>Words<h1 style='break-before: page'>Title</h1>"
    found = [f.answer for f in preflight(_press(render, body, css), SPEC).found]
    (*_, worst) = [answer for answer in found if "PDF/X-1a" in answer.message]
    assert worst.page == 1
    assert not preflight(_press(render, body, css), SPEC).passed


def test_a_standard_that_is_not_written_is_refused(render: Render) -> None:
    """With the names of those that are."""
    spec = dataclasses.replace(COATED, standard="PDF/X-3:2002")
    with pytest.raises(RenderError, match="PDF/X-3") as caught:
        render("<p>x", variant=Variant.PRESS, spec=spec)
    assert "PDF/X-4" in caught.value.hint

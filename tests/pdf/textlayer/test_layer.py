"""What is taken out of a finished file is what its page says, in every script."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.pdf.conftest import Render
from tests.pdf.textlayer.readers import pdfium, plain, poppler
from tests.pdf.tongues import TONGUES

from leaflets.pdf.pagefonts import meanings
from leaflets.pdf.textlayer import carrier, order, walk
from leaflets.pdf.textlayer import plain as plainness

LEFTWARD = {
    "ar": "كتاب. (123) «جديد» يومًا",
    "fa": "می‌شود (۳ روز)، نه ۵٪.",
    "ur": "گولیاں ”دوا“ [2, 3]۔ ضرورتاً",
}
"""Words with brackets, quotation marks, numbers, joiners and two marks on a letter."""


def body(tag: str) -> str:
    """Give a page in a language: a heading, bold and raised words, and a telephone."""
    words = TONGUES[tag].words
    more = LEFTWARD.get(tag, "")
    return (
        f"<h1>{words}</h1><p>{words} <b>{words}</b><sup>[1, 2]</sup> {more}</p>"
        f'<p>{more} <span dir="ltr">020 7946 0123</span> ({words})</p>'
        "<p>Title: a trial (2020).</p>"
    )


@pytest.mark.parametrize("tag", sorted(TONGUES))
def test_two_readers_and_the_tags_give_the_words(
    tag: str, render: Render, tmp_path: Path
) -> None:
    """poppler, pdfium and a walk of the tags give every word of a page, and no other."""
    tongue = TONGUES[tag]
    rendered = render(body(tag), tongue.css, lang=tag, direction=tongue.direction)
    words = plain("".join(page.text for page in rendered.pages))
    assert plain("".join(pdfium(rendered.pdf)).replace("\ufffe", "-")) == words
    assert plain("".join(poppler(rendered.pdf, tmp_path))) == words
    assert plain("".join(walk.read(rendered.pdf))) == words


@pytest.mark.parametrize("tag", ["ar", "ur", "hi", "bn"])
def test_not_one_pixel_changes(
    tag: str, render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page with a layer of its own looks as it does without one."""
    tongue = TONGUES[tag]
    layered = render(body(tag), tongue.css, lang=tag, direction=tongue.direction)
    monkeypatch.setattr(plainness, "is_plain", lambda _: True)
    bare = render(body(tag), tongue.css, lang=tag, direction=tongue.direction)
    assert layered.pdf != bare.pdf
    assert pixels(layered.pdf) == pixels(bare.pdf)


def pixels(pdf: bytes) -> list[bytes]:
    """Give each page as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=1.5).to_pil().tobytes() for page in document]


@pytest.mark.parametrize("tag", ["en", "pl", "zh-Hans"])
def test_what_the_engine_says_truly_is_left_alone(tag: str, render: Render) -> None:
    """Where a glyph is a letter, a file has no font without ink."""
    tongue = TONGUES[tag]
    assert not carries(render(f"<p>{tongue.words}</p>", tongue.css, lang=tag).pdf)
    assert carries(render("<p>हिन्दी</p>", TONGUES["hi"].css, lang="hi").pdf)


def carries(pdf: bytes) -> bool:
    """Say whether a file has a font without ink."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return f"/{carrier.KEY}" in document.pages[0].resources.Font


def test_lines_that_are_alike_are_all_read(render: Render, tmp_path: Path) -> None:
    """A line that stands again below itself is not taken for the same, drawn twice."""
    rendered = render("<p>हिन्दी में लिखा</p>" * 7, TONGUES["hi"].css, lang="hi")
    words = plain("हिन्दी में लिखा") * 7
    assert plain("".join(pdfium(rendered.pdf))) == words
    assert plain("".join(poppler(rendered.pdf, tmp_path))) == words


def test_a_table_is_read_cell_by_cell(render: Render, tmp_path: Path) -> None:
    """Cells of a row that runs from right to left come out in its order."""
    rows = "".join(f"<tr><td>صف {n}<td>كتاب AB-{n}<td>AB-{n}</tr>" for n in range(3))
    tongue = TONGUES["ar"]
    table = f"<table style='width: 100%'>{rows}</table>"
    rendered = render(table, tongue.css, lang="ar", direction="rtl")
    words = "".join(f"صف{n}كتابAB-{n}AB-{n}" for n in range(3))
    assert plain("".join(pdfium(rendered.pdf))) == words
    assert plain("".join(walk.read(rendered.pdf))) == words


def test_the_same_page_gives_the_same_bytes(render: Render) -> None:
    """The layer knows no clock and no chance."""
    tongue = TONGUES["ur"]
    first = render(body("ur"), tongue.css, lang="ur", direction="rtl").pdf
    assert first == render(body("ur"), tongue.css, lang="ur", direction="rtl").pdf


@pytest.mark.parametrize("tag", ["ar", "fa", "ur"])
def test_what_stands_for_words_shows_none_of_them(tag: str, render: Render) -> None:
    """Who knows of no ActualText does not meet the first and last digit of a number again."""
    tongue = TONGUES[tag]
    rendered = render(body(tag), tongue.css, lang=tag, direction="rtl")
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        page = pdf.pages[0]
        font = page.resources.Font[f"/{carrier.KEY}"]
        said = meanings(font.ToUnicode.read_bytes())
        inside, told, shown = False, 0, ""
        for instruction in pikepdf.parse_content_stream(page):
            operands, name = list(instruction.operands), str(instruction.operator)
            if name == "BDC":
                words = operands[1].get("/ActualText") if len(operands) > 1 else None
                inside = words is not None and len(str(words)) > 1
                told += inside
            elif name == "EMC":
                inside = False
            elif inside and name in ("Tj", "TJ"):
                strings = [operands[0]] if name == "Tj" else list(operands[0])
                codes = b"".join(bytes(s) for s in strings if isinstance(s, pikepdf.String))
                shown += "".join(said[code] for code in codes)
    assert told
    assert set(shown) == {order.JOINER}

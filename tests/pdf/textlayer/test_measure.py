"""The text layer is measured against the words, and a page becomes a picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from tests.pdf.conftest import Render
from tests.pdf.tongues import TONGUES

from leaflets.errors import RenderError
from leaflets.pdf import raster
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.textlayer import measure

WORDS = "Most people who ask are told the same, and that is all right."


def measured(rendered: Rendered) -> tuple[float, ...]:
    """Measure a rendering against its own words."""
    return measure.similarity(rendered.pdf, [page.text for page in rendered.pages])


@pytest.mark.parametrize("tag", ["en", "fr", "pl", "zh-Hans"])
def test_what_comes_out_of_latin_and_chinese_is_what_went_in(
    tag: str, render: Render
) -> None:
    """Where a glyph is a letter, the text layer is exact, ligatures and hyphens too."""
    words = TONGUES[tag].words
    body = f"<h1>{words}</h1><p style='width: 40mm; hyphens: auto'>{words} {words}</p>"
    css = "@page { @top-right { content: 'Page ' counter(page) } }"
    assert measured(render(body, TONGUES[tag].css + css, lang=tag)) == (1.0,)


def test_each_page_is_measured(render: Render) -> None:
    """A page with other words than it should have is worse than its neighbours."""
    turned = '<p style="break-before: page">'
    rendered = render(f"<p>{WORDS}</p>{turned}{WORDS}</p>{turned}{WORDS}</p>")
    right, wrong, short = measure.similarity(rendered.pdf, [WORDS, WORDS[::-1], WORDS[:40]])
    assert right == 1.0
    assert wrong < 0.5
    assert 0.5 < short < 0.9


def test_a_page_too_many_or_too_few_counts(render: Render) -> None:
    """Words without a page, and a page without words, are not alike."""
    rendered = render(f"<p>{WORDS}</p>")
    assert measure.similarity(rendered.pdf, [WORDS, WORDS]) == (1.0, 0.0)
    assert measure.similarity(rendered.pdf, []) == (0.0,)


def test_the_order_of_blocks_does_not_count(render: Render) -> None:
    """A page number that comes out before the body is no wrong word."""
    rendered = render(f"<p>{WORDS}</p><p>Second.</p><p>12</p>")
    assert measure.similarity(rendered.pdf, [f"12\nSecond.\n{WORDS}"]) == (1.0,)


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        (WORDS.replace("same", "sane"), 0.96, 0.999),
        (f"{WORDS}\nA block that is not there.", 0.6, 0.8),
        (WORDS.replace("the ", ""), 0.9, 0.97),
    ],
)
def test_wrong_words_count(words: str, least: float, most: float, render: Render) -> None:
    """One wrong letter, a block that is missing and a word too many all tell."""
    (found,) = measure.similarity(render(f"<p>{WORDS}</p>").pdf, [words])
    assert least < found < most


def test_space_and_invisible_signs_do_not_count(render: Render) -> None:
    """White space, soft hyphens, joiners and direction marks are no words."""
    spaced = (
        "\u2067Most\u00adpeople\n  who\u200b ask\u200e are told\u200d the\u00a0same,\ufeff"
    )
    (found,) = measure.similarity(render(f"<p>{WORDS[:38]}</p>").pdf, [spaced])
    assert found == 1.0


def test_a_hyphen_at_the_end_of_a_line_is_kept(render: Render) -> None:
    """An address that is broken after a hyphen keeps it."""
    address = (
        "https://www.clinic.example/the-role-of-natural-words-in-a-long-address-on-paper/"
    )
    body = "".join(f'<p style="width: {w}mm">{address}</p>' for w in range(40, 110, 3))
    assert set(measured(render(body))) == {1.0}


def test_letters_are_compared_in_their_composed_form(render: Render) -> None:
    """An accent written by itself is the same letter."""
    assert measure.similarity(render("<p>Žluť café</p>").pdf, ["Žluť café"]) == (1.0,)


def test_a_thumbnail_is_a_picture_of_its_page(render: Render) -> None:
    """A PNG of the width that was asked for, upright, and dark where the ink is."""
    rendered = render('<div style="background: black; height: 50mm"></div>')
    picture = Image.open(io.BytesIO(raster.thumbnail(rendered.pdf, 0, 120)))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (120, 171))
    assert picture.getpixel((60, 40)) == (0, 0, 0)
    assert picture.getpixel((60, 150)) == (255, 255, 255)


def test_a_thumbnail_is_the_same_bytes_each_time(render: Render) -> None:
    """The same file gives the same picture."""
    rendered = render(f"<p>{WORDS}</p>")
    first = raster.thumbnail(rendered.pdf, 0, 90)
    assert first == raster.thumbnail(rendered.pdf, 0, 90)
    assert first != raster.thumbnail(render("<p>Other</p>").pdf, 0, 90)


def test_what_is_not_there_cannot_be_drawn_or_read(render: Render) -> None:
    """A page beyond the last one and bytes that are no PDF are RenderErrors."""
    with pytest.raises(RenderError, match="no page 2"):
        raster.thumbnail(render("<p>One</p>").pdf, 1, 90)
    with pytest.raises(RenderError, match="cannot be opened"):
        raster.thumbnail(b"nothing", 0, 90)
    with pytest.raises(RenderError, match="cannot be opened"):
        measure.similarity(b"nothing", [""])

"""The text layer is measured against the words, and a page becomes a picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from tests.pdf.conftest import Render
from tests.pdf.tongues import TONGUES

from leaflets.errors import RenderError
from leaflets.pdf import raster
from leaflets.pdf.rendered import PageText, Rendered
from leaflets.pdf.textlayer import measure

WORDS = "Most people who ask are told the same, and that is all right."


def measured(rendered: Rendered) -> tuple[float, ...]:
    """Measure a rendering against its own words, as pdfium gives it."""
    return measure.compare(rendered.pages, measure.extract(rendered.pdf)).pages


def alike(words: str, text: str) -> float:
    """Measure words, blocks divided by line ends, against what a reader gave."""
    return measure.compare([PageText(words)], [text]).similarity


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
    wanted = [PageText(WORDS), PageText(WORDS[::-1]), PageText(WORDS[:40])]
    compared = measure.compare(wanted, measure.extract(rendered.pdf))
    right, wrong, short = compared.pages
    assert right == 1.0
    assert wrong < 0.5
    assert 0.5 < short < 0.9
    assert (compared.page, compared.similarity) == (2, wrong)


def test_a_page_too_many_or_too_few_counts() -> None:
    """Words without a page, and a page without words, are not alike."""
    page = PageText(WORDS)
    assert measure.compare([page, page], [WORDS]).pages == (1.0, 0.0)
    assert measure.compare([page], [WORDS, ""]).pages == (1.0, 0.0)
    assert measure.compare([], []).similarity == 0.0


def test_a_block_is_looked_for_where_the_next_one_follows() -> None:
    """Of two places that begin alike, a block takes the one that its neighbour shows."""
    page = PageText("", blocks=("bb", "a", "ab"))
    assert measure.compare([page], ["ab bb a"]).similarity == 1.0


def test_words_that_stand_twice_may_be_those_that_come_first() -> None:
    """A block is not looked for behind its neighbour alone, where another words it alike."""
    page = PageText("", blocks=("aa", "b", "ab"))
    assert measure.compare([page], ["aa ab b"]).similarity == 1.0


def test_a_block_may_be_taken_up_elsewhere_and_is_then_out_of_order() -> None:
    """Readers go by place; the other figure says that something moved."""
    words = f"12\nSecond.\n{WORDS}"
    compared = measure.compare([PageText(words)], [f"{WORDS} Second. 12"])
    assert compared.similarity == 1.0
    assert compared.in_order < 0.9


def test_a_block_inside_another_counts() -> None:
    """A cell that is read in the midst of its neighbour tears that apart."""
    torn = WORDS.replace("who ask", "who 15 in 100 ask")
    assert alike(f"{WORDS}\n15 in 100", torn) < 0.9


def test_lines_side_by_side_may_be_read_across_by_place_alone() -> None:
    """Only a reader that knows no order is forgiven, and only between whole lines."""
    page = PageText("one two\nthree four", pieces=("one ", "two ", "three ", "four "))
    across = "one three\ntwo four"
    assert measure.compare([page], [across], by_place=True).similarity == 1.0
    assert measure.compare([page], [across]).similarity < 0.8
    torn = "one thr two ee four"
    assert measure.compare([page], [torn], by_place=True).similarity < 1.0


def test_furniture_is_expected_at_the_head_or_the_foot(render: Render) -> None:
    """A page number that comes out before the body is in order; in its midst it is not."""
    page = PageText(f"{WORDS}\nDraft\n3/7", blocks=(WORDS,), furniture=("Draft", "3/7"))
    for text in (f"Draft {WORDS} 3/7", f"{WORDS} Draft 3/7", f"3/7 Draft {WORDS}"):
        assert measure.compare([page], [text]).in_order == 1.0
    split = f"{WORDS[:20]} Draft {WORDS[20:]} 3/7"
    assert measure.compare([page], [split]).similarity < 0.95
    assert measure.compare([page], [f"Draft {WORDS}"]).similarity < 1.0
    css = "@page { @top-left { content: 'Draft' } @bottom-right { content: '3/7' } }"
    (found,) = render(f"<p>{WORDS}</p>", css).pages
    assert (found.blocks, found.furniture) == ((WORDS,), ("Draft", "3/7"))


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        (WORDS.replace("same", "sane"), 0.96, 0.999),
        (f"{WORDS}\nA block that is not there.", 0.6, 0.8),
        (WORDS.replace("the ", ""), 0.9, 0.97),
    ],
)
def test_wrong_words_count(words: str, least: float, most: float) -> None:
    """One wrong letter, a block that is missing and a word too many all tell."""
    assert least < alike(words, WORDS) < most


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("می\u200cشود", "میشود"),
        ("क्\u200dष", "क्ष"),
        ("(15)", ")15("),
        ("020 7946 0123", "020 7964 0123"),
        ("ضرورتاً", "ضرورتا"),
        ("5\u2212", "5-"),
    ],
)
def test_what_makes_another_word_counts(wanted: str, found: str) -> None:
    """Joiners, brackets, the order of digits, marks and signs are letters."""
    assert alike(wanted, found) < 1.0
    assert alike(wanted, wanted) == 1.0


def test_space_and_signs_of_direction_do_not_count() -> None:
    """White space of any width, soft hyphens and signs of direction are no words."""
    spaced = (
        "\u2067Most\u00adpeople\n  who\u200b ask\u200e are told\u2060 the\u00a0same,\ufeff"
    )
    assert alike(WORDS[:38], spaced) == 1.0


def test_a_hyphen_may_be_lost_at_the_end_of_a_line_only() -> None:
    """A reader that joins lines takes it for a soft one; within a line it is a letter."""
    assert alike("one- and two-sided", "oneand two-sided") == 1.0
    assert alike("one- and two-sided", "one- and two-sided") == 1.0
    assert alike("one- and two-sided", "one- and twosided") < 1.0
    assert alike("one- and", "onexand") < 1.0


def test_a_hyphen_at_the_end_of_a_line_is_kept(render: Render) -> None:
    """An address that is broken after a hyphen keeps it."""
    address = (
        "https://www.clinic.example/the-role-of-natural-words-in-a-long-address-on-paper/"
    )
    body = "".join(f'<p style="width: {w}mm">{address}</p>' for w in range(40, 110, 3))
    assert set(measured(render(body))) == {1.0}


def test_letters_are_compared_in_their_composed_form() -> None:
    """An accent written by itself is the same letter."""
    assert alike("Žluť café", "Z\u030clut\u030c cafe\u0301") == 1.0


def test_the_first_difference_is_shown_with_what_stands_round_it() -> None:
    """Both sides, twenty letters before and after, with their spaces."""
    wanted = f"First. {WORDS}"
    page = PageText(f"{wanted}\n9", blocks=(wanted,), furniture=("9",))
    compared = measure.compare([page], ["9 " + wanted.replace("told", "tolled")])
    assert compared.difference == measure.Difference(
        page=1,
        wanted="st people who ask are told the same, and that is all",
        found="st people who ask are tolled the same, and that is a",
    )
    assert measure.compare([page], [f"9 {wanted}"]).difference is None


def test_a_similarity_is_never_rounded_up() -> None:
    """What is below the bar does not look as if it were on it."""
    assert measure.rounded(0.99499999) == 0.9949
    assert measure.rounded(1.0) == 1.0
    assert measure.rounded(0.99999) == 0.9999


def test_what_elements_say_is_told_from_what_styles_write(render: Render) -> None:
    """Numbers of lists are laid out, and are no words of the HTML; signs are in neither."""
    body = '<ol><li>First</ol><p><b aria-hidden="true">!</b>Then</p>'
    (page,) = render(body, "p::after { content: '→' }").pages
    assert page.own == "FirstThen"
    assert "".join(page.spoken.split()) == "1.FirstThen→"


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
        measure.extract(b"nothing")

"""Words that a line or a box parts are words of their own to whoever goes by the tags."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from tests.pdf.conftest import Render
from tests.pdf.textlayer.readers import pdfium

from leaflets.pdf import lineends
from leaflets.pdf.rendered import PageText, Rendered
from leaflets.pdf.textlayer import measure, walk
from leaflets.pdf.variant import Variant

TOLD = {
    "en": (
        "Noto Sans",
        (
            "After a loss and <b>the day</b> <i>before</i> the <a href='https://example.org'>beginning of"
            "</a> what is unimaginably uncharacteristically long, self-help or <b>a</b> "
            "<i>b</i><br>broken, and <span style='display: inline-block'>more of</span>. End"
        ),
    ),
    "fr": (
        "Noto Sans",
        (
            "Une période est fréquente\u202f: <b>une</b> <i>sur huit</i>, «\u00a0à peu près"
            "\u00a0», et extraordinairement anticonstitutionnellement difficile à dire"
        ),
    ),
    "zh-Hans": (
        "Noto Sans CJK SC",
        "之后您可以休息。每100 次中有6 次，之后您可以<b>休息</b>之后 text layer 您可以休息",
    ),
    "ar": (
        "Noto Naskh Arabic",
        "تغيّرات تحدث بالصدفة في <b>الحالات</b> <i>نحو</i> نصف الحالات كلها",
    ),
    "hi": ("Noto Sans Devanagari", "इसके बाद आप आराम <b>कर</b> <i>सकती</i> हैं और अपने मित्र से"),
}
"""Type and words in five languages, with parts that stand side by side."""

BETWEEN = re.compile("[\u00ad\u2060\u200e\u200f]")
"""Signs that no one hears."""

NARROW = (
    "p { width: 42mm; hyphens: auto; hyphenate-limit-chars: 10 4 4; font-family: '%s' }"
)


def told(render: Render, lang: str, **parts: object) -> Rendered:
    """Render the words of a language in a column so narrow that most lines break."""
    font, words = TOLD[lang]
    direction = "rtl" if lang == "ar" else "ltr"
    return render(f"<p>{words}</p>", NARROW % font, lang=lang, direction=direction, **parts)


def heard(pdf: bytes) -> list[str]:
    """Give the words that a walk of the tags gives, as white space parts them."""
    return BETWEEN.sub("", " ".join(walk.read(pdf))).split()


@pytest.mark.parametrize("lang", TOLD)
def test_the_tags_part_words_as_they_were_composed(render: Render, lang: str) -> None:
    """No two words run together at the end of a line or of a box, and none falls apart."""
    composed = re.sub("<[^>]+>", "", TOLD[lang][1].replace("<br>", " ")).split()
    rendered = told(render, lang)
    assert heard(rendered.pdf) == composed
    assert BETWEEN.sub("", rendered.pages[0].spoken).split() == composed


@pytest.mark.parametrize("lang", ["en", "fr", "zh-Hans"])
def test_no_pixel_changes(
    render: Render, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page looks as the engine draws it, and there the words do run together."""
    mended = told(render, lang).pdf
    engines = lineends._ENGINES_DRAWING
    monkeypatch.setattr(lineends, "draw_first_line", engines)
    bare = told(render, lang).pdf
    assert heard(bare) != heard(mended)
    one, other = (
        pypdfium2.PdfDocument(pdf)[0].render(scale=3).to_pil().tobytes()
        for pdf in (mended, bare)
    )
    assert one == other


def test_the_hyphen_of_a_broken_word_is_no_letter(render: Render) -> None:
    """In the tags stands U+00AD for it; a hyphen that was written stays one."""
    rendered = render(
        "<p>extraordinarily self-help</p>",
        "p { width: 17mm; hyphens: auto; hyphenate-limit-chars: 10 4 4 }",
    )
    (read,) = walk.read(rendered.pdf)
    assert read.replace("\u00ad", "") == "extraordinarily self-help"
    assert "\u00ad" in read
    assert "\u00ad" in rendered.pages[0].spoken
    assert "-" in pdfium(rendered.pdf)[0].replace("self-", "")


def test_headings_that_become_one_are_parted(render: Render) -> None:
    """A block ends with a space too: side by side two may be joined in one tag."""
    rendered = render(
        "<div style='display: flex'><h1 lang='fr' style='bookmark-level: none'>"
        "Après</h1><p>1</p><h1>After</h1></div>"
    )
    assert walk.read(rendered.pdf) == ("Après 1 After",)


def test_a_file_for_print_stays_as_it_was(render: Render) -> None:
    """Where there are no tags nothing is added."""
    with_it = told(render, "en", variant=Variant.PRESS).pdf
    assert b"ActualText" not in with_it


def test_words_run_together_are_a_difference() -> None:
    """White space too few is told with what stands round it; too many is not."""
    said = ["After a loss and ", "the day\n"]
    assert measure.run_together(said, ["After a loss and the day"]) is None
    assert measure.run_together(said, ["After a loss an d the day"]) is None
    found = measure.run_together(said, ["After a loss andthe day"])
    assert found is not None
    assert (found.wanted, found.found) == (
        "After a loss and the day",
        "After a loss andthe day",
    )
    assert measure.compare([PageText("and the")], ["andthe"]).similarity == 1.0


def test_a_word_broken_over_the_page_is_one() -> None:
    """What ends a page with a hyphen goes on on the next."""
    assert (
        measure.run_together(["extra\u00ad\n", "ordinary\n"], ["extra\u00adordinary"])
        is None
    )


def test_a_sentence_that_goes_on_over_the_page_is_not_parted(render: Render) -> None:
    """No white space stands in a Chinese sentence where its page ends."""
    words = "之后您可以休息" * 40
    rendered = render(
        f"<p>{words}</p>",
        "@page { size: 60mm 60mm } p { font: 12pt 'Noto Sans CJK SC' }",
        lang="zh-Hans",
    )
    assert len(rendered.pages) > 1
    assert "".join(page.spoken for page in rendered.pages).split() == [words]

"""The benchmark of the text layers asks all writers the same, and says who is better."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from tests.house.conftest import Load


def test_every_writer_gets_the_same_letters(load: Load) -> None:
    """HTML and Typst's markup of a page hold each letter that is asked for, once."""
    pages = load("pages")
    for part, blocks in pages.parts("ar").items():
        html = pages.as_html("ar", blocks, {"ar": "F"})
        typst = pages.as_typst("ar", blocks, {"ar": "F"})
        for run in (run for block in blocks for run in block.runs):
            codes = "".join(f"\\u{{{ord(each):x}}}" for each in run.text)
            assert run.text in html, part
            assert codes in typst, part
    assert html.count("<ol>") == typst.count("#enum") == 1
    assert 'dir="rtl"' in html


def test_the_number_of_an_item_is_asked_for(load: Load) -> None:
    """Items are counted, and counting ends with their list."""
    pages = load("pages")
    item, other = (pages.Block((pages.Run("a"),), kind) for kind in ("li", "p"))
    assert pages.said((item, item, other, item)) == "1. a\n2. a\na\n1. a"


def test_every_locale_that_is_shipped_is_asked(load: Load, house: Path) -> None:
    """A locale that comes to the project comes into the table."""
    sentences = load("sentences")
    shipped = {path.parent.name for path in house.glob("locales/*/locale.yaml")}
    assert {tag.replace("-", "_") for tag in sentences.SHIPPED} == shipped
    assert set(sentences.SHIPPED) <= set(sentences.WORDS)


def test_a_letter_lost_or_moved_counts_and_a_joined_line_does_not(load: Load) -> None:
    """Only the hyphen that a reader is known to leave out may be missing."""
    alike = load("textlayer")._alike
    assert alike("HLA-C", "HLA-C", "") == 1
    assert alike("HLA-C", "HLAC", "-") == 1
    assert alike("HLA-C", "HLAC", "") == 0.8
    assert alike("HLA-C", "HLA-", "-") == 0.8
    assert alike("HLA-C", "LHA-C", "-") == 0.6
    assert alike("HLAC", "HLA-C", "-") == 0.8
    assert alike("", "", "") == 1


def test_only_a_better_writer_is_named(load: Load) -> None:
    """One that is level is not; and a cell behind is marked and counted."""
    bench = load("textlayer")
    figures = {"ours": 0.9, "Chromium": 0.9, "Typst": 0.95}
    row = {
        (writer, "pdfium"): bench.Found(alike=alike, part="page", wanted="ab", text="b")
        for writer, alike in figures.items()
    }
    assert bench._better(row, "pdfium") == ("Typst",)
    assert "| **0.900** < |" in bench._line("ar", row, ["ours"])
    told = bench._behind({"ar": row})
    assert "First or level with the first in 2 of 3 cells" in told
    assert "- Arabic, pdfium: Typst; page 'page': 'a' → ''" in told


def test_a_figure_below_one_is_never_shown_as_one(load: Load) -> None:
    """It is cut and not rounded."""
    bench = load("textlayer")
    assert bench._figure(bench.Found(alike=0.99999, part="page")) == "0.999"
    assert bench._figure(bench.Found(alike=1.0, part="page")) == "1"


def test_strict_sets_aside_nothing_but_space_and_soft_hyphens(load: Load) -> None:
    """Signs of direction, which the usual measure passes over, are left."""
    kept = load("textlayer")._all_but_space
    assert kept("a \u00adb\n\u200b\f") == "ab"
    assert kept("a\u200e\u2060b") == "a\u200e\u2060b"


def test_what_is_shown_backwards_is_put_into_order_as_it_was_meant(load: Load) -> None:
    """The strings of a stretch come last one first, each with its font; others stay."""
    document = pikepdf.new()
    document.add_blank_page()
    shown = (
        b"BT /F 9 Tf (x) Tj /ReversedChars BMC (a) Tj /Span <</ActualText (b)>> BDC (q) Tj "
        b"EMC /G 9 Tf [(c) 5 (d)] TJ EMC (y) Tj ET"
    )
    document.pages[0].obj.Contents = document.make_stream(shown)
    made = io.BytesIO()
    document.save(made)
    with pikepdf.open(io.BytesIO(load("turned").turned(made.getvalue()))) as found:
        steps = pikepdf.parse_content_stream(found.pages[0])
    told = [str(step.operands[0]) for step in steps if str(step.operator) == "Tj"]
    assert told == ["x", "q", "a", "y"]
    (joined,) = (step.operands[0] for step in steps if str(step.operator) == "TJ")
    assert [str(each) for each in joined] == ["d", "5", "c"]
    names = [str(step.operator) for step in steps]
    assert names.index("TJ") < names.index("BDC")
    assert names.index("Tf", names.index("BMC")) < names.index("TJ")

"""The accessible file keeps PDF/UA-1 and PDF/A-3a, and says what it is."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import page as validator
import pikepdf
import pytest
from tests.pdf.conftest import PAGE, Render

from leaflets.errors import RenderError
from leaflets.pdf.engine import Engine
from leaflets.pdf.identity import Identity
from leaflets.pdf.lettermap import LetterMap

SQUARE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'"
    "%3E%3Crect width='1' height='1' fill='%23069'/%3E%3C/svg%3E"
)

EVERYTHING = f"""
<div class="head">Head <a href="https://example.org/">page</a></div>
<h1>Title</h1><p>Text with <b>bold</b>, <sup>1</sup> and <a href="#two" title="Part
two">a <b>link</b><sup>2</sup></a>.</p>
<h2 id="two">Two</h2><ul><li>One<li>Two<ul><li>Nested</ul></ul><ol><li>First</ol>
<h3>Three</h3><table><caption>Numbers</caption>
<thead><tr><th scope="col">A<th scope="col">B</thead>
<tbody><tr><th scope="row">r<td>1<tr><th scope="row">s<td>2</tbody></table>
<p><img alt="A square" src="{SQUARE}"></p>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="40" height="40">
<title>A circle</title><circle cx="4" cy="4" r="4"/></svg>
<dl><dt>Word<dd>Meaning</dl>
<p lang="ar" dir="rtl">مرحبا <b>بكم</b></p><p lang="zh-Hans">你好，世界</p>
<p>In English, <i lang="fr">en français</i>, and on.</p>
<p><a href="https://example.org/long">A link that is so long that the line on which it
begins is not the one on which it ends</a></p>
<p style="break-before: page">Last page. <a href="https://example.org/x">Outside</a>
"""

FURNITURE = """
@page { @top-center { content: element(head) } @bottom-center { content: counter(page) } }
.head { position: running(head) }
html { font-family: "Noto Sans", "Noto Naskh Arabic", "Noto Sans CJK SC" }
img { width: 20mm }
"""


def _opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def _elements(element: Any) -> Iterator[Any]:
    """Give a structure element and all below it."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") is not None:
            yield from _elements(kid)


def _tree(pdf: pikepdf.Pdf) -> list[Any]:
    return list(_elements(pdf.Root.StructTreeRoot.K[0]))


@pytest.mark.judges
@pytest.mark.parametrize("standard", ["ua1", "3a"])
@pytest.mark.parametrize(
    ("lang", "direction"), [("en", "ltr"), ("ar", "rtl"), ("zh-Hans", "ltr")]
)
def test_an_accessible_file_keeps_both_standards(
    render: Render, lang: str, direction: str, standard: str, tmp_path: Path
) -> None:
    """An independent validator finds no rule broken, in three scripts."""
    rendered = render(EVERYTHING, FURNITURE, lang=lang, direction=direction)
    file = tmp_path / "file.pdf"
    file.write_bytes(rendered.pdf)
    report = validator.validate_pdf(str(file), profile=standard)
    assert report.is_compliant, str(report)
    assert rendered.notes == ()


@pytest.mark.judges
@pytest.mark.parametrize("standard", ["ua1", "3a"])
@pytest.mark.parametrize(
    ("family", "words"),
    [
        ("Noto Sans Devanagari", "गर्भपात के बाद क्या होता है? स्त्री की क्षमा, कि किसी"),
        ("Noto Sans Bengali", "গর্ভপাতের পরে কী হয়? কোন ক্ষতি"),
        ("Noto Sans Gurmukhi", "ਗਰਭਪਾਤ ਤੋਂ ਬਾਅਦ ਕੀ ਹੁੰਦਾ ਹੈ? ਕਿ"),
        ("Noto Nastaliq Urdu", "حمل کے ضائع ہونے کے بعد کیا ہوتا ہے؟"),
        ("Noto Naskh Arabic", "ماذا يحدث بعد فقدان الحمل؟ لا لآ"),
    ],
)
def test_a_script_of_joined_letters_keeps_both_standards(
    render: Render, family: str, words: str, standard: str, tmp_path: Path
) -> None:
    """A cluster is drawn by several glyphs, and none of them may stand for nothing."""
    rendered = render(f'<p style="font-family: {family}">{words}')
    file = tmp_path / "file.pdf"
    file.write_bytes(rendered.pdf)
    report = validator.validate_pdf(str(file), profile=standard)
    assert report.is_compliant, str(report)


def test_a_glyph_stands_for_the_letters_that_it_is_seen_to_stand_for() -> None:
    """For nothing in one place, for a letter in another: the letter counts."""
    letters = LetterMap()
    letters[7] = ""
    assert 7 not in letters
    assert dict(letters) == {7: "\u2060"}
    letters[7] = "ि"
    assert 7 in letters
    assert dict(letters) == {7: "ि"}


def test_a_part_in_another_language_says_so(render: Render) -> None:
    """A screen reader changes its voice where the language changes, and only there."""
    with _opened(render(EVERYTHING, FURNITURE).pdf) as pdf:
        said = [(str(e.S), str(e.Lang)) for e in _tree(pdf) if "/Lang" in e]
        assert said == [("/P", "ar"), ("/P", "zh-Hans"), ("/Span", "fr")]
        assert pdf.Root.Lang == "en"


def test_headers_and_footers_are_no_part_of_the_text(render: Render) -> None:
    """They are artifacts: read aloud on every page they would only disturb."""
    with _opened(render(EVERYTHING, FURNITURE).pdf) as pdf:
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            assert (
                content.count(
                    b"/Artifact\n<</Type /Pagination/Subtype /Header/ActualText (\t)>>\n"
                )
                == 2
            )
            assert (
                content.count(
                    b"/Artifact\n<</Type /Pagination/Subtype /Footer/ActualText (\t)>>\n"
                )
                == 1
            )
        reached = {element.objgen for element in _tree(pdf)}
        written = {
            item.objgen
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"
        }
        assert written == reached


def test_a_link_in_a_header_is_text_only(render: Render) -> None:
    """A link outside the reading order could not be reached by keyboard."""
    with _opened(render(EVERYTHING, FURNITURE).pdf) as pdf:
        targets = [
            str(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation
        ]
        assert set(targets) == {"https://example.org/long", "https://example.org/x"}


def test_a_link_is_described_by_its_title_or_its_words(render: Render) -> None:
    """Not by its address, which no one wants to hear."""
    with _opened(render(EVERYTHING, FURNITURE).pdf) as pdf:
        described = [str(a.Contents) for page in pdf.pages for a in page.get("/Annots", [])]
        assert described[0] == "Part two"
        assert described[1] == described[2]
        assert described[1].startswith("A link that is so long that the line")
        assert described[3:] == ["Outside"]


def test_what_stands_in_a_link_is_no_link_of_its_own(render: Render) -> None:
    """The engine links every box in a link once more, out of the reading order."""
    body = '<h1 id="a">A</h1><p><a href="#a"><b>one</b> <sup>two <i>three</i></sup></a>'
    with _opened(render(body).pdf) as pdf:
        assert len(pdf.pages[0].Annots) == 1
        assert [str(e.S) for e in _tree(pdf)].count("/Link") == 1


def test_a_table_header_says_which_cells_it_stands_for(render: Render) -> None:
    """Columns and rows have a scope."""
    with _opened(render(EVERYTHING, FURNITURE).pdf) as pdf:
        scopes = [str(e.A.Scope) for e in _tree(pdf) if e.S == "/TH"]
        assert scopes == ["/Column", "/Column", "/Row", "/Row"]


def test_a_figure_says_where_it_stands_in_points_from_below(render: Render) -> None:
    """The engine counts from above, in pixels."""
    body = f'<img alt="A" src="{SQUARE}" data-mark="m">'
    rendered = render(body, "img { width: 20mm }")
    mark = rendered.marks[0]
    with _opened(rendered.pdf) as pdf:
        (figure,) = [e for e in _tree(pdf) if e.S == "/Figure"]
        box = [float(side) for side in figure.A.BBox]
    assert box == pytest.approx([mark.x0, mark.y0, mark.x1, mark.y1], abs=0.01)


@pytest.mark.parametrize(("direction", "side"), [("ltr", "/L2R"), ("rtl", "/R2L")])
def test_a_viewer_is_told_the_title_and_on_which_side_to_begin(
    render: Render, direction: str, side: str
) -> None:
    """Two pages side by side lie as in a book of that language."""
    with _opened(render("<h1>T</h1>", direction=direction).pdf) as pdf:
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.ViewerPreferences.Direction == side
        assert [item.title for item in pdf.open_outline().root] == ["T"]
        assert pdf.pages[0].Tabs == "/S"


def test_a_file_says_who_it_is_in_both_places_alike(
    engine: Engine, identity: Callable[..., Identity]
) -> None:
    """The packet is plain text in the file, and agrees with the information dictionary."""
    me = identity(lang="pl", identifier="L-7/pl")
    html = "<html lang=de><title>Other</title><meta name=author content=Other><p>x"
    rendered = engine.render(html, stylesheets=[PAGE], identity=me)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in rendered.pdf
    with _opened(rendered.pdf) as pdf:
        assert pdf.Root.Lang == "pl"
        assert pdf.docinfo.Title == "Tests & <truth>: Prüfung"
        assert pdf.docinfo.Author == "A clinic"
        assert pdf.docinfo.CreationDate == pdf.docinfo.ModDate == "D:20261101083000Z"
        with pdf.open_metadata(update_docinfo=False) as packet:
            assert packet["dc:title"] == pdf.docinfo.Title
            assert packet["dc:creator"] == ["A clinic"]
            assert packet["dc:description"] == pdf.docinfo.Subject
            assert packet["pdf:Keywords"] == pdf.docinfo.Keywords == "one, two"
            assert packet["xmp:CreateDate"] == "2026-11-01T08:30:00Z"
            assert packet["dc:identifier"] == "L-7/pl"
            assert packet["xmpMM:DocumentID"] == me.document_id


def test_two_files_have_two_names_and_two_states_of_one_file_have_one(
    engine: Engine, identity: Callable[..., Identity]
) -> None:
    """The first half of /ID stays while the text changes; another edition has another."""

    def names(body: str, identifier: str) -> tuple[str, bytes, str]:
        made = engine.render(
            f"<html lang=en><p>{body}", identity=identity(identifier=identifier)
        )
        with _opened(made.pdf) as pdf, pdf.open_metadata(update_docinfo=False) as packet:
            first = bytes(pdf.trailer.ID[0])
            return packet["xmpMM:DocumentID"], first, packet["xmpMM:InstanceID"]

    one, again, other = names("a", "one"), names("b", "one"), names("a", "two")
    assert one[:2] == again[:2]
    assert one[2] != again[2]
    assert one[0] != other[0]
    assert one[1] != other[1]


def test_a_date_without_a_time_zone_is_refused(
    engine: Engine, identity: Callable[..., Identity]
) -> None:
    """It would mean another moment on another machine."""
    naive = identity().created.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        engine.render("<html lang=en><p>x", identity=identity(created=naive))


def test_text_in_a_group_is_refused_in_a_pattern_too(render: Render) -> None:
    """What is drawn with an opacity has no place in the tag tree."""
    with pytest.raises(RenderError, match="opacity"):
        render(f'<img alt="A" style="opacity: .5" src="{SQUARE}">')

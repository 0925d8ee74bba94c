"""Glyphs and their places are read from the finished bytes, whoever wrote them."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from tests.pdf.conftest import Render
from tests.pdf.tongues import TONGUES

from leaflets.errors import RenderError
from leaflets.pdf import glyphs, operators, outlines
from leaflets.pdf.fonts import FontSet
from leaflets.pdf.runs import PageGlyphs, Run

NOTO = {
    "en": ("Noto Sans", "Call 020 7946"),
    "zh-Hans": ("Noto Sans CJK SC", "请致电诊所"),
    "hi": ("Noto Sans Devanagari", "०१२३"),
}


def written(content: bytes) -> bytes:
    """Write a page 200 points wide with one simple font, and read nothing of it."""
    document = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name("/ABCDEF+Plain"),
        FirstChar=32,
        Widths=pikepdf.Array([250] + [500] * 94),
    )
    page = document.add_blank_page(page_size=(200, 300))
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.obj.Contents = document.make_stream(content)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def runs(content: bytes) -> tuple[Run, ...]:
    """Read the runs of a page with some content."""
    (page,) = glyphs.read(written(content))
    return page.runs


def positions(content: bytes) -> list[tuple[str, float, float]]:
    """Say which letters stand where."""
    return [
        (chr(glyph_id), round(x, 4), round(y, 4))
        for run in runs(content)
        for glyph_id, x, y in zip(run.gids, run.xs, run.ys, strict=True)
    ]


def everything(page: PageGlyphs) -> list[int]:
    """Give the ids of all glyphs of a page in drawing order."""
    return [glyph_id for run in page.runs for glyph_id in run.gids]


@pytest.mark.parametrize("tag", NOTO)
def test_glyph_ids_are_those_of_the_font_file(
    tag: str, render: Render, fontset: FontSet
) -> None:
    """The engine cuts fonts down without renumbering, collections and CFF included."""
    family, words = NOTO[tag]
    rendered = render(f"<p>{words}</p>", TONGUES[tag].css, lang=tag)
    (page,) = glyphs.read(rendered.pdf)
    face = fontset.face(family)
    original = outlines.from_file(face.path, face.index)
    *found, last = everything(page)
    if last != original.font.get_nominal_glyph(ord(" ")):  # it ends a block of plain text
        found.append(last)
    assert found == [original.font.get_nominal_glyph(ord(c)) for c in words]
    assert {run.font.postscript for run in page.runs} == {original.postscript}
    assert {run.font.family for run in page.runs} == {family}


def test_a_run_stands_where_its_mark_stands(render: Render) -> None:
    """Pen, baseline, size and ink agree with what the engine laid out."""
    rendered = render('<p>See <b data-mark="m">hxp</b> there</p>')
    (page,) = glyphs.read(rendered.pdf)
    (mark,) = rendered.marks
    (run,) = [run for run in page.runs if run.font.postscript == "NotoSans-Bold"]
    assert run.start == pytest.approx(mark.x0, abs=0.01)
    assert run.end == pytest.approx(mark.x1, abs=0.1)
    assert run.baseline == pytest.approx(mark.baseline, abs=0.01)
    assert run.size == pytest.approx(12)
    h, x, p = run.inks
    assert h is not None
    assert x is not None
    assert p is not None
    assert h[3] == pytest.approx(run.baseline + 0.76 * 12, abs=0.1)
    assert x[1] == pytest.approx(run.baseline, abs=0.01)
    assert p[1] == pytest.approx(run.baseline - 0.24 * 12, abs=0.1)
    assert run.letters == "hxp"


def test_a_glyph_knows_its_place_ink_and_tag(render: Render) -> None:
    """Glyphs can be looked at one by one."""
    (page,) = glyphs.read(render("<p>a b</p>").pdf)
    first, space, last, _ = page.glyphs()  # a space ends the block
    assert (first.text, space.text, last.text) == ("a", " ", "b")
    assert first.x < space.x < last.x
    assert first.x + first.advance == pytest.approx(space.x, abs=0.01)
    assert space.ink is None
    assert last.ink is not None
    assert first.tag
    assert first.mcid is not None


def test_the_name_of_a_font_is_that_of_its_program(render: Render) -> None:
    """A face that hides behind another name in the PDF is still known for what it is."""
    rendered = render('<p style="font-family: Noto Nastaliq Urdu">گولیاں</p>', lang="ur")
    (page,) = glyphs.read(rendered.pdf)
    assert page.runs[0].font.postscript == "NotoNastaliqUrdu-Regular"


def test_the_clip_of_a_box_is_known(render: Render) -> None:
    """What hides its overflow clips to its padding box; nested clips narrow it."""
    body = (
        '<div style="width: 60mm; height: 20mm; overflow: hidden">'
        '<div style="width: 80mm; height: 10mm; overflow: hidden">Text</div></div><p>Free'
    )
    (page,) = glyphs.read(render(body).pdf)
    inside, outside = sorted(page.runs, key=lambda run: run.letters, reverse=True)
    assert outside.clip is None
    assert inside.clip is not None
    x0, y0, x1, y1 = inside.clip
    assert (x1 - x0, y1 - y0) == pytest.approx((60 * 72 / 25.4, 10 * 72 / 25.4), abs=0.01)


def test_raised_glyphs_stand_off_the_baseline(render: Render) -> None:
    """Dots of Nastaliq stand over and under the line, which is one run all the same."""
    rendered = render("<p>چھیں</p>", TONGUES["ur"].css, lang="ur", direction="rtl")
    (page,) = glyphs.read(rendered.pdf)
    (run,) = page.runs
    assert len(set(run.ys)) > 2
    assert min(run.ys) < run.baseline < max(run.ys)


def test_a_character_that_the_font_lacks_is_told_from_the_rest(render: Render) -> None:
    """The engine gives a missing letter a code of its own, which is in ``missing``."""
    (page,) = glyphs.read(render("<p>aᚠb</p>").pdf)
    lacking = [
        run.font.text(each)
        for run in page.runs
        for each in run.gids
        if each in run.font.missing
    ]
    assert lacking == ["ᚠ"]


def test_text_operators_move_the_pen() -> None:
    """Td, TD, T*, Tm, ' and " place lines as ISO 32000-1, 9.4 says."""
    content = b"""BT /F 10 Tf 20 200 Td (ab) Tj 0 -12 TD (c) Tj T* (d) Tj (e) '
                  3 1 (f g) " 1 0 0 1 50 60 Tm (h) Tj ET"""
    assert positions(content) == [
        ("a", 20, 200), ("b", 25, 200), ("c", 20, 188), ("d", 20, 176), ("e", 20, 164),
        ("f", 20, 152), (" ", 26, 152), ("g", 32.5, 152), ("h", 50, 60),
    ]  # fmt: skip


def test_spacing_stretch_and_rise_are_followed() -> None:
    """Tc, Tw, Tz and Ts act as ISO 32000-1, 9.3 says, and kerns go backwards."""
    content = b"""BT /F 10 Tf 1 0 0 1 0 100 Tm 200 Tz 1 Tc 2 Tw (a b) Tj
                  100 Tz 0 Tc 0 Tw 1 0 0 1 0 50 Tm [(a) -100 (b) 200 <63>] TJ 4 Ts (d) Tj ET"""
    assert positions(content) == [
        ("a", 0, 100), (" ", 12, 100), ("b", 23, 100),
        ("a", 0, 50), ("b", 6, 50), ("c", 9, 50), ("d", 14, 54),
    ]  # fmt: skip


def test_matrices_are_stacked_and_restored() -> None:
    """Cm, q and Q move and size text; a turned run is known as turned."""
    content = b"""q 2 0 0 2 10 20 cm BT /F 10 Tf 5 5 Td (a) Tj ET Q
                  q 0 1 -1 0 0 0 cm BT /F 10 Tf 30 -40 Td (bc) Tj ET Q
                  BT /F 10 Tf (d) Tj ET"""
    assert positions(content) == [("a", 20, 30), ("b", 40, 30), ("c", 40, 35), ("d", 0, 0)]
    sized, turned, plain = runs(content)
    assert (sized.size, turned.size, plain.size) == (20, 10, 10)
    assert (sized.upright, turned.upright) == (True, False)


def test_literal_strings_keep_their_escapes_and_brackets() -> None:
    """Nested parentheses, octal codes, line joins and an operator in a string are text."""
    content = rb"BT /F 10 Tf (a\(b\)(c)\101\
d ET Tj) Tj ET"
    assert "".join(letter for letter, _, _ in positions(content)) == "a(b)(c)Ad ET Tj"


def test_text_in_a_form_stands_where_the_form_is_drawn() -> None:
    """A form XObject has a matrix, a box that clips, and fonts of its own."""
    document = pikepdf.open(io.BytesIO(written(b"q 1 0 0 1 100 0 cm /X Do Q")))
    page = document.pages[0]
    form = document.make_stream(b"BT /F 10 Tf 5 7 Td (a) Tj ET")
    form.Subtype = pikepdf.Name.Form
    form.Matrix = pikepdf.Array([1, 0, 0, 1, 0, 50])
    form.BBox = pikepdf.Array([0, 0, 60, 20])
    form.Resources = page.Resources
    page.Resources.XObject = pikepdf.Dictionary(X=form)
    held = io.BytesIO()
    document.save(held)
    ((run,),) = (each.runs for each in glyphs.read(held.getvalue()))
    assert (run.xs, run.ys) == ([105], [57])
    assert run.clip == (100, 50, 160, 70)


def test_forms_without_end_are_refused() -> None:
    """A form that draws itself is an error, and no endless loop."""
    document = pikepdf.open(io.BytesIO(written(b"/X Do")))
    page = document.pages[0]
    form = document.make_stream(b"/X Do")
    form.Subtype = pikepdf.Name.Form
    page.Resources.XObject = pikepdf.Dictionary(X=form)
    form.Resources = page.Resources
    held = io.BytesIO()
    document.save(held)
    with pytest.raises(RenderError, match="nested"):
        glyphs.read(held.getvalue())


def test_text_that_is_not_painted_is_marked() -> None:
    """Rendering mode 3 leaves no ink: such text is there, and not seen."""
    hidden, seen = runs(b"BT /F 10 Tf 3 Tr (a) Tj 0 Tr 0 20 Td (b) Tj ET")
    assert (hidden.painted, seen.painted) == (False, True)


def test_an_inline_image_is_passed_over() -> None:
    """The data of an inline image may look like anything."""
    content = b"BI /W 1 /H 1 /BPC 8 /CS /G ID (((\x00<] Tj EI\nBT /F 10 Tf (a) Tj ET"
    assert positions(content) == [("a", 0, 0)]


def test_tags_are_kept_with_the_text() -> None:
    """Marked content, nested or without an id, is known for each run."""
    content = b"""/P <</MCID 4>> BDC BT /F 10 Tf (a) Tj /Span <</Lang (en)>> BDC (b) Tj
                  EMC (c) Tj ET EMC /Artifact BMC BT (d) Tj ET EMC"""
    assert [(run.tag, run.mcid) for run in runs(content)] == [
        ("P", 4), ("Span", 4), ("P", 4), ("Artifact", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"BT /F 10 Tf (a Tj ET", "broken|ends"),
        (b"BT /F 10 Tf <6X> Tj ET", "broken"),
        (b"BT /F 10 Tf (a) Tj ET Q", "never saved"),
        (b"BT (a) Tj ET", "before a font"),
        (b"BT /None 10 Tf (a) Tj ET", "read again"),
        (b"BT /F 10 Tf 1 0 0 1 Tm (a) Tj ET", "read again"),
        (b"BT /F 10 Tf 1 2 ... Td (a) Tj ET", "word where a number|read again"),
        (b"BI /W 1 ID abc", "inline image"),
        (b"1 0 0", "ends within"),
    ],
)
def test_a_broken_content_stream_is_an_error(content: bytes, why: str) -> None:
    """What cannot be understood is a RenderError that says why, never a guess."""
    with pytest.raises(RenderError, match=why):
        glyphs.read(written(content))


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.7\n%%EOF"])
def test_a_file_that_is_no_pdf_is_an_error(data: bytes) -> None:
    """Bytes that no reader can open are a RenderError."""
    with pytest.raises(RenderError, match="cannot be read again"):
        glyphs.read(data)


def test_ink_of_a_font_that_is_not_embedded_is_an_error() -> None:
    """Where no outlines are embedded, nobody can say where the ink lies."""
    (run,) = runs(b"BT /F 10 Tf (a) Tj ET")
    with pytest.raises(RenderError, match="'Plain' is not embedded"):
        _ = run.inks


def test_a_font_program_that_is_none_is_an_error(tmp_path: Path) -> None:
    """Embedded bytes and files that are no fonts are refused."""
    with pytest.raises(RenderError, match="embedded in a form"):
        outlines.embedded(b"%!PS-AdobeFont")
    file = tmp_path / "none.ttf"
    file.write_bytes(b"nothing")
    with pytest.raises(RenderError, match=r"'none\.ttf'"):
        outlines.from_file(file)


def test_outlines_agree_with_their_bounds(fontset: FontSet) -> None:
    """Flattened outlines reach as far as the bounds that the font gives."""
    for family in ("Noto Sans", "Noto Nastaliq Urdu", "Noto Sans CJK SC"):
        face = fontset.face(family)
        program = outlines.from_file(face.path, face.index)
        inked = [g for g in range(20, 120) if program.bounds(g) is not outlines.NO_INK]
        assert inked
        for glyph_id in inked:
            points = [point for each in program.contours(glyph_id) for point in each]
            xs, ys = zip(*points, strict=True)
            found = (min(xs), min(ys), max(xs), max(ys))
            assert found == pytest.approx(program.bounds(glyph_id), abs=0.02)


def test_a_kern_of_zero_is_no_text() -> None:
    """Dropping kerns of zero leaves strings as they are, even where they look alike."""
    assert [o for _, o in operators.operations(b"[<61>0<62>] TJ")] == [b"[<6162>] "]
    assert [o for _, o in operators.operations(b"(a>0<b) Tj")] == [b"(a>0<b) "]

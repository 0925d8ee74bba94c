"""The walk says where each thing is, how it is painted, and in what."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from tests.pdf.preflight.broken_colours import form, group, held, image, space
from tests.pdf.preflight.broken_inks import with_cell
from tests.pdf.preflight.good import Change, good
from tests.pdf.preflight.rawpdf import one_page, stream

from leaflets.pdf.preflight import limits
from leaflets.pdf.preflight.opening import opened
from leaflets.pdf.preflight.painted import Kind, PageInk, Painted
from leaflets.pdf.preflight.walk import walk

BLACK = (0.0, 0.0, 0.0, 1.0)


def page(data: bytes) -> PageInk:
    """Walk through the first page of a file."""
    with opened(data) as pdf:
        return walk(pdf)[0]


def painted(content: bytes, *changes: Change) -> tuple[Painted, ...]:
    """Walk through a page with this content; all of it can be followed."""
    found = page(good(*changes, content=content))
    assert found.broken == ""
    return found.painted


def one(content: bytes, *changes: Change) -> Painted:
    """Give the only thing that some content paints."""
    (found,) = painted(content, *changes)
    return found


def box(thing: Painted) -> tuple[float, ...]:
    """Give the box of a thing, rounded."""
    return tuple(round(side, 2) for side in thing.box)


def test_an_area_has_its_box_and_its_lesser_side() -> None:
    """A rectangle is as thick as its lesser side, moved and scaled as the page says."""
    found = one(b"0 0 0 1 k 2 0 0 2 10 10 cm 5 5 30 2 re f")
    assert (found.kind, box(found)) == (Kind.FILL, (20, 20, 80, 24))
    assert found.thickness == pytest.approx(4)
    assert found.colour.inks == BLACK


def test_a_turned_bar_is_as_thick_as_it_looks() -> None:
    """Half a right angle makes a box of both sides, and no thicker bar."""
    found = one(b"0.7071 0.7071 -0.7071 0.7071 100 100 cm 0 0 50 1 re f")
    assert found.thickness == pytest.approx(1, abs=0.01)


def test_bars_of_one_path_are_told_apart() -> None:
    """A table drawn by one fill has many lines."""
    assert [box(each) for each in painted(b"10 10 50 1 re 10 30 50 1 re f")] == [
        (10, 10, 60, 11),
        (10, 30, 60, 31),
    ]


def test_a_frame_is_as_thick_as_its_rim() -> None:
    """Two rectangles filled by the even-odd rule are a border."""
    found = one(b"10 10 100 50 re 10.5 10.5 99 49 re f*")
    assert found.thickness == pytest.approx(0.5)


def test_a_clipped_frame_shows_one_side() -> None:
    """A border of different sides is drawn side by side, each in its own clip."""
    found = one(b"10 10 100 2 re W n 10 10 100 50 re 11 12 98 47 re f*")
    assert found.thickness == pytest.approx(2)


def test_a_line_has_the_width_that_it_has_on_the_page() -> None:
    """The matrix makes it thicker, and its box reaches half as far on both sides."""
    found = one(b"0 0 1 0 K 3 0 0 3 0 0 cm 1 w 10 10 m 20 10 l S")
    assert found.kind is Kind.STROKE
    assert found.thickness == pytest.approx(3)
    assert box(found)[1::2] == (28.5, 31.5)
    assert found.colour.inks == (0, 0, 1, 0)


def test_a_clip_cuts_the_box_and_hides_what_lies_outside() -> None:
    """What is painted beside the clip is noted, as hidden."""
    inside, outside = painted(b"q 0 0 50 50 re W n 20 20 60 60 re f 70 70 9 9 re f Q")
    assert box(inside) == (20, 20, 50, 50)
    assert not inside.hidden
    assert outside.hidden


def test_a_state_that_was_saved_comes_back() -> None:
    """Colour, clip and overprint end with the state that they were set in."""
    first, second = painted(b"q /Over gs /Half gs 1 0 0 0 k 0 0 9 9 re f Q 0 0 9 9 re f")
    assert (first.overprint, first.overprint_mode, first.alpha) == (True, 1, 0.5)
    assert (second.overprint, second.alpha, second.colour.space) == (False, 1, "DeviceGray")


def test_text_has_the_bounds_of_its_ink_and_its_size_on_the_page() -> None:
    """Font size, text matrix and page matrix are multiplied."""
    found = one(b"2 0 0 2 0 0 cm BT /F1 10 Tf 1 0 0 1 20 30 Tm <00010002> Tj ET")
    assert (found.kind, found.size, found.text) == (Kind.TEXT, 20, "AB")
    assert box(found) == (41, 60, 63, 74)  # two boxes of half an em, 0.05 em apart each


def test_kerns_and_spaces_move_the_pen() -> None:
    """A kern of one em to the left makes the gap an em smaller."""
    near = one(b"BT /F1 10 Tf 20 30 Td [<0001>1000<0002>] TJ ET")
    far = one(b"BT /F1 10 Tf 5 Tc 20 30 Td [<0001><0002>] TJ ET")
    assert box(near)[::2] == (16.5, 25.5)
    assert box(far)[::2] == (20.5, 36.5)


@pytest.mark.parametrize(("mode", "hidden"), [(0, False), (3, True), (7, True)])
def test_text_that_is_not_painted_is_hidden(mode: int, hidden: bool) -> None:
    """Modes 3 and 7 leave no ink."""
    assert one(b"BT %d Tr /F1 10 Tf <0001> Tj ET" % mode).hidden is hidden


def test_outlined_text_has_a_line() -> None:
    """Mode 2 paints the letters and a line round them."""
    letters, line = painted(b"BT 2 Tr 0.5 w /F1 10 Tf <0001> Tj ET")
    assert (letters.kind, line.kind) == (Kind.TEXT, Kind.STROKE)
    assert line.thickness == 0.5


def test_a_glyph_that_the_font_lacks_is_counted() -> None:
    """Glyph 0 of a composite font."""
    assert one(b"BT /F1 10 Tf <000100000000> Tj ET").missing == 2


def test_an_image_says_how_fine_it_is() -> None:
    """Two pixels on half an inch are four an inch."""
    found = one(b"36 0 0 72 10 10 cm /Own Do", image(Name.DeviceCMYK, 4))
    assert found.image is not None
    assert (found.kind, found.image.ppi) == (Kind.IMAGE, (4, 2))
    assert (found.colour.space, found.colour.values) == ("DeviceCMYK", ())


def test_a_stencil_takes_the_colour_of_a_fill() -> None:
    """An image mask has none of its own."""

    def stencil(pdf: Any) -> Any:
        return pdf.make_stream(
            b"\x80", Subtype=Name.Image, Width=1, Height=1, ImageMask=True
        )

    found = one(b"0 1 0 0 k 9 0 0 9 0 0 cm /Own Do", held("XObject", stencil))
    assert found.colour.inks == (0, 1, 0, 0)


def test_a_form_is_followed_where_it_is_drawn() -> None:
    """Twice in two places is two things; twice in one place is one."""
    moved = painted(b"/Own Do 1 0 0 1 50 0 cm /Own Do", form(b"0 0 9 9 re f"))
    assert [each.box[0] for each in moved] == [0, 50]
    assert {each.where for each in moved} == {"form /Own"}
    assert len(painted(b"/Own Do /Own Do", form(b"0 0 9 9 re f"))) == 1


def test_a_group_is_mixed_as_a_whole() -> None:
    """What is opaque in a transparent group is transparent on the page."""
    found = one(b"/Half gs /Own Do", group(Name.DeviceCMYK))
    assert found.alpha == 0.5


def test_what_a_mask_paints_is_no_ink() -> None:
    """It is noted as masking, and what it masks as seen through it."""

    def mask(pdf: Any) -> Any:
        drawn = pdf.make_stream(b"0 0 9 9 re f", BBox=Array([0, 0, 9, 9]))
        return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=drawn))

    inside, seen = painted(b"/Own gs 0 0 9 9 re f", held("ExtGState", mask))
    assert (inside.masking, seen.masking, seen.soft_mask) == (True, False, True)


def test_an_ink_by_name_is_an_ink() -> None:
    """Separation Black is black; All is every ink; a spot colour is none of the four."""
    for name, inks in (
        (Name.Black, (0, 0, 0, 0.5)),
        (Name.All, (0.5,) * 4),
        (Name.Gold, None),
    ):
        found = one(
            b"/Own cs 0.5 sc 0 0 9 9 re f",
            space(Name.Separation, name, Name.DeviceCMYK, Dictionary(FunctionType=2)),
        )
        assert found.colour.inks == inks


def test_boxes_of_a_page_are_read_and_inherited() -> None:
    """In any order of corners; what a page lacks its tree may have."""
    data = one_page(page=b"/MediaBox [300 400 0 0]/TrimBox [10 10 290 390]/Rotate 90")
    found = page(data)
    assert (found.media.x1, found.media.y1, found.rotate) == (300, 400, 90)
    assert (found.bleed, found.finished) == (None, found.trim)


def test_a_fault_does_not_end_the_page() -> None:
    """What follows a lost resource is still noted, and the fault is said."""
    found = page(good(content=b"/Lost gs 0 0 9 9 re f"))
    assert len(found.painted) == 1
    assert "'Lost'" in found.broken


def test_a_form_that_draws_itself_ends() -> None:
    """At once, with a fault."""
    circle = stream(
        b"/F Do", b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
    )
    found = page(one_page(b"/F Do", circle, resources=b"/XObject<</F 5 0 R>>"))
    assert "draws itself" in found.broken


def test_a_file_that_paints_without_end_ends() -> None:
    """Forms of forms are counted each time they are drawn, and the count is bounded."""
    forms = [
        stream(
            b"q 2 0 0 2 0 0 cm /F Do Q q 1 0 0 1 %d 1 cm /F Do Q" % place,
            b"/Subtype/Form/Resources<</XObject<</F %d 0 R>>>>" % (place + 6),
        )
        for place in range(20)
    ]
    last = stream(b"0 0 9 9 re f", b"/Subtype/Form")
    found = page(one_page(b"/F Do", *forms, last, resources=b"/XObject<</F 5 0 R>>"))
    assert "more than" in found.broken or "beyond" in found.broken
    assert len(found.painted) <= limits.PAINTED


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200))
def test_any_bytes_can_be_walked_through(data: bytes) -> None:
    """Whatever stands in a content stream: the walk ends, and raises nothing."""
    with opened(good(content=data)) as pdf:
        (found,) = walk(pdf)
    for thing in found.painted:
        assert thing.box[0] <= thing.box[2]
        assert thing.box[1] <= thing.box[3]


WORDS = st.sampled_from(
    b"q Q cm w gs Do g rg k cs scn m l c re h W n f f* S B BT ET Tf Tm Td Tj TJ ' \" sh BI ID "
    b"EI /F1 /Over /Own /DeviceCMYK /Pattern 0 1 -1 0.5 99999999 <0001> [<0002>50] (a)".split()
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60))
def test_any_words_can_be_walked_through(words: list[bytes]) -> None:
    """Operators in any order with any operands: a fault at most."""
    content = b" ".join(words)
    with opened(good(form(b"0 0 9 9 re f"), content=content)) as pdf:
        (found,) = walk(pdf)
    assert found.number == 0


def test_type_three_is_as_large_as_its_letters() -> None:
    """Its unit may be anything: here ten units of a font of 2.4 pt make the height."""
    pdf_font = "BT 0 0 0 1 k /F2 2.4 Tf 60 300 Td (a) Tj ET"

    (found, *_) = painted(pdf_font.encode(), _in_its_own_unit)

    assert 20 <= found.size <= 26
    assert found.box[1] < 300 < found.box[3]
    assert found.box[3] - found.box[1] == pytest.approx(found.size, rel=0.01)


def _in_its_own_unit(pdf: pikepdf.Pdf) -> None:
    """Add a font whose glyphs are drawn downwards, in 205ths of its size."""
    glyph = pdf.make_stream(b"1200 0 0 -1500 1100 500 d1 0 -1500 1100 1500 re f")
    pdf.pages[0].Resources.Font.F2 = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 500, 1200, -1500]),
        FontMatrix=Array([0.00488, 0, 0, -0.00488, 0, 0]), FirstChar=97, LastChar=97,
        Widths=Array([1200]), Resources=Dictionary(), CharProcs=Dictionary(a=glyph),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
    )  # fmt: skip


def test_a_line_is_as_thick_as_where_it_is_thinnest() -> None:
    """A scale that is not the same both ways makes it thin the one way alone."""
    upright = one(b"1 0 0 0.1 0 0 cm 1 w 60 600 m 60 1600 l S")
    level = one(b"1 0 0 0.1 0 0 cm 1 w 60 600 m 160 600 l S")
    both = one(b"1 0 0 0.1 0 0 cm 1 w 60 600 m 160 600 l 160 900 l S")
    turned = one(b"0.6 0.8 -0.8 0.6 90 90 cm 2 w 0 0 m 9 9 l S")

    assert upright.thickness == pytest.approx(1)
    assert level.thickness == pytest.approx(0.1)
    assert both.thickness == pytest.approx(0.1)
    assert turned.thickness == pytest.approx(2)
    assert box(level) == (59.5, 59.95, 160.5, 60.05)


def test_a_pattern_is_seen_where_it_fills() -> None:
    """Its first cell may stand anywhere, even beside the sheet."""
    found = painted(b"/Pattern cs /Own scn 60 60 50 50 re f", with_cell("0 0 9 9 re f"))

    (cell,) = [thing for thing in found if thing.where == "pattern"]
    assert not cell.hidden
    assert 60 <= cell.box[0] < cell.box[2] <= 110
    assert 60 <= cell.box[1] < cell.box[3] <= 110


def test_letters_above_and_below_the_line_are_one_text() -> None:
    """As Nastaliq is set; the box holds what each of them reaches."""
    found = one(
        b"BT 0 0 0 1 k /F1 10 Tf 60 300 Td <0001> Tj 5 Ts [<0002> 900] TJ -3 Ts <0003> Tj ET"
    )

    assert found.text == "ABC"
    # B ends at 60 + 6 + 5.5, and C begins 9 back from where B ends, beneath A
    assert box(found) == (60.5, 297.0, 71.5, 312.0)


def test_a_letter_in_the_middle_may_reach_the_farthest() -> None:
    """What follows may be set back over it."""
    four, back = b"<0001000100010001>", b"<0003000300030003>"
    shown = b"[" + four + b" -3000 <0002> 5000 " + back + b"] TJ"

    found = one(b"BT 0 0 0 1 k /F1 10 Tf 60 300 Td " + shown + b" ET")

    assert box(found) == (60.5, 300.0, 119.5, 307.0)

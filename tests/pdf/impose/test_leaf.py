"""Strangers' pages: turned, cut, shifted, inherited, broken."""

from __future__ import annotations

import io
import zlib
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.pdf.impose.paper import MM, Seen, content, cornered, mm, saved

from leaflets.errors import RenderError
from leaflets.pdf.impose.leaf import read
from leaflets.pdf.impose.repeat import repeat


def once(data: bytes, sheet: tuple[float, float] = (100.0, 60.0)) -> Seen:
    """Lay each page once in the middle of a sheet, and look."""
    return Seen(repeat(data, across=1, down=1, sheet=sheet))


@pytest.mark.parametrize(
    ("turn", "sheet", "corner"),
    [
        (0, (100.0, 60.0), (10, 55)),
        (90, (60.0, 100.0), (5, 10)),
        (180, (100.0, 60.0), (90, 5)),
        (270, (60.0, 100.0), (55, 90)),
        (-90, (60.0, 100.0), (55, 90)),
        (450, (60.0, 100.0), (5, 10)),
    ],
)
def test_a_page_lies_as_it_is_read(
    turn: int, sheet: tuple[float, float], corner: tuple[float, float]
) -> None:
    """/Rotate turns it clockwise: its lower left corner goes up, then to the right."""
    seen = once(cornered({"Rotate": turn}), sheet)

    assert seen.number(0, *corner) == 1
    assert min(seen.images[0].getextrema()) < 50


def test_a_page_without_trim_is_its_crop_box() -> None:
    """What the crop box hides stays hidden."""
    data = cornered({"CropBox": Array(mm(10, 0, 100, 60))})

    seen = once(data, (110.0, 60.0))
    # 90 mm wide on 110: what is left of the corner stands from 10 to 20 mm.
    assert seen.row(0, (9.0, 11.0, 19.0, 21.0), 55.0) == (0, 1, 1, 0)


def test_a_trim_box_without_a_bleed_box_bleeds_three_millimetres() -> None:
    """Further out there may be marks."""
    data = cornered({"TrimBox": Array(mm(10, 5, 90, 55))})

    seen = once(data, (120.0, 80.0))
    assert seen.row(0, (16.5, 17.5, 29.5, 30.5), 64.0) == (0, 1, 1, 0)


def test_boxes_that_begin_elsewhere_are_moved() -> None:
    """A media box that begins at -1000 is as good as any."""
    shifted = cornered(
        {
            "MediaBox": Array(mm(-1000, 500, -900, 560)),
            "Contents": lambda pdf: pdf.make_stream(content(1, mm(-1000, 500, -980, 510))),
        }
    )

    assert once(shifted).row(0, (10, 30), 55) == (1, 0)


def test_a_larger_unit_makes_a_larger_page() -> None:
    """UserUnit 2 makes 200 × 120 mm of 100 × 60."""
    seen = once(cornered({"UserUnit": 2}), (200.0, 120.0))

    assert seen.row(0, (1, 39, 41), 101.0) == (1, 1, 0)


def test_boxes_and_resources_may_stand_in_the_tree() -> None:
    """MediaBox, Rotate and Resources are looked for above the page."""
    with pikepdf.open(io.BytesIO(cornered({}))) as pdf:
        page, tree = pdf.pages[0].obj, pdf.Root.Pages
        tree["/MediaBox"], tree["/Rotate"] = Array(mm(0, 0, 100, 60)), 180
        tree["/Resources"] = Dictionary(ExtGState=Dictionary(G=Dictionary(OP=True)))
        for key in ("/MediaBox", "/Resources"):
            del page[key]
        leaf = read(pdf, 0)

        assert (round(leaf.width / MM), round(leaf.height / MM)) == (100, 60)
        assert leaf.upright[0] == -1
        assert bool(leaf.form.Resources.ExtGState.G.OP) is True


def test_content_in_parts_is_one() -> None:
    """Parts may be cut between any two operators, with nothing between them."""
    drawing = content(1, mm(0, 0, 20, 10))
    middle = drawing.index(b"re") - 1
    parts = cornered(
        {
            "Contents": lambda pdf: Array(
                [pdf.make_stream(drawing[:middle]), pdf.make_stream(drawing[middle:])]
            )
        }
    )

    assert once(parts).row(0, (10, 30), 55) == (1, 0)


def test_a_page_that_draws_nothing_is_laid_as_it_is() -> None:
    """A page needs no Contents."""
    with pikepdf.open(io.BytesIO(cornered({}, {}))) as pdf:
        del pdf.pages[0].obj["/Contents"]
        data = saved(pdf)

    seen = once(data)
    assert seen.images[0].getextrema() == (255, 255)
    assert seen.number(1, 10, 55) == 2


def test_an_unbalanced_page_does_not_spoil_its_neighbour() -> None:
    """A page that moves everything and never goes back moves itself alone."""
    data = cornered(
        {"Contents": lambda pdf: pdf.make_stream(b"q 3 0 0 3 50 50 cm q 1 0 0 RG")}, {}
    )

    made = repeat(data, across=2, down=1, sheet=(230.0, 60.0))
    assert Seen(made).row(1, (22, 128), 55) == (2, 2)


def test_what_a_page_blends_in_is_kept() -> None:
    """A page's group becomes its form's, alone in itself, and the sheet blends alike."""
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    made = repeat(cornered({"Group": group}), across=1, down=1, sheet=(100.0, 60.0))

    with pikepdf.open(io.BytesIO(made)) as pdf:
        page = pdf.pages[0].obj
        assert Name.DeviceCMYK == page.Group.CS
        assert Name.DeviceCMYK == page.Resources.XObject.P0.Group.CS
        assert bool(page.Resources.XObject.P0.Group.I) is True


Broken = dict[str, Any]


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ({"Rotate": 45}, "page 2 is turned by 45"),
        ({"Rotate": Name.Left}, "page 2 is turned by /Left"),
        ({"UserUnit": 0}, "page 2 has 0 as its unit"),
        ({"UserUnit": 100000}, "page 2 has 100000 as its unit"),
        ({"UserUnit": 14000}, "page 2 measures"),
        ({"MediaBox": Array([0, 0, 14401, 100])}, "page 2 measures 1.44e.04 × 100 points"),
        ({"MediaBox": Array([0, 0, 1, 1])}, "page 2 measures 1 × 1 points"),
        ({"TrimBox": Array([0, 0, 100])}, "a box of page 2 is not four numbers"),
        ({"MediaBox": Array([0, 0, 100])}, "a page has no size that can be read"),
        ({"TrimBox": Array([0, 0, Name.A, 1])}, "a box of page 2 is not four numbers"),
        ({"MediaBox": Array([0, 0, Name.A, 1])}, "a page has no size that can be read"),
        ({"MediaBox": Array([0, 0, 10**9, 1])}, "a box of page 2 is not four numbers"),
        ({"CropBox": Name.A4}, "a box of page 2 is not four numbers"),
        ({"MediaBox": Name.A4}, "a page has no size that can be read"),
        ({"TrimBox": Array([900, 900, 950, 950])}, "the boxes of page 2 leave nothing"),
        ({"CropBox": Array([-50, -50, -10, -10])}, "the boxes of page 2 leave nothing"),
        ({"Contents": Name.Nothing}, "what page 2 draws cannot be read"),
    ],
)
def test_a_page_without_sense_is_named(entries: Broken, says: str) -> None:
    """The message says which page, and what is wrong with it."""
    with pytest.raises(RenderError, match=says):
        once(cornered({}, entries))


def test_a_page_without_any_size_is_named() -> None:
    """No MediaBox on the page, and none above it."""
    with pikepdf.open(io.BytesIO(cornered({}))) as pdf:
        del pdf.pages[0].obj["/MediaBox"]
        with pytest.raises(RenderError, match="page 1 has no size"):
            read(pdf, 0)


def test_a_tree_that_runs_in_a_circle_ends() -> None:
    """Looking for a box above the page does not go round for ever."""
    with pikepdf.open(io.BytesIO(cornered({}))) as pdf:
        page = pdf.pages[0].obj
        del page["/MediaBox"]
        page["/Parent"] = page
        with pytest.raises(RenderError, match="page 1 has no size"):
            read(pdf, 0)


@pytest.mark.parametrize("listed", [False, True])
def test_packed_content_stays_readable(listed: bool) -> None:
    """A stream is copied with its filters; those in a list are unpacked."""

    def packed(pdf: pikepdf.Pdf) -> Any:
        stream = pdf.make_stream(zlib.compress(content(1, mm(0, 0, 20, 10))))
        stream["/Filter"] = Name.FlateDecode
        return Array([stream]) if listed else stream

    assert once(cornered({"Contents": packed})).row(0, (10, 30), 55) == (1, 0)

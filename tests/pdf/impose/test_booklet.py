"""Booklets: what lies where, and what is refused."""

from __future__ import annotations

import io

import pikepdf
import pytest
from tests.pdf.impose.paper import MM, Seen, book, mm, saved, sizes

from leaflets.errors import RenderError
from leaflets.pdf.impose.booklet import booklet, saddle

LEFT, RIGHT = 74.0, 223.0
"""In the middle of the two halves of A4 across, in mm."""


def pairs(data: bytes) -> list[tuple[int, ...]]:
    """Say which pages are seen on the sides of a booklet."""
    seen = Seen(data)
    return [seen.row(side, (LEFT, RIGHT)) for side in range(len(seen.images))]


def test_the_first_page_stands_on_the_right_beside_the_last() -> None:
    """Read from the left, eight pages lie as a saddle stitcher wants them."""
    made = booklet(book(8, bleed=0), rtl=False)

    assert pairs(made) == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_a_book_read_from_the_right_is_bound_on_the_right() -> None:
    """Each pair stands the other way round."""
    made = booklet(book(8, bleed=0), rtl=True)

    assert pairs(made) == [(1, 8), (7, 2), (3, 6), (5, 4)]


@pytest.mark.parametrize("pages", [4, 8, 12, 64, 128])
@pytest.mark.parametrize("rtl", [False, True])
def test_every_page_lies_once_and_backs_its_neighbour(pages: int, rtl: bool) -> None:
    """All pages are laid, and page 2k stands behind page 2k - 1 of the same leaf."""
    sides = saddle(pages, rtl=rtl)

    assert sorted(page for side in sides for page in side) == list(range(1, pages + 1))
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        # The sheet is flipped about its short edge: what lies left lies behind right.
        for one, other in ((front[0], back[1]), (front[1], back[0])):
            assert abs(one - other) == 1
            assert max(one, other) % 2 == 0


@pytest.mark.parametrize("pages", [0, -4, 6])
def test_only_fours_make_sheets(pages: int) -> None:
    """The order is asked for a number of pages that fills sheets."""
    with pytest.raises(ValueError, match="sheets of four"):
        saddle(pages, rtl=False)


def test_an_office_sheet_is_the_sheet_itself() -> None:
    """A5 on A4 is not cut: trim and paper are one, and pages keep their size."""
    made = booklet(book(4, bleed=0), rtl=False)

    assert sizes(made) == sizes(made, "/MediaBox") == [(0, 0, 297, 210)] * 2
    seen = Seen(made)
    assert seen.row(0, (0.2, 1.0, 148.0, 149.0, 296.0, 296.8)) == (0, 4, 4, 1, 1, 0)


def test_what_bleeds_ends_at_the_spine() -> None:
    """No page reaches into its neighbour; outside the bleed is kept."""
    made = booklet(book(4), rtl=False, sheet=(320.0, 240.0))

    seen = Seen(made)
    assert seen.row(0, (8.5, 9.5, 159.5, 160.5, 310.5, 311.5)) == (0, 4, 4, 1, 1, 0)
    assert sizes(made)[0] == (12, 15, 308, 225)
    assert sizes(made, "/BleedBox")[0] == (9, 12, 311, 228)


def test_pages_without_bleed_at_the_spine_keep_theirs_elsewhere() -> None:
    """Pages are often sent without bleed on the side that is bound."""
    with pikepdf.open(io.BytesIO(book(4))) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            inner = mm(0, -3, 151, 213) if number % 2 else mm(-3, -3, 148, 213)
            page.obj["/BleedBox"] = pikepdf.Array(inner)
        data = saved(pdf)

    made = booklet(data, rtl=False, sheet=(320.0, 240.0))

    assert sizes(made, "/BleedBox")[0] == (9, 12, 311, 228)
    assert Seen(made).row(0, (8.5, 9.5, 159.5, 160.5, 310.5, 311.5)) == (0, 4, 4, 1, 1, 0)
    # Bound on the other side, those edges are cut, and nothing bleeds over them.
    other = booklet(data, rtl=True, sheet=(320.0, 240.0))
    assert sizes(other, "/BleedBox") == sizes(other) == [(12, 15, 308, 225)] * 2


def test_creep_moves_inner_sheets_to_the_spine() -> None:
    """The outermost sheet stays; each further one moves so much more."""
    made = booklet(book(12, bleed=0), rtl=False, sheet=(340.0, 240.0), creep=1.0)

    seen = Seen(made)
    for sheet in range(3):
        left = 22 + sheet
        assert seen.number(2 * sheet, left - 0.5, 100) == 0
        assert seen.number(2 * sheet, left + 0.5, 100) == 12 - 2 * sheet
        assert seen.row(2 * sheet, (169.5, 170.5)) == (12 - 2 * sheet, 1 + 2 * sheet)


@pytest.mark.parametrize("creep", [-0.1, 1.1, float("nan")])
def test_creep_is_that_of_paper(creep: float) -> None:
    """Less than nothing or more than a millimetre a sheet is a mistake."""
    with pytest.raises(RenderError, match="creep"):
        booklet(book(4), rtl=False, creep=creep)


def test_pages_that_do_not_fill_sheets_are_refused() -> None:
    """Six pages lack two, and the way out is said."""
    with pytest.raises(RenderError, match="6 pages do not fill") as caught:
        booklet(book(6), rtl=False)

    assert "2 more" in caught.value.hint
    assert "--pad" in caught.value.hint


def test_blank_pages_come_last_when_asked_for() -> None:
    """Six pages padded leave the back cover and the page before it empty."""
    made = booklet(book(6, bleed=0), rtl=False, pad=True)

    assert pairs(made) == [(0, 1), (2, 0), (6, 3), (4, 5)]


def test_pages_of_several_sizes_are_named() -> None:
    """The message says which pages differ and how large they are."""
    odd = book([(148, 210), (148, 210), (105, 148), (148, 210)])

    with pytest.raises(RenderError, match=r"page 3 105\.0 × 148\.0 mm"):
        booklet(odd, rtl=False)


def test_pages_are_never_made_smaller() -> None:
    """A4 pages do not fit on A4 across: the sheet that would do is said."""
    with pytest.raises(RenderError, match=r"420\.0 × 297\.0 mm"):
        booklet(book([(210, 297)] * 4), rtl=False)


def test_more_than_a_staple_holds_is_refused() -> None:
    """132 pages are too many."""
    with pytest.raises(RenderError, match="132 pages are too many"):
        booklet(book(132, bleed=0), rtl=False)


def test_what_stands_in_the_rim_is_refused() -> None:
    """Pages that are painted to their edge cannot come from an office printer."""
    with pytest.raises(RenderError, match="left and upper and right and lower"):
        booklet(book(4, bleed=0), rtl=False, printable=5.0)


def test_a_clear_rim_is_let_through() -> None:
    """With 6 mm of white on the paper's edge, a rim of 5 mm is kept."""
    made = booklet(book([(140, 198)] * 4, bleed=0), rtl=False, printable=5.0)

    assert pairs(made)[0] == (4, 1)


def test_marks_stand_outside_the_bleed_on_every_plate() -> None:
    """Cut marks begin 1 mm off the bleed; they need room on the sheet."""
    plain = booklet(book(4), rtl=False, sheet=(320.0, 240.0))
    made = booklet(book(4), rtl=False, sheet=(320.0, 240.0), marks="crop")

    before, after = Seen(plain), Seen(made)
    bleed = tuple(round(side * MM * 2) for side in (9, 12, 311, 228))
    assert after.images[0].crop(bleed) == before.images[0].crop(bleed)
    assert after.images[0] != before.images[0]
    assert b"/All" in made
    with pytest.raises(RenderError, match=r"314\.0 × 228\.0"):
        booklet(book(4), rtl=False, sheet=(300.0, 240.0), marks="crop")

"""Six panels on two sides: their order, their folds, and what is refused."""

from __future__ import annotations

import pytest
from tests.pdf.impose.paper import MM, Seen, book, sizes

from leaflets.errors import RenderError
from leaflets.pdf.impose.folding import WIDTHS, fold, folds

PLACES = (50.0, 150.0, 250.0)
"""In the three panels of a side, in mm from the left edge of the trim."""


def panels(data: bytes, spread: float = 3.0) -> list[tuple[int, ...]]:
    """Say which panels are seen on each side; the paper begins *spread* off the trim."""
    seen = Seen(data)
    return [
        seen.row(side, [place + spread for place in PLACES])
        for side in range(len(seen.images))
    ]


def folder(fold: str, **entries: float) -> bytes:
    """Make six panels for a fold, in reading order."""
    return book([(width, 210.0) for width in WIDTHS[fold]], **entries)


@pytest.mark.parametrize("way", ["roll", "z"])
@pytest.mark.parametrize(
    ("rtl", "order"), [(False, [(5, 6, 1), (2, 3, 4)]), (True, [(1, 6, 5), (4, 3, 2)])]
)
def test_panels_lie_in_the_order_of_the_fold(
    way: str, rtl: bool, order: list[tuple[int, ...]]
) -> None:
    """The cover is outermost on the side that one opens; the order mirrors."""
    assert panels(fold(folder(way), fold=way, rtl=rtl)) == order


@pytest.mark.parametrize(
    ("way", "rtl", "places"),
    [
        ("roll", False, ((97.0, 197.0), (100.0, 200.0))),
        ("roll", True, ((100.0, 200.0), (97.0, 197.0))),
        ("z", False, ((99.0, 198.0), (99.0, 198.0))),
        ("z", True, ((99.0, 198.0), (99.0, 198.0))),
    ],
)
def test_folds_lie_where_the_panels_meet(
    way: str, rtl: bool, places: tuple[tuple[float, ...], tuple[float, ...]]
) -> None:
    """The flap of a roll is 97 mm; its fold is at 97 outside and at 200 inside."""
    assert folds(way, rtl) == places


@pytest.mark.parametrize("way", ["roll", "z"])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_fold_goes_through_the_whole_sheet(way: str, rtl: bool) -> None:
    """Seen from behind, a fold lies as far from the other edge."""
    outside, inside = folds(way, rtl)

    assert sorted(297.0 - place for place in outside) == list(inside)


@pytest.mark.parametrize("rtl", [False, True])
def test_a_panel_ends_at_its_fold(rtl: bool) -> None:
    """Half a millimetre on either side of a fold there are two panels, and no white."""
    made = fold(folder("roll"), fold="roll", rtl=rtl)

    seen = Seen(made)
    for side, places in enumerate(folds("roll", rtl)):
        order = panels(made)[side]
        for number, place in enumerate(places):
            beside = seen.row(side, (place + 3 - 0.5, place + 3 + 0.5))
            assert beside == order[number : number + 2]


def test_the_sheet_is_a4_and_bleeds_on_all_sides() -> None:
    """The trim begins at (0, 0); what is painted over it is kept."""
    made = fold(folder("roll"), fold="roll", rtl=False)

    assert sizes(made) == [(0, 0, 297, 210)] * 2
    assert sizes(made, "/BleedBox") == [(-3, -3, 300, 213)] * 2
    assert sizes(made, "/MediaBox") == [(-3, -3, 300, 213)] * 2
    seen = Seen(made)
    assert seen.row(0, (0.3, 302.7), 0.3) == (5, 1)
    assert seen.row(1, (0.3, 302.7), 215.7) == (2, 4)


def test_marks_of_folds_stand_outside_the_bleed() -> None:
    """The sheet grows by 8 mm for marks, and the picture within stays the same."""
    plain = fold(folder("roll"), fold="roll", rtl=False)
    made = fold(folder("roll"), fold="roll", rtl=False, marks="crop")

    assert sizes(made) == sizes(plain)
    assert sizes(made, "/BleedBox") == sizes(plain, "/BleedBox")
    assert sizes(made, "/MediaBox") == [(-11, -11, 308, 221)] * 2
    assert panels(made, 11) == panels(plain)
    image = Seen(made).images[0]
    for place in folds("roll", False)[0]:
        middle = round((place + 11) * MM * 2)
        above = image.crop((middle - 2, 0, middle + 3, round(6 * MM * 2)))
        assert above.getextrema()[0] < 200


def test_other_than_six_pages_are_refused() -> None:
    """What a page is, is said."""
    with pytest.raises(RenderError, match="has 4 pages, and 6 panels") as caught:
        fold(book(4), fold="roll", rtl=False)

    assert "reading order" in caught.value.hint


def test_panels_of_the_wrong_width_are_refused() -> None:
    """Panels of a z fold cannot be rolled: the flap would jam."""
    with pytest.raises(RenderError, match=r"page 1 is 99\.0 mm wide"):
        fold(folder("z"), fold="roll", rtl=False)


def test_panels_of_several_heights_are_refused() -> None:
    """One sheet has one height."""
    uneven = [(99.0, 210.0)] * 5 + [(99.0, 200.0)]

    with pytest.raises(RenderError, match=r"page 6 measures 99\.0 × 200\.0 mm"):
        fold(book(uneven), fold="z", rtl=False)


def test_a_fold_that_nobody_knows_is_a_mistake_of_the_program() -> None:
    """The names of the folds are said."""
    with pytest.raises(ValueError, match="roll, z"):
        folds("gate", rtl=False)

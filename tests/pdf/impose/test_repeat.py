"""The same page many times on a sheet."""

from __future__ import annotations

import pytest
from tests.pdf.impose.paper import Seen, book, cornered, sizes

from leaflets.errors import RenderError
from leaflets.pdf.impose.repeat import repeat

CARD = (85.0, 55.0)


def test_copies_lie_in_the_middle_with_a_gap_between() -> None:
    """Two by three cards of 85 × 55 mm, 6 mm apart, are centred on A4."""
    made = repeat(book([CARD] * 2), across=2, down=3, sheet=(210.0, 297.0))

    assert sizes(made) == [(17, 60, 193, 237)] * 2
    seen = Seen(made)
    for side in (0, 1):
        for y in (70.0, 148.0, 220.0):
            assert seen.row(side, (60, 150), y) == (side + 1, side + 1)


def test_each_copy_bleeds_into_half_the_gap() -> None:
    """With 6 mm between, 3 mm of bleed meet in the middle; with 2 mm it is 1 mm."""
    wide = Seen(repeat(book([CARD]), across=2, down=1, sheet=(210.0, 297.0), gap=10.0))
    close = Seen(repeat(book([CARD]), across=2, down=1, sheet=(210.0, 297.0), gap=2.0))

    assert wide.row(0, (102.5, 105.0, 107.5), 148.5) == (1, 0, 1)
    assert close.row(0, (104.5, 105.5), 148.5) == (1, 1)


def test_a_sheet_that_is_turned_over_its_head_has_backs_on_their_heads() -> None:
    """The second page stands on its head, the first does not."""
    made = repeat(cornered({}, {}), across=1, down=1, sheet=(100.0, 60.0), turn="head")

    seen = Seen(made)
    assert (seen.number(0, 10, 55), seen.number(0, 90, 5)) == (1, 0)
    assert (seen.number(1, 10, 55), seen.number(1, 90, 5)) == (0, 2)


def test_what_does_not_fit_is_refused_with_the_sheet_it_needs() -> None:
    """Nothing is made smaller."""
    with pytest.raises(RenderError, match=r"308\.0 × 216\.0 mm, and it has 210 × 297"):
        repeat(book(1), across=2, down=1, sheet=(210.0, 297.0))


@pytest.mark.parametrize(
    ("across", "down", "gap"), [(0, 1, 6.0), (1, 0, 6.0), (100, 100, 6.0), (1, 1, -1.0)]
)
def test_senseless_numbers_are_refused(across: int, down: int, gap: float) -> None:
    """No copies, thousands of them, or copies that overlap."""
    with pytest.raises(RenderError):
        repeat(book([CARD]), across=across, down=down, sheet=(210.0, 297.0), gap=gap)


def test_marks_stand_at_every_cut() -> None:
    """Both edges of each column and row are marked, outside the bleed."""
    made = Seen(
        repeat(book([CARD]), across=2, down=2, sheet=(230.0, 297.0), marks="crop")
    ).images[0]
    scale = made.width / 230.0

    top = round((297 / 2 - 58 - 6) * scale)
    strip = made.crop((0, top - 4, made.width, top + 4))
    columns = {
        x for x in range(strip.width) if min(strip.getpixel((x, y)) for y in range(8)) < 200
    }
    wanted = {27.0, 112.0, 118.0, 203.0}
    assert {round(x / scale) for x in columns} == {round(x) for x in wanted}


def test_a_clear_rim_is_asked_for() -> None:
    """Cards that reach within 5 mm of the edge of the sheet are refused."""
    with pytest.raises(RenderError, match="left and right"):
        repeat(
            book([(204.0, 55.0)], bleed=0),
            across=1,
            down=1,
            sheet=(210.0, 297.0),
            printable=5.0,
        )

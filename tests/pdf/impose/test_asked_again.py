"""What passes the preflight as pages passes it as sheets, and what fails goes on failing."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from tests.pdf.preflight.good import CONTENT, MM, good

from leaflets.pdf.impose.booklet import booklet
from leaflets.pdf.impose.folding import WIDTHS, fold, folds
from leaflets.pdf.impose.repeat import repeat
from leaflets.pdf.preflight.ask import preflight
from leaflets.pdf.preflight.base import Ordered, Report
from leaflets.pdf.printspec import COATED

SHEET = (250.0, 180.0)
LARGE = (320.0, 240.0)
RGB = b" 1 0 0 rg 60 200 20 20 re f"


def asked(data: bytes, ordered: Ordered | None = None) -> Report:
    """Ask about a file as a shop for coated paper would."""
    return preflight(data, COATED, ordered=ordered or Ordered(read_codes=False))


def codes(data: bytes, ordered: Ordered | None = None) -> list[str]:
    """Give the codes of what is found."""
    return sorted(each.code for each in asked(data, ordered).found)


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "booklet": lambda data: booklet(data, rtl=True, sheet=SHEET),
    "marks": lambda data: booklet(data, rtl=False, sheet=SHEET, marks="crop"),
    "full": lambda data: booklet(data, rtl=False, sheet=LARGE, marks="full"),
    "repeat": lambda data: repeat(data, across=2, down=1, sheet=SHEET),
    "turned": lambda data: repeat(data, across=2, down=1, sheet=SHEET, turn="head"),
}


@pytest.mark.parametrize("way", WAYS)
def test_sheets_of_good_pages_are_good(way: str) -> None:
    """Nothing is found in the pages, and nothing in their sheets."""
    pages = good(pages=4)

    assert codes(pages) == []
    assert codes(WAYS[way](pages)) == []


@pytest.mark.parametrize("way", WAYS)
def test_a_foreign_colour_is_found_on_the_sheet_as_well(way: str) -> None:
    """Imposition mends nothing and hides nothing."""
    pages = good(pages=4, content=CONTENT + RGB)

    found = codes(pages)
    assert found
    assert set(found) <= set(codes(WAYS[way](pages)))


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("marks", ["none", "crop", "full"])
def test_a_folded_sheet_is_what_was_ordered(rtl: bool, marks: str) -> None:
    """Two A4 pages with 3 mm of bleed and folds where they are said to be."""

    def as_panels(pdf: pikepdf.Pdf) -> None:
        for page, width in zip(pdf.pages, WIDTHS["roll"], strict=True):
            media = [-3 * MM, -3 * MM, (width + 3) * MM, 213 * MM]
            page.obj.MediaBox = page.obj.BleedBox = pikepdf.Array(media)
            page.obj.TrimBox = pikepdf.Array([0, 0, width * MM, 210 * MM])

    made = fold(good(as_panels, pages=6), fold="roll", rtl=rtl, marks=marks)

    ordered = Ordered(
        pages=2, trim=(297.0, 210.0), folds=folds("roll", rtl), read_codes=False
    )
    assert codes(made, ordered) == []
    wrong = replace(ordered, folds=((24.0,), (24.0,)))
    assert codes(made, wrong)


def test_two_pages_meet_at_the_spine() -> None:
    """Where the one is cut, the other begins: in the middle of the sheet."""
    made = booklet(good(pages=4), rtl=False, sheet=SHEET)

    with pikepdf.open(io.BytesIO(made)) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes().decode()
    clips = [line.split()[1:5] for line in drawn.splitlines() if " re W n " in line]
    left, right = ([float(side) for side in clip] for clip in clips)
    assert left[0] + left[2] == pytest.approx(SHEET[0] / 2 * MM, abs=0.01)
    assert right[0] == pytest.approx(SHEET[0] / 2 * MM, abs=0.01)

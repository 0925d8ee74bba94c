"""What was ordered: pages, sizes, folds, and art that runs on into the bleed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.pdf.preflight.asking import asked
from tests.pdf.preflight.broken_orders import BROKEN, NOBODY, PLAIN
from tests.pdf.preflight.sheets_by_hand import A6, MM, art, bound, words

from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.printspec import COATED, PrintSpec


def _messages(content: str, spec: PrintSpec = COATED) -> list[str]:
    page = replace(PLAIN, content=PLAIN.content + content)
    return [answer.message for _, answer in asked((bound([page]), spec, NOBODY), "F8")]


@pytest.mark.parametrize("key", sorted(BROKEN))
def test_what_was_not_ordered_is_found(key: str) -> None:
    """Every question about the order is answered by a file that is wrong there."""
    assert key[:4] in {code for code, _ in asked(BROKEN[key](), key[:4])}


def test_a_file_as_it_was_ordered_has_no_fault() -> None:
    """Four pages of the right size, folded in the middle, are taken without a word."""
    page = replace(PLAIN, content=PLAIN.content + art(-3, 20, 60, 30))
    ordered = Ordered(
        pages=4, multiple=4, trim=A6, folds=((52.5,), (), (), (52.5,)), read_codes=False
    )
    assert asked((bound([page] * 4), COATED, ordered), "F8") == []


@pytest.mark.parametrize(
    ("edge", "content"),
    [
        ("left", art(0, 20, 10, 12)),
        ("right", art(95, 20, 10, 12)),
        ("lower", art(20, 0, 12, 10)),
        ("upper", art(20, 138, 12, 10)),
    ],
)
def test_art_that_ends_at_the_cut_is_found_with_its_edge_and_length(
    edge: str, content: str
) -> None:
    """The message names the edge and the length over which a white line may show."""
    assert _messages(content) == [
        f"art ends before the bleed does, over 12.0 mm of the {edge} edge"
    ]


def test_the_place_of_missing_bleed_is_given() -> None:
    """The rectangle of the answer lies along the cut, where the art touches it."""
    page = replace(PLAIN, content=PLAIN.content + art(20, 0, 12, 10))
    ((_, answer),) = asked((bound([page]), COATED, NOBODY), "F812")
    place = answer.rectangle
    assert place is not None
    assert place.x0 == pytest.approx(20 * MM, abs=1)
    assert place.x1 == pytest.approx(32 * MM, abs=1)
    assert place.y0 < 0 < place.y1


@pytest.mark.parametrize(
    "content",
    [
        art(-3, -3, 111, 154),
        art(-3, 20, 30, 30),
        art(-9, 20, 39, 30),
        art(0.5, 20, 30, 30),
        f"q 0 0 0 1 k {-3 * MM} 60 m {10 * MM} 96 l {10 * MM} 116 l {-3 * MM} 80 l f Q\n",
        art(0, 20, 30, 30, "0 0 0 0 k"),
        art(-3, 20, 30, 30, "0 0 0 0.01 k"),
    ],
    ids=[
        "all over",
        "to the bleed",
        "over the bleed",
        "off the cut",
        "slanted",
        "white",
        "air",
    ],
)
def test_art_that_bleeds_or_keeps_off_the_cut_is_right(content: str) -> None:
    """Nothing is said where art reaches the bleed's edge, or does not touch the cut."""
    assert _messages(content) == []


def test_a_page_that_is_not_cut_needs_no_bleed() -> None:
    """A spec without bleed asks for none."""
    assert _messages(art(0, 20, 30, 30), replace(COATED, bleed=0.0)) == []


def test_a_turned_page_is_measured_as_it_is_shown() -> None:
    """A page that is turned by 90 degrees has its sides changed."""
    page = replace(PLAIN, entries={"Rotate": 90}, content=words("plain") + art(0, 20, 9, 9))
    found = asked((bound([page]), COATED, replace(NOBODY, trim=(148.0, 105.0))), "F8")
    assert [code for code, _ in found] == ["F812"]


@pytest.mark.parametrize("side", [14_400.0, 4_000_000.0])
def test_a_sheet_of_any_size_is_looked_at_within_bounds(side: float) -> None:
    """What a hostile sheet says of its size does not decide how many pixels are drawn."""
    size = (side / MM, side / MM)
    page = replace(PLAIN, size=size, content=art(0, 0, 2000, 2000))
    codes = {code for code, _ in asked((bound([page]), COATED, NOBODY), "F8")}
    assert codes <= {"F812"}

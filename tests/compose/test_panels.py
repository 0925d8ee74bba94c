"""How the panels of a folded leaflet may be filled."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from leaflets.compose.panels import FILLINGS, SECOND_BAND, as_filled, breaks, broken
from leaflets.formats.folded import FOLDED


def test_no_filling_sets_type_under_that_of_the_format() -> None:
    """The closest way still has the size that the format promises."""
    assert min(filling.text for filling in FILLINGS) == FOLDED.text == 11.0
    assert FILLINGS[-1].text == FOLDED.text


def test_fillings_go_from_the_roomiest_to_the_closest() -> None:
    """No later way asks for more room than one before it."""
    kinds = ("whole", "parted", "free")
    for roomy, close in pairwise(FILLINGS):
        first = (-roomy.text, not roomy.writing, kinds.index(roomy.boxes))
        second = (-close.text, not close.writing, kinds.index(close.boxes))
        assert first != second
        assert close.text <= roomy.text
        assert kinds.index(close.boxes) >= kinds.index(roomy.boxes)


def test_what_stands_on_two_panels_is_broken() -> None:
    """Marks of anything but boxes and groups do not count."""
    marks = [
        ("box-help", 1),
        ("group-help-1", 1),
        ("group-help-2", 1),
        ("group-help-2", 2),
        ("box-help", 2),
        ("m7", 1),
        ("m7", 2),
        ("box-other", 3),
    ]
    assert broken(marks) == {"box-help": (1, 2), "group-help-2": (1, 2)}


def test_a_broken_group_is_worse_than_any_number_of_broken_boxes() -> None:
    """A list that is cut is harder to read on than a box between two of its lists."""
    group = breaks([("group-a-1", 1), ("group-a-1", 2)])
    boxes = breaks([(f"box-{n}", page) for n in range(9) for page in (1, 2)])
    assert boxes < group
    assert breaks([("box-a", 1)]) < boxes


def test_another_filling_is_tried_only_where_boxes_may_break_less() -> None:
    """Smaller type may keep a box whole; leaving out lines to write on never does."""
    first, second, third = FILLINGS[0], FILLINGS[1], FILLINGS[2]
    assert not second.may_break_less_than(first)
    assert third.may_break_less_than(first)
    assert not FILLINGS[-1].may_break_less_than(first)


def test_a_second_band_takes_room_over_the_text() -> None:
    """A draft of a specimen has two bands, and the text begins lower."""
    one = as_filled(FOLDED, FILLINGS[0], bands=1)
    two = as_filled(FOLDED, FILLINGS[0], bands=2)
    assert one.margin == FOLDED.margin
    assert two.margin[0] == one.margin[0] + SECOND_BAND
    assert as_filled(FOLDED, FILLINGS[0], bands=0).margin == FOLDED.margin
    assert one.text == FILLINGS[0].text


def test_without_bleed_the_rim_of_the_sheet_stays_bare() -> None:
    """An office printer prints nothing on 5 mm, so band and page number stand further in."""
    press = as_filled(FOLDED, FILLINGS[0], bands=1)
    office = as_filled(replace(FOLDED, bleed=0.0), FILLINGS[0], bands=1)
    assert office.margin[0] > press.margin[0]
    assert office.margin[2] > press.margin[2]
    assert office.margin[1::2] == press.margin[1::2]

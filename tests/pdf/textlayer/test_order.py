"""The order that a reader is given is the one that it turns into the words."""

from __future__ import annotations

import pytest

from leaflets.pdf.textlayer import order


def seen(text: str, places: list[int]) -> str:
    """Put the characters of a text in an order."""
    return "".join(text[place] for place in places)


@pytest.mark.parametrize(
    ("text", "leftward", "rightward"),
    [
        ("אבג", "גבא", "גבא"),
        ("אב 12", "12 בא", " בא12"),
        ("abc", "abc", "abc"),
        ("אב abc", "abc בא", " באabc"),
    ],
)
def test_poppler_is_given_places_from_left_to_right(
    text: str, leftward: str, rightward: str
) -> None:
    """Leftward stretches are turned round, and their row as the page runs."""
    assert seen(text, order.for_poppler(text, rightward=False)) == leftward
    assert seen(text, order.for_poppler(text, rightward=True)) == rightward


def test_pdfium_is_given_words_of_a_number_backwards() -> None:
    """It turns the row of pieces round, but no digits."""
    shown = order.for_pdfium("אב 020 79", leftward=True)
    assert seen("אב 020 79", shown.order) == "79 020 בא"


def test_brackets_in_leftward_text_are_told() -> None:
    """Pdfium mirrors them; beside rightward letters it does not."""
    assert order.for_pdfium("(אב)", leftward=True).turned == {0, 3}
    assert order.for_pdfium("(ab)", leftward=False).turned == frozenset()
    assert order.mirror("(") == ")"
    assert order.mirror("a") == ""


def test_a_number_in_leftward_text_ends_with_a_sign() -> None:
    """Else poppler takes the full stop and the space behind it for a part of it."""
    assert order.marked_on_leftward_page("אב 12.") == {4: order.RLM, 5: order.RLM}
    assert order.marked_on_leftward_page("אב גד") == {}
    assert order.marked_beside("ab (cd)") == {6: order.LRM}
    assert order.marked_on_rightward_page("אב (cd)") == {1: order.LRM}


@pytest.mark.parametrize("text", ["abc אב", "אב abc", "12 אב"])
def test_the_kind_of_page_is_counted_by_letters(text: str) -> None:
    """Digits and signs count for neither side."""
    assert order.mostly_rightward(text) is (text.count("a") == 1)

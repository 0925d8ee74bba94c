"""Colours of the screen become inks: greys black alone, the rest by the profile."""

from __future__ import annotations

import pytest

from leaflets.pdf.colour import lab_to_inks, profiled_to_inks, to_inks
from leaflets.pdf.intent import FOGRA39, FOGRA47


@pytest.mark.parametrize("grey", [0, 64, 128, 255])
def test_a_grey_is_black_ink_alone(grey: int) -> None:
    """However dark, no other plate has a part in it."""
    assert to_inks(grey, grey, grey) == (0, 0, 0, round(1 - grey / 255, 3))


def test_a_colour_goes_through_the_profile_of_the_paper() -> None:
    """Red is magenta and yellow, never more ink than the paper bears, and paper counts."""
    red, same = to_inks(255, 0, 0), to_inks(255, 0, 0, FOGRA47)
    assert red[0] < 0.05
    assert red[1] > 0.9
    assert red[2] > 0.9
    assert sum(to_inks(0, 0, 90)) * 100 <= FOGRA39.ink_limit
    assert red != same


def test_a_colour_of_lab_is_the_same_in_inks_as_that_of_srgb() -> None:
    """Within what eight bits can say; a grey is black ink alone here too."""
    red = lab_to_inks(54.29, 80.8, 69.9, FOGRA39)
    assert red == pytest.approx(to_inks(255, 0, 0), abs=0.05)
    assert lab_to_inks(53.59, 0, 0, FOGRA39) == pytest.approx((0, 0, 0, 0.498), abs=0.003)
    assert lab_to_inks(100, 0, 0, FOGRA39) == (0, 0, 0, 0)
    assert lab_to_inks(0, 0, 0, FOGRA39) == (0, 0, 0, 1)


def test_four_values_of_a_profile_are_inks_already() -> None:
    """To separate them again would put colour into black text."""
    assert profiled_to_inks((0, 0, 0, 1), b"") == (0, 0, 0, 1)
    assert profiled_to_inks((0.25,), b"") == (0, 0, 0, 0.75)
    assert profiled_to_inks((1, 0, 0), b"") == to_inks(255, 0, 0)

"""Cells of braille: as a file has them, as digits are written in them, as six of eight dots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.compose.braille.cells import ASCII, as_ascii, as_cells, in_six
from leaflets.compose.braille.numbers import digits, places, written
from leaflets.model.braille import NUMBERS


def test_every_pattern_of_six_dots_has_its_character() -> None:
    """North American ASCII has 64 characters, and no lower case."""
    cells = "".join(chr(0x2800 + pattern) for pattern in range(64))
    assert len(set(ASCII)) == 64
    assert as_ascii(cells) == ASCII == ASCII.upper()
    assert as_cells(ASCII) == cells


def test_letters_stand_for_themselves_in_a_braille_file() -> None:
    """Cells a to z and the number sign, as any chart of braille has them."""
    letters = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵"
    assert as_ascii(letters) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert as_ascii("⠼⠠⠲⠂⠤") == "#,41-"


def test_a_cell_of_eight_dots_is_refused() -> None:
    """A file of six dots would print another letter."""
    with pytest.raises(ValueError, match="six dots"):
        as_ascii("⡁")


@given(st.integers(0, 10**12), st.sampled_from(NUMBERS))
def test_a_number_reads_as_it_was_written(number: int, way: str) -> None:
    """Writing and reading know nothing of each other but the code."""
    assert digits(written(number, way), way) == str(number)


@pytest.mark.parametrize(
    ("cells", "way", "read"),
    [
        ("⠼⠚⠃⠚⠐⠛⠊⠙⠋⠐⠚⠁⠃⠉", "letters", "02079460123"),
        ("⠼⠚⠃⠚⠀⠼⠛⠊⠙⠋", "letters", "0207946"),
        ("⠼⠉⠲⠑⠀⠁⠃", "letters", "35"),
        ("⠼⠲⠑", "letters", "5"),
        ("⠼⠑⠼⠚⠴", "letters", "5"),
        ("⠁⠃⠉", "letters", ""),
        ("⠅⠗⠼⠜", "letters", ""),
        ("⠠⠼⠣⠼⠀⠠⠻⠪⠹⠫", "antoine", "0207946"),
        ("⠠⠘⠦⠹⠂⠀⠠⠫⠴⠃", "antoine", "46"),
        ("⠠⠖⠹⠹", "antoine", "44"),
    ],
)
def test_digits_are_read_by_the_rules_of_the_code(cells: str, way: str, read: str) -> None:
    """A sign opens a number, a blank closes it; per cent is no digit."""
    assert digits(cells, way) == read


def test_a_lost_number_sign_loses_the_digits() -> None:
    """Letters that should have been a figure are not taken for one."""
    assert places("⠎⠁⠊⠙⠀⠼⠁⠋", "letters") == {6: "1", 7: "6"}
    assert places("⠎⠁⠊⠙⠀⠁⠋", "letters") == {}


def test_eight_dots_are_told_in_six() -> None:
    """Dot 7 becomes a capital sign, dot 8 the number sign; places move with them."""
    cells, where = in_six("⡎⠥⠝⠀⢃⢚⠀⡁⡃", list(range(10)))
    assert cells == "⠨⠎⠥⠝⠀⠼⠃⠚⠀⠨⠨⠁⠃"
    assert where == [0, 2, 3, 4, 5, 7, 8, 9, 12, 13]

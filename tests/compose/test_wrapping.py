"""Lines of plain text: as long as they may be, and broken only where they may break."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from leaflets.compose.telling.wrapping import Piece, width, wrap

WORDS = st.text(
    st.characters(whitelist_categories=("L", "N", "P", "Mn")), min_size=1, max_size=12
)
PIECES = st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=8), st.booleans()))


@given(pieces=PIECES, columns=st.integers(20, 80), hang=st.integers(0, 4))
def test_wrapping_loses_no_word_and_adds_none(
    pieces: list[tuple[list[str], bool]], columns: int, hang: int
) -> None:
    """Only spaces become line ends; every word is there once, in its order."""
    said = [Piece(" ".join(words) + " ", whole) for words, whole in pieces]
    lines = list(wrap(said, columns, hang=hang))
    assert " ".join(lines).split() == "".join(piece.words for piece in said).split()


@given(words=st.lists(WORDS, min_size=1), columns=st.integers(4, 40))
def test_a_line_is_too_long_only_where_one_word_is(words: list[str], columns: int) -> None:
    """And no line could have taken the first word of the next."""
    lines = list(wrap([Piece(" ".join(words))], columns))
    for line in lines:
        assert width(line) <= columns or " " not in line
    for before, after in itertools.pairwise(lines):
        assert width(before) + 1 + width(after.split(" ")[0]) > columns


@given(words=st.lists(WORDS, min_size=1), columns=st.integers(20, 80))
def test_what_is_whole_stands_on_one_line(words: list[str], columns: int) -> None:
    """A telephone number is never on two lines, whatever stands around it."""
    number, beside = "020 7946 0123", " ".join(words)
    pieces = [Piece(f"{beside} "), Piece(number, whole=True), Piece(f" {beside}")]
    assert any(number in line for line in wrap(pieces, columns))


@given(text=st.text("中文字，。（）「」汉", min_size=1, max_size=60))
def test_chinese_breaks_neither_after_an_opening_nor_before_a_closing_mark(
    text: str,
) -> None:
    """A comma begins no line, and a bracket that opens ends none."""
    lines = list(wrap([Piece(text)], 20, spaced=False))
    assert "".join(lines) == text
    for before, after in itertools.pairwise(lines):
        assert before[-1] not in "（「"
        assert after[0] not in "，。）」"


def test_a_wide_letter_takes_two_columns_and_a_mark_on_one_none() -> None:
    """Columns are those of a terminal or a mail program (UAX 11)."""
    assert width("中文") == 4
    assert width("e\u0301") == 1
    assert width("\u2067abc\u2069") == 3


def test_lines_of_chinese_are_as_long_as_they_may_be() -> None:
    """Twenty columns hold ten wide letters."""
    assert list(wrap([Piece("字" * 25)], 20, spaced=False)) == [
        "字" * 10,
        "字" * 10,
        "字" * 5,
    ]


def test_a_number_behind_a_word_stays_on_its_line() -> None:
    """No line begins with the numbers of sources."""
    pieces = [Piece("aaaa bbbb cccc"), Piece(" [1, 2]", whole=True, close=True), Piece(".")]
    assert list(wrap(pieces, 20)) == ["aaaa bbbb", "cccc [1, 2]."]


def test_the_lines_of_an_item_hang() -> None:
    """What follows the bullet begins under its first word."""
    pieces = [Piece("• "), Piece("one two three four five")]
    assert list(wrap(pieces, 12, hang=2)) == ["• one two", "  three four", "  five"]


def test_an_address_that_is_longer_than_a_line_is_not_cut() -> None:
    """It stands on a line of its own."""
    address = "example.org/" + "a" * 40
    assert list(wrap([Piece("see "), Piece(address, whole=True), Piece(" now")], 20)) == [
        "see",
        address,
        "now",
    ]

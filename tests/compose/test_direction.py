"""Which way plain text runs, in programs that know isolates and in those that do not."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

from leaflets.compose.telling.direction import (
    BIDI,
    LRI,
    LRM,
    PDI,
    RLI,
    RLM,
    balanced,
    directed,
    isolated,
)
from leaflets.model.narrative import Run
from leaflets.pdf.bidi import levels, visual

GOLDEN = Path(__file__).parent / "golden" / "tea.ar.text-email.txt"

PHONE = Run(words="020 7946 0123", lang="ar", direction="ltr", mark="m1", kind="fact")


def depth(line: str) -> list[int]:
    """Count the isolates that are open after each letter."""
    return list(accumulate((c in (LRI, RLI)) - (c == PDI) for c in line))


def test_a_telephone_number_in_arabic_is_set_off_and_begins_left_to_right() -> None:
    """One mark for programs that know isolates (UAX 9), one for those that do not."""
    assert isolated(PHONE, "rtl") == f"{LRI}{LRM}020 7946 0123{PDI}"


def test_a_telephone_number_in_english_needs_no_marks() -> None:
    """What runs as its paragraph does is left as it is, to be copied and dialled."""
    assert isolated(PHONE, "ltr") == "020 7946 0123"


def test_digits_that_run_right_to_left_are_set_off_from_latin_letters() -> None:
    """Otherwise "NK 15" would draw the number to the side of the letters."""
    share = Run(words="15 من كل 100", lang="ar", direction="rtl", mark="m1", kind="fact")
    assert isolated(share, "rtl") == f"{RLI}15 من كل 100{PDI}"


def test_every_line_of_a_right_to_left_leaflet_says_which_way_it_runs() -> None:
    """One that is in English too: its reader may take all lines for right to left."""
    assert directed("سلام", "rtl", among="rtl") == f"{RLM}{RLI}سلام{PDI}"
    assert directed("1 Test Street", "ltr", among="rtl") == f"{LRM}{LRI}1 Test Street{PDI}"


def test_an_english_leaflet_holds_no_marks_of_direction() -> None:
    """Nothing unseen stands in a text that does not need it."""
    assert directed("1 Test Street", "ltr", among="ltr") == "1 Test Street"
    assert directed("", "rtl", among="rtl") == ""


def test_what_is_set_off_over_two_lines_is_closed_and_opened_again() -> None:
    """An isolate ends with its line, for a line is a paragraph in plain text."""
    lines = list(balanced([f"a {LRI}one", f"two{PDI} b", "c"]))
    assert lines == [f"a {LRI}one{PDI}", f"{LRI}two{PDI} b", "c"]
    for line in lines:
        assert depth(line)[-1] == 0
        assert min(depth(line)) == 0


def test_the_words_come_back_without_marks() -> None:
    """What is read again is what was said."""
    line = directed(isolated(PHONE, "rtl"), "rtl", among="rtl")
    assert line.translate(BIDI) == "020 7946 0123"


def seen(line: str, base: str) -> str:
    """Give the letters of a line from left to right, as a program shows them."""
    order = visual(levels(line, base))
    return "".join(line[place] for place in order).translate(BIDI)


def bare(line: str) -> str:
    """Give a line as a program takes it that knows no isolates."""
    return line.translate(str.maketrans("", "", f"{LRI}{RLI}{PDI}"))


def test_a_text_is_shown_alike_from_the_right_and_from_the_left() -> None:
    """A browser takes a text file for left-to-right, a mail program finds out."""
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    assert len(lines) > 100
    for line in lines:
        assert seen(line, "rtl") == seen(line, "ltr")


def test_digits_are_seen_in_their_order_by_every_program() -> None:
    """Numbers to dial and codes, also where isolates count for nothing."""
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    for number in ("020 7946 0123", "020 7946 0321", "TEA 2026/7", "room@example.org"):
        line = next(line for line in lines if number in line)
        assert number in seen(line, "rtl")
        assert number in seen(line, "ltr")
        assert number in seen(bare(line), "rtl")


def test_a_number_without_marks_would_be_turned_round() -> None:
    """What all of this is for: its groups change places."""
    line = "الهاتف: 020 7946 0123"
    assert "0123 7946 020" in seen(line, "rtl")

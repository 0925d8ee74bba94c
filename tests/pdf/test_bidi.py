"""Letters are seen in the order that Unicode Annex 9 gives them."""

from __future__ import annotations

import pytest

from leaflets.pdf import bidi

# Capital letters stand for Hebrew ones, as in the examples of the annex.
HEBREW = str.maketrans("ABCDEFGHIJ", "אבגדהוזחטי")

CASES = [
    ("abc DEF ghi", "ltr", "abc FED ghi"),
    ("ABC def GHI", "rtl", "IHG def CBA"),
    ("car ABC 123 DEF", "ltr", "car FED 123 CBA"),
    ("020 7946 0123", "ltr", "020 7946 0123"),
    ("020 7946 0123", "rtl", "0123 7946 020"),
    ("020 7946 0123", "abc", "020 7946 0123"),
    ("1,234.5", "rtl", "1,234.5"),
    ("15%", "rtl", "15%"),
    ("+44 20", "rtl", "20 44+"),
    ("ABC 35-39", "rtl", "35-39 CBA"),
    ("help@x-7.example", "rtl", "help@x-7.example"),
    ("ABC (def) GHI", "rtl", "IHG (def) CBA"),
    ("abc (DEF) ghi", "ltr", "abc (FED) ghi"),
    ("ABC (DEF 12) ghi", "rtl", "ghi (12 FED) CBA"),
    ("abc.", "rtl", ".abc"),
    ("ABC.", "ltr", "CBA."),
    ("a\u2067BC 12\u2069 d", "ltr", "a\u206712 CB\u2069 d"),
    ("A\u206612 34\u2069B", "rtl", "B\u206912 34\u2066A"),
    ("A\u206812 c\u2069B", "rtl", "B\u206912 c\u2068A"),
    ("", "rtl", ""),
]


@pytest.mark.parametrize(("text", "direction", "seen"), CASES)
def test_letters_are_seen_in_visual_order(text: str, direction: str, seen: str) -> None:
    """Each case is a line, its direction, and what stands there from left to right."""
    logical = text.translate(HEBREW)
    order = bidi.visual(bidi.levels(logical, direction))
    mirrored = {"(": ")", ")": "("}
    levels = bidi.levels(logical, direction)
    shown = "".join(
        mirrored.get(text[place], text[place]) if levels[place] % 2 else text[place]
        for place in order
    )
    assert shown == seen


def test_arabic_letters_make_arabic_numbers() -> None:
    """After an Arabic letter a European number keeps its slash aside (W2, W4)."""
    levels = bidi.levels("ا 1/2", "rtl")
    assert levels == (1, 1, 2, 2, 2)
    assert bidi.levels("ا 1-2", "rtl") == (1, 1, 2, 1, 2)


def test_marks_stay_with_their_letters() -> None:
    """A combining mark has the level of the letter that it stands on (W1)."""
    assert bidi.levels("a\u0301ا\u064b", "ltr") == (0, 0, 1, 1)


def test_space_at_the_end_goes_with_the_line() -> None:
    """White space at the end of a line has the level of the line (L1)."""
    assert bidi.levels("abc  ", "rtl") == (2, 2, 2, 1, 1)

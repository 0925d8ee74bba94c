"""Words as a table of braille can take them."""

from __future__ import annotations

import dataclasses
import unicodedata

import pytest

from leaflets.compose.braille.heard import Asked
from leaflets.compose.braille.speech import spelt
from leaflets.compose.braille.wording import prepared, stand_ins
from leaflets.model.braille import FOREIGN, Braille
from leaflets.model.locale import Locale
from leaflets.model.narrative import Run
from leaflets.origin import Origin

PLAIN = Braille(table="own.ctb", name="a code", grade=1)

LOCALE = Locale(
    tag="ur",
    name="اردو",
    english="Urdu",
    direction="rtl",
    script="Arab",
    fonts=("Noto Sans",),
    origin=Origin("locale.yaml"),
    braille=PLAIN,
)


def run(words: str, *, lang: str = "ur", kind: str = "", fact: str = "") -> Run:
    """Make a run."""
    return Run(words=words, lang=lang, direction="ltr", kind=kind, fact=fact)


@pytest.mark.parametrize("digits", ["٠١٢٣", "۰۱۲۳", "০১২৩", "०१२३", "੦੧੨੩"])
def test_digits_of_every_script_become_the_ones_braille_knows(digits: str) -> None:
    """Some tables write their own digits without a number sign: ১২৩ would read as abc."""
    assert prepared(digits, PLAIN) == "0123"


def test_what_has_no_touch_is_left_out() -> None:
    """Direction marks, joiners and soft hyphens are for the eye."""
    assert prepared("a\u2068b\u2069c\u200cd\u2060e\u00adf\u200fg", PLAIN) == "abcdefg"
    assert prepared("020\u00a07946\u202f01", PLAIN) == "020 7946 01"


@pytest.mark.parametrize("letter", ["\u09df", "\u09dc", "\u0a36", "\u0958"])
def test_a_letter_that_nfc_keeps_apart_is_spelt_as_one(letter: str) -> None:
    """The tables know য় as one letter, and its dot alone not at all."""
    apart = unicodedata.normalize("NFC", letter)
    assert len(apart) == 2
    assert prepared(apart, PLAIN) == letter


def test_a_locale_says_what_stands_for_a_character() -> None:
    """In letters or in cells."""
    braille = dataclasses.replace(PLAIN, instead=(("(", "⠶"), ("%", " percent")))
    assert prepared("(5%", braille) == "⠶5 percent"


def test_no_figure_and_no_letter_of_another_script_has_a_stand_in() -> None:
    """Only two shapes of one sign, and a Latin letter without its mark."""
    assert stand_ins("7٣ب”öক") == {"”": '"', "ö": "o"}


def test_each_part_of_a_passage_goes_by_its_own_table() -> None:
    """Other languages, addresses and Latin letters by the table for foreign words."""
    passage = spelt(
        [
            run("خلية NK ہے "),
            run("Lancet", lang="en"),
            run(" "),
            run("020 7946", fact="phone"),
            run(" "),
            run("a@b.org", fact="email"),
        ],
        "ur",
        LOCALE,
    )
    assert passage.asked == (
        Asked("own.ctb", "خلية "),
        Asked(FOREIGN, "NK"),
        Asked("own.ctb", " ہے "),
        Asked(FOREIGN, "Lancet"),
        Asked("own.ctb", " 020 7946 "),
        Asked(FOREIGN, "a@b.org"),
    )


def test_numbers_of_sources_stand_apart_from_the_word() -> None:
    """Beside a letter, French and others would read them as letters."""
    passage = spelt([run("ہے"), run("[4, 6]", kind="citation")], "ur", LOCALE)
    assert passage.words == "ہے [4, 6]"

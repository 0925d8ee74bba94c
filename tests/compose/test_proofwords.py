"""On a proof nothing hides: facts, hidden characters, markup, changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.catalogs.translate import say_phrases
from leaflets.compose.proofwords import LONGEST, Proofwords, seen
from leaflets.content import library
from leaflets.content.project import Project
from leaflets.model.locale import Locale
from leaflets.origin import Origin

TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def shown(tea: Path) -> dict[str, Proofwords]:
    """Show words in English, Arabic and Chinese, with the facts of the tests' project."""
    shelf = library.read(Project.at(tea))
    return {
        tag: Proofwords(
            locale=shelf.locales[tag],
            phrases=say_phrases(shelf.locales[tag], None)[0],
            facts=shelf.facts,
            claims=shelf.claims,
        )
        for tag in ("en", "ar", "zh-Hans")
    }


def _plain(shown: str) -> str:
    return TAG.sub("", shown)


def test_a_fact_shows_its_value_and_its_name(shown: dict[str, Proofwords]) -> None:
    """A reviewer sees what is printed, and by which name it is placed."""
    words = shown["ar"].show("**{helpline}**")

    assert '<span class="fact" dir="ltr">020 7946 0123</span>' in words
    assert ">helpline</span>" in words
    assert "<strong>" in words


def test_a_citation_shows_how_sure_its_claim_is(shown: dict[str, Proofwords]) -> None:
    """The certainty of a claim stands where the claim is made."""
    assert "[T-2 low]" in _plain(shown["en"].show("It *may* help [@T-2]."))


def test_what_cannot_be_placed_shows_as_it_was_typed(shown: dict[str, Proofwords]) -> None:
    """A placeholder of the translator's own, or a part that a fact has not, is not lost."""
    assert "{nothing}" in _plain(shown["en"].show("{nothing}"))
    assert "{helpline.of}" in _plain(shown["en"].show("{helpline.of}"))


@pytest.mark.parametrize(
    "char", ["\u202e", "\u2066", "\u200b", "\u00ad", "\x07", "\0", "\ufeff"]
)
def test_a_character_without_a_shape_shows_its_number(char: str) -> None:
    """What would turn or hide words on a screen is seen on paper."""
    words = seen(f"a{char}b")

    assert char not in words
    assert f"U+{ord(char):04X}" in words


def test_what_no_line_can_hold_may_break() -> None:
    """A run without a space, of a length that no language writes, stays in its column."""
    assert "<wbr>" in seen("*" * 100)
    assert "<wbr>" not in seen("word " * 100)


def test_joiners_of_spelling_stay() -> None:
    """Persian and the Indic scripts are spelt with them."""
    assert seen("می\u200cشود") == "می\u200cشود"


@given(st.text(max_size=60))
def test_words_never_become_markup(words: str) -> None:
    """Whatever stands in a translation, no element of it gets into the page."""
    assert set(re.findall(r"<[a-z/]*", seen(words))) <= {"<span", "</span", "<wbr"}


@given(st.text(alphabet="abc *[]@ü", max_size=40), st.text(alphabet="abc *ü", max_size=40))
def test_a_change_holds_both_wordings(before: str, now: str) -> None:
    """Without what was put in it says what was, without what was taken out what is."""
    words = _english().changes(before, now)

    assert _plain(re.sub(r"<ins>.*?</ins>", "", words)) == _plain(seen(before))
    assert _plain(re.sub(r"<del>.*?</del>", "", words)) == _plain(seen(now))


def _english() -> Proofwords:
    locale = Locale(
        tag="en",
        name="English",
        english="English",
        direction="ltr",
        script="Latn",
        fonts=("Noto Sans",),
        origin=Origin("locale.yaml", 1),
    )
    return Proofwords(locale=locale, phrases={}, facts={}, claims={})


def test_a_changed_word_is_struck_and_its_successor_underlined(
    shown: dict[str, Proofwords],
) -> None:
    """A lost "not" is seen at a glance."""
    words = shown["en"].changes("do not pour", "do always pour")

    assert words == "do <del>not</del><ins>always</ins> pour"


def test_languages_without_spaces_are_compared_by_letters(
    shown: dict[str, Proofwords],
) -> None:
    """One changed character of a Chinese sentence is one change."""
    words = shown["zh-Hans"].changes("不要倒茶", "只要倒茶")

    assert words == "<del>不</del><ins>只</ins>要倒茶"


def test_a_fact_in_a_change_shows_its_value(shown: dict[str, Proofwords]) -> None:
    """A swapped fact shows the figure that was taken out and the one put in."""
    words = shown["en"].changes("call {helpline}", "call {ticket}")

    assert re.search(r"<del>.*020 7946 0123.*</del><ins>.*TEA 2026/7.*</ins>", words)


def test_a_message_beyond_all_measure_is_cut_and_says_so(
    shown: dict[str, Proofwords],
) -> None:
    """A hostile catalog cannot make a proof of ten thousand pages."""
    words = _plain(shown["en"].show("x" * (LONGEST + 7)))

    assert len(words) < LONGEST + 20
    assert words.endswith("7 more")

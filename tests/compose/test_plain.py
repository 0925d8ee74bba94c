"""Plain text: what a person gets in an e-mail, or hears from a program of their own."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from tests.compose.narrating import narrated

from leaflets.build.workshop import Workshop
from leaflets.compose.telling import plain
from leaflets.compose.telling.wrapping import width
from leaflets.formats.base import FORMATS
from leaflets.model.locale import Locale
from leaflets.model.narrative import Narrative, Passage, Role, Run
from leaflets.origin import Origin

GOLDEN = Path(__file__).parent / "golden"
SIGNS = re.compile(r"^\W{4,}$", re.MULTILINE)


def _text(tearoom: Workshop, tag: str, form: str = "text") -> str:
    edition = tearoom.bind("tea", tag, "tea-room").edition
    _, narrative = narrated(tearoom, tag)
    data = plain.tell(narrative, FORMATS[form], edition.locale).data
    return data.replace(edition.code, "CODE")


def _locale(tag: str, script: str, direction: str = "ltr") -> Locale:
    return Locale(
        tag=tag,
        name=tag,
        english=tag,
        direction=direction,
        script=script,
        fonts=("Noto Sans",),
        origin=Origin("test"),
    )


def _narrative(lang: str, *passages: Passage, direction: str = "ltr") -> Narrative:
    return Narrative(
        title="t", lang=lang, direction=direction, draft=False, code="C", passages=passages
    )


def _said(
    words: str, lang: str = "en", *, direction: str = "ltr", kind: str = "", mark: str = ""
) -> Run:
    return Run(words=words, lang=lang, direction=direction, kind=kind, mark=mark)


@pytest.mark.parametrize("form", ["text", "text-email"])
@pytest.mark.parametrize("tag", ["en", "ar", "pl"])
def test_a_leaflet_reads_as_it_did(tearoom: Workshop, tag: str, form: str) -> None:
    """The whole text is kept beside the test, for a person to read a change."""
    kept = GOLDEN / f"tea.{tag}.{form}.txt"
    assert _text(tearoom, tag, form) == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("tag", ["en", "ar", "pl"])
def test_no_line_is_made_of_signs(tearoom: Workshop, tag: str) -> None:
    """A row of "====" is read aloud sign by sign."""
    assert not SIGNS.search(_text(tearoom, tag))


@pytest.mark.parametrize("tag", ["en", "ar", "pl"])
def test_lines_for_e_mail_are_no_longer_than_72_columns(
    tearoom: Workshop, tag: str
) -> None:
    """But for an address, which is not cut."""
    for line in _text(tearoom, tag, "text-email").splitlines():
        assert width(line) <= 72 or len(line.split()) == 1


@pytest.mark.parametrize("tag", ["en", "ar", "pl"])
def test_a_text_ends_its_lines_as_unix_does_and_has_no_mark_before_it(
    tearoom: Workshop, tag: str
) -> None:
    """Line feeds alone, one at the end; no byte order mark; no space at a line's end."""
    text = _text(tearoom, tag, "text-email")
    assert "\r" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\ufeff" not in text
    assert not re.search(r"[ \t]$", text, re.MULTILINE)


def test_two_blank_lines_stand_before_a_section_and_no_more(tearoom: Workshop) -> None:
    """That is how sections are found without a sign."""
    text = _text(tearoom, "en")
    assert "\n\n\nWhat you need\n\n" in text
    assert "\n\n\n\n" not in text


def test_items_of_a_list_and_cells_of_a_row_stand_together(tearoom: Workshop) -> None:
    """What belongs together is not torn apart by blank lines; rows are."""
    text = _text(tearoom, "en")
    assert "1. Heat the water.\n2. Wait 4\u00a0minutes.\n3. Pour.\n" in text
    assert "Kind: Black\nColour: dark\n\nKind: Green\nColour: light\n" in text


def test_a_number_of_a_source_stands_behind_a_space(tearoom: Workshop) -> None:
    """No number can be read as part of the word or number before it."""
    assert "85\u00a0in\u00a0100 are not [1]." in _text(tearoom, "en")


def test_chinese_is_wrapped_between_letters_and_keeps_its_numbers_close() -> None:
    """No space stands before the number of a source, and no line begins with it."""
    words = "它们很可能有助于形成胎盘，为宝宝提供营养的器官，这是一个例子"
    passage = Passage(
        role=Role.PARAGRAPH,
        runs=(
            _said(words, "zh-Hans"),
            _said("[1, 2]", "zh-Hans", kind="citation"),
            _said("。请拨打", "zh-Hans"),
            _said("020 7946 0123", "zh-Hans", kind="fact", mark="m1"),
            _said("。", "zh-Hans"),
        ),
    )
    form = dataclasses.replace(FORMATS["text-email"], columns=30)
    told = plain.tell(_narrative("zh-Hans", passage), form, _locale("zh-Hans", "Hans"))
    assert told.data == (
        "它们很可能有助于形成胎盘，为宝\n"
        "宝提供营养的器官，这是一个例\n"
        "子[1, 2]。请拨打\n"
        "020 7946 0123。\n"
    )


def test_marks_of_direction_are_closed_in_every_line(tearoom: Workshop) -> None:
    """Nothing that one line opens can turn another round."""
    for line in _text(tearoom, "ar", "text-email").splitlines():
        opened = line.count("\u2066") + line.count("\u2067")
        assert opened == line.count("\u2069")


def test_english_words_in_arabic_text_keep_their_way_over_a_line_end() -> None:
    """Words that are not translated yet stand among Arabic ones, on two lines."""
    english = "Call the number (day and night) if you feel that you cannot cope at all."
    passage = Passage(
        role=Role.PARAGRAPH, runs=(_said("قال: ", "ar", direction="rtl"), _said(english))
    )
    form = dataclasses.replace(FORMATS["text-email"], columns=40)
    locale = _locale("ar", "Arab", "rtl")
    told = plain.tell(_narrative("ar", passage, direction="rtl"), form, locale)
    first, second = told.data.splitlines()
    assert first.startswith("\u200f\u2067قال: \u2066\u200eCall")
    assert second.startswith("\u200f\u2067\u2066")
    assert plain.read(told.data).split() == ["قال:", *english.split()]


def test_what_must_stand_is_named_in_the_order_of_the_file(tearoom: Workshop) -> None:
    """A check looks for it there, and nowhere before."""
    composition, narrative = narrated(tearoom)
    locale = tearoom.bind("tea", "en", "tea-room").edition.locale
    told = plain.tell(narrative, FORMATS["text"], locale)
    at = 0
    for words in told.placed.values():
        at = told.data.index(words, at)
    wanted = {e.id for e in composition.expected if e.name != "running"}
    assert set(told.placed) == wanted


def test_the_words_are_read_again_without_marks() -> None:
    """Reading gives what was said, whatever its direction."""
    assert plain.read("\u200f\u2067سلام \u2066\u200e1\u2069\u2069\n") == "سلام 1\n"

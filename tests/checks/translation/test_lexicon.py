"""Words are found as somebody who knows the language wrote them down."""

from __future__ import annotations

import pytest

from leaflets.catalogs.reading import read
from leaflets.checks.lexicon import Lexicon, Scan


def _finds(pattern: str, words: str, *, spaced: bool = True) -> bool:
    lexicon = Lexicon([("x", "", [pattern])], spaced=spaced)
    return bool(lexicon.scan(read(words)).of("x"))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("not", "Do NOT stop."),
        ("poroni*", "Po poronieniu."),
        ("*n't", "You don’t know."),
        ("n'", "Ce n’est rien."),
        ("*لا", "ولا تتوقف"),
        ("ليس", "لَيْسَ آمنًا"),
        ("قد", "قـد يساعد"),
        ("przerwani* ciąży", "po przerwaniu  ciąży i przerwania ciąży"),
        ("peut-être", "Peut-être que oui."),
        ("نمی‌توان*", "نمی‌توانید"),
        ("नहीं", "यह नहीं है।"),
        ("*ض*", "مرض"),
        ("not sure", "we are not\u00a0sure"),
    ],
)
def test_a_pattern_is_found(pattern: str, words: str) -> None:
    """Case, vowel marks, kinds of apostrophe and of space make no difference."""
    assert _finds(pattern, words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("not", "Notice the knot."),
        ("no", "Nos étoiles"),
        ("poroni*", "Zaporoni"),
        ("*n't", "Aunt"),
        ("لا", "ولادة"),
        ("नही", "यह नहीं है।"),
        ("not sure", "not so sure"),
        ("{a}", "a"),
    ],
)
def test_words_within_words_are_not_found(pattern: str, words: str) -> None:
    """A word ends where letters and marks end; a vowel sign is a part of it."""
    assert not _finds(pattern, words)


def test_where_no_spaces_are_set_a_pattern_is_found_anywhere() -> None:
    """Chinese and Thai have no border to look for."""
    assert _finds("不", "我不知道", spaced=False)
    assert not _finds("没", "我不知道", spaced=False)


def test_a_longer_find_hides_the_shorter_in_it() -> None:
    """Twenty-four is not twenty; 'not only' denies nothing."""
    lexicon = Lexicon(
        [
            ("number", "20", ["twenty"]), ("number", "24", ["twenty-four"]),
            ("negation", "", ["not"]), ("no negation", "", ["not only"]),
        ],
        spaced=True,
    )  # fmt: skip
    scan = lexicon.scan(read("Not only twenty-four, and not twenty."))
    assert [hit.value for hit in scan.of("number")] == ["24", "20"]
    assert len(scan.of("negation")) == 2
    assert len(scan.outside("negation", "no negation")) == 1


def test_words_in_placeholders_and_citations_are_not_found() -> None:
    """Names of facts and claims are no words."""
    assert not _finds("not", "{not} [@not] [us](not)")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Tea is warm. Milk is not.", 2),
        ("Tea (ang. tea) is warm.", 1),
        ("Is it? Yes! No.", 3),
        ("茶是热的。牛奶不是。", 2),
        ("चाय गर्म है। दूध नहीं।", 2),
        ("الشاي دافئ. هل الحليب دافئ؟", 2),
        ("Tea “warm.” Milk.", 2),
        ("Tea [@A-1]. Milk. [@A-2]", 2),
        ("Tea", 1),
        ("Nr {n}. Tea", 2),
        ("", 0),
        ("…", 1),
    ],
)
def test_sentences_are_counted_in_any_script(words: str, count: int) -> None:
    """A mark ends a sentence where no small letter follows."""
    assert Scan(read(words)).sentences == count


def test_a_citation_behind_a_full_stop_is_of_the_sentence_before_it() -> None:
    """Urdu sets citations behind the stop."""
    scan = Scan(read("Tea. [@A-1] Milk. [@A-2]"))
    assert scan.places("\x01") == [0, 1]


def test_a_mark_on_a_letter_cuts_no_word() -> None:
    """Neither in plain words nor in those that Markdown is asked about."""
    for words in ("The\u0301 tea_cup", "*The\u0301* tea_cup"):
        assert Scan(read(words)).written == ["The\u0301", "tea", "_", "cup"]

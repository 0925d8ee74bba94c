"""Which edits of an original may have turned its meaning."""

from __future__ import annotations

import pytest

from leaflets.catalogs.change import is_critical, same
from leaflets.model.wording import Wording
from leaflets.origin import Origin


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Take it.", "Do not take it."),
        ("It isn’t warm.", "It is warm."),
        ("It is safe.", "It is unsafe."),
        ("It is harmful.", "It is harmless."),
        ("It is not harmful but useful.", "It is harmful but not useful."),
        ("Drink two cups.", "Drink three cups."),
        ("Drink 5 mg.", "Drink 50 mg."),
        ("Drink 5 mg.", "Drink 5 ml."),
        ("Wait a week.", "Wait a month."),
        ("Drink it before tea.", "Drink it after tea."),
        ("It may help.", "It helps."),
        ("It may help.", "It will help."),
        ("It probably helps.", "It may help."),
        ("We are not sure.", "We are sure."),
        ("About {a} sleep.", "About {b} sleep."),
        ("About {a} sleep.", "They sleep."),
        ("Between {a} and {b} sleep.", "Between {b} and {a} sleep."),
        ("{r.count} of {r.of} sleep.", "{r.of} of {r.count} sleep."),
        ("{a} and {b} sleep.", "{a} or {b} sleep."),
        ("**Never** take it.", "Take it."),
        ("Dont take it.", "Take it."),
        ("Stop taking it.", "Start taking it."),
    ],
)
def test_a_turned_meaning_is_critical_both_ways(before: str, now: str) -> None:
    """What comes may hurt as what goes."""
    assert is_critical(before, now, "en")
    assert is_critical(now, before, "en-GB")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Tea is *warm* and calm.", "Tea is warm and kind."),
        ("Tea is warm.", "Sleep comes by itself."),
        ("It may help.", "It might help."),
        ("You do not know it.", "You don't know it."),
        ("You cannot go.", "You can not go."),
        ("See [@A1].", "See [@A12]."),
        ("Wait {d}.", "Wait {d.count}."),
        ("TEA", "Tea"),
    ],
)
def test_an_edit_of_other_words_is_not(before: str, now: str) -> None:
    """The translator mends the old translation."""
    assert not is_critical(before, now, "en")


def test_the_words_of_a_project_are_asked_and_those_of_english_besides() -> None:
    """A word that only the project knows, and one that only the program knows."""
    own = Wording(
        tag="en", origin=Origin("x"), negations=("nowise",), hedges={"low": ("haply",)}
    )
    assert is_critical("It is haply warm.", "It is warm.", "en", own)
    assert is_critical("It is nowise warm.", "It is warm.", "en", own)
    assert is_critical("It is not warm.", "It is warm.", "en", own)
    assert not is_critical("It is haply warm.", "It is warm.", "en")


def test_another_original_is_read_with_its_own_words() -> None:
    """With spaces or without; and without any words every change is critical."""
    polish = Wording(
        tag="pl",
        origin=Origin("x"),
        negations=("nie", "bez"),
        no_negations=("nie tylko",),
        hedges={"low": ("może", "mog*")},
    )
    assert is_critical("Pij to.", "Nie pij tego.", "pl", polish)
    assert is_critical("Może pomóc.", "Pomaga.", "pl", polish)
    assert not is_critical("Ciepła herbata.", "Nie tylko ciepła herbata.", "pl", polish)
    assert not is_critical("Ciepła herbata.", "Dobra herbata.", "pl", polish)
    chinese = Wording(
        tag="zh-Hans", origin=Origin("x"), negations=("不",), hedges={"low": ("可能",)}
    )
    assert is_critical("你要喝茶。", "你不要喝茶。", "zh-Hans", chinese)
    assert not is_critical("你要喝茶。", "你要喝水。", "zh-Hans", chinese)
    assert is_critical("Ciepła herbata.", "Dobra herbata.", "pl")
    assert not is_critical("Ciepła herbata.", "Ciepła  herbata.", "pl")


def test_spaces_and_unicode_form_are_no_change() -> None:
    """An editor's own."""
    assert same("caf\u00e9  au\u00a0lait ", "cafe\u0301 au lait")
    assert not same("Tea", "tea")

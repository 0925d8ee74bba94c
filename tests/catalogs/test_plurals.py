"""Plural forms: which one a number takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leaflets.catalogs import plurals
from leaflets.catalogs.tags import cldr_locale
from leaflets.errors import LocaleError
from leaflets.model.locale import Locale

FORMS = {
    "ar": {"0": 0, "1": 1, "2": 2, "3": 3, "10": 3, "11": 4, "99": 4, "100": 5, "103": 3},
    "pl": {"0": 2, "1": 0, "2": 1, "5": 2, "12": 2, "22": 1, "101": 2},
    "ro": {"0": 1, "1": 0, "19": 1, "20": 2, "101": 1},
    "fr": {"0": 0, "1": 0, "2": 1, "1.5": 0},
    "es": {"0": 1, "1": 0, "1.5": 1},
    "hi": {"0": 0, "1": 0, "2": 1},
    "ur": {"0": 1, "1": 0, "2": 1},
    "zh-Hans": {"0": 0, "1": 0, "1.5": 0},
}


@pytest.mark.parametrize("tag", FORMS)
def test_a_number_takes_the_form_that_its_language_gives_it(
    tag: str, locales: dict[str, Locale]
) -> None:
    """Every language counts in its own way."""
    found = {number: plurals.plural_form(locales[tag], number) for number in FORMS[tag]}
    assert found == FORMS[tag]


def test_three_and_five_differ_where_the_language_says_so(
    locales: dict[str, Locale],
) -> None:
    """Three weeks become five: Polish changes its form, and so does Arabic at eleven."""
    pl, ar = locales["pl"], locales["ar"]
    assert plurals.plural_form(pl, "3") != plurals.plural_form(pl, "5")
    assert plurals.plural_form(ar, "3") != plurals.plural_form(ar, "11")


@pytest.mark.parametrize(
    "tag", ["en", "ar", "ur", "fa", "hi", "bn", "pa", "zh-Hans", "pl", "ro", "fr", "es"]
)
def test_every_formula_agrees_with_cldr_on_whole_numbers(
    tag: str, locales: dict[str, Locale]
) -> None:
    """Two numbers of one CLDR category never take two forms, from 0 to 1000."""
    rule = cldr_locale(tag).plural_form
    forms: dict[str, set[int]] = {}
    for number in range(1001):
        form = plurals.plural_form(locales[tag], str(number))
        forms.setdefault(rule(number), set()).add(form)
    assert all(len(held) == 1 for held in forms.values())


def test_a_fraction_without_a_form_is_known(locales: dict[str, Locale]) -> None:
    """Polish says 1,9 tygodnia in a case that gettext has no form for."""
    assert not plurals.has_form(locales["pl"], "1.9")
    assert plurals.has_form(locales["pl"], "3")
    assert plurals.has_form(locales["ro"], "1.9")


@pytest.mark.parametrize(
    "header",
    [
        "nplurals=2; plural=__import__('os').abort();",
        "nplurals=2; plural=(n != 1",
        "nplurals=2; plural=n%0;",
        "nplurals=2; plural=0;",
        "nplurals=9; plural=n;",
        "nplurals=2; plural=" + "(" * 200 + "n" + ")" * 200 + ";",
        "",
    ],
)
def test_a_formula_that_cannot_be_trusted_is_refused(
    header: str, locales: dict[str, Locale]
) -> None:
    """Nothing but arithmetic is computed, and it must give as many forms as it says."""
    with pytest.raises(LocaleError):
        plurals.count_of_forms(replace(locales["fr"], plural_forms=header))

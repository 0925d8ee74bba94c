"""Which plural form a number takes: gettext's formula, and CLDR's rules for fractions.

Gettext's formulas know whole numbers only, and the tables that go round disagree with
CLDR in a dozen languages. So a locale carries its own formula, and a fraction takes the
form that CLDR's category for it has among the whole numbers.
"""

from __future__ import annotations

import gettext
import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import cache

from leaflets.catalogs.tags import cldr_locale
from leaflets.errors import LocaleError
from leaflets.model.locale import Locale

HEADER = re.compile(r"nplurals=([1-6]); ?plural=([-n0-9=!<>%&|?:() ]{1,400});?\s*\Z")
"""Gettext's Plural-Forms header, with nothing in it but arithmetic on *n*."""

_SAMPLE = range(1001)


def count_of_forms(locale: Locale) -> int:
    """How many plural forms the locale has, 1 to 6.

    Raises LocaleError where its Plural-Forms header is not understood.
    """
    return _parsed(locale)[0]


def plural_form(locale: Locale, number: str) -> int:
    """Index of the plural form for a number in canonical form (``3``, ``1.9``).

    A fraction whose CLDR category no whole number has (Polish ``1,9 tygodnia``) takes the
    last form; ``has_form`` says so.
    """
    nplurals, formula = _parsed(locale)
    if "." not in number:
        return formula(int(number))
    category = cldr_locale(locale.tag).plural_form(Decimal(number))
    return _forms_of_categories(locale).get(category, nplurals - 1)


def has_form(locale: Locale, number: str) -> bool:
    """Say whether gettext's forms hold one for this number."""
    if "." not in number or count_of_forms(locale) == 1:
        return True
    category = cldr_locale(locale.tag).plural_form(Decimal(number))
    return category in _forms_of_categories(locale)


@cache
def examples(locale: Locale) -> tuple[tuple[int, ...], ...]:
    """Show the first whole numbers of each plural form, for the translator."""
    nplurals, formula = _parsed(locale)
    found: list[list[int]] = [[] for _ in range(nplurals)]
    for number in _SAMPLE:
        if len(shown := found[formula(number)]) < 4:
            shown.append(number)
    return tuple(tuple(numbers) for numbers in found)


def _parsed(locale: Locale) -> tuple[int, Callable[[int], int]]:
    try:
        return parse(locale.plural_forms)
    except ValueError as error:
        raise LocaleError(str(error), origin=locale.origin) from error


@cache
def parse(header: str) -> tuple[int, Callable[[int], int]]:
    """Read a Plural-Forms header; raises ValueError where it is not understood.

    The formula is compiled by the standard library's own parser, after a look that no
    other character than those of C's arithmetic is in it, and tried on 0 to 1000.
    """
    match = HEADER.match(header)
    if match is None:
        raise ValueError(f"plural forms {header[:80]!r} are not understood")
    nplurals = int(match[1])
    try:
        formula = gettext.c2py(match[2])
        indexes = {formula(number) for number in _SAMPLE}
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"plural forms {header[:80]!r} cannot be computed") from error
    if indexes != set(range(nplurals)):
        raise ValueError(f"plural forms {header[:80]!r} do not use {nplurals} forms")
    return nplurals, formula


@cache
def _forms_of_categories(locale: Locale) -> dict[str, int]:
    """Find the gettext form that most whole numbers of each CLDR category have."""
    _, formula = _parsed(locale)
    rule = cldr_locale(locale.tag).plural_form
    seen: dict[str, Counter[int]] = {}
    for number in _SAMPLE:
        seen.setdefault(rule(number), Counter())[formula(number)] += 1
    return {category: forms.most_common(1)[0][0] for category, forms in seen.items()}

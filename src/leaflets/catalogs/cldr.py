"""Facts as a language writes them: numbers, dates, durations, times.

CLDR decides (by Babel); the locale decides the digits. What comes out is one run that
never breaks: every space in it is a no-break space. Telephone numbers, addresses and
codes stay as they are, for they are dialled and typed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

import babel
from babel import localedata, numbers
from babel.dates import format_date, format_skeleton, get_day_names

from leaflets.catalogs.digits import in_digits
from leaflets.catalogs.tags import cldr_locale
from leaflets.errors import LocaleError
from leaflets.model.facts import FIELDS, LEFT_TO_RIGHT, VERBATIM, Fact, FactKind
from leaflets.model.imprint import DAYS, Hours
from leaflets.model.locale import Locale

NBSP = "\u00a0"

_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""CLDR wraps the Arabic percent sign in direction marks; the page isolates the whole run
instead, so that no hidden character is copied out of it."""


def format_fact(
    fact: Fact, locale: Locale, phrases: Mapping[str, str], field: str = ""
) -> str:
    """Say a fact, or one part of it, as the locale writes it.

    *phrases* are the furniture's words in the locale's language; a proportion is said
    with ``fact.proportion``. Raises LocaleError for a part that the fact has not, or a
    locale that CLDR does not know.
    """
    if field and field not in FIELDS.get(fact.kind, ()):
        raise LocaleError(f"fact {fact.name!r} has no part {field!r}", origin=fact.origin)
    if fact.kind in VERBATIM:
        return fact.value
    if field:
        return format_number(fact.of if field == "of" else fact.value, locale)
    if fact.kind is FactKind.PROPORTION:
        count, of = format_number(fact.value, locale), format_number(fact.of, locale)
        pattern = phrases["fact.proportion"]
        return _one_run(pattern.replace("{count}", count).replace("{of}", of))
    if fact.kind is FactKind.PERCENTAGE:
        return _percentage(fact.value, locale)
    if fact.kind is FactKind.DATE:
        return format_day(fact.value, locale)
    if fact.kind is FactKind.DURATION:
        return _duration(fact.value, fact.unit, locale)
    return format_number(fact.value, locale)


def direction_of(what: Fact | FactKind, locale: Locale) -> str:
    """Which way a fact runs: ``ltr`` or ``rtl``.

    Bare figures, addresses and codes run left to right in every script; what holds
    words runs with its locale.
    """
    kind = what if isinstance(what, FactKind) else what.kind
    return "ltr" if kind in LEFT_TO_RIGHT else locale.direction


def format_number(value: str, locale: Locale) -> str:
    """Write a number in canonical form with the locale's separators and digits.

    It keeps as many decimal places as it is given.
    """
    cldr = cldr_locale(locale.tag)
    return _number(value, cldr.decimal_formats[None], Decimal(value), locale)


def format_day(iso: str, locale: Locale) -> str:
    """Write an ISO 8601 date with its month in words, so that no order can be mistaken."""
    day = datetime.date.fromisoformat(iso)
    written = format_date(day, "long", locale=cldr_locale(locale.tag))
    return _one_run(in_digits(written, locale.digits))


def clock(time: str, locale: Locale) -> str:
    """Write a time ``HH:MM`` by the 24-hour clock, which no language can mistake."""
    written = format_skeleton(
        "Hm", datetime.time.fromisoformat(time), locale=cldr_locale(locale.tag)
    )
    return _one_run(in_digits(written, locale.digits))


def weekday(day: str, locale: Locale) -> str:
    """Name of a day (``mon`` … ``sun``), in full.

    Babel 2.18 hands the stand-alone names of the first language it was asked for to all
    the others, so the names of its "format" context are used.
    """
    names = get_day_names("wide", "format", locale=cldr_locale(locale.tag))
    return str(names[DAYS.index(day)])


def format_hours(
    hours: Hours, locale: Locale, phrases: Mapping[str, str]
) -> tuple[str, str]:
    """Say opening days and opening times; the times are one run."""
    days = weekday(hours.first, locale)
    if hours.last != hours.first:
        pattern = phrases["imprint.hours.days"]
        last = weekday(hours.last, locale)
        days = pattern.replace("{first}", days).replace("{last}", last)
    opens, closes = clock(hours.opens, locale), clock(hours.closes, locale)
    times = phrases["imprint.hours.times"]
    times = times.replace("{opens}", opens).replace("{closes}", closes)
    return days, _one_run(times)


def _percentage(value: str, locale: Locale) -> str:
    cldr = cldr_locale(locale.tag)
    pattern = cldr.percent_formats[None]
    words = _number(value, pattern, Decimal(value) / 100, locale)
    return _one_run(words.replace("%", _percent_sign(cldr, locale.digits)))


def _number(
    written: str, pattern: numbers.NumberPattern, value: Decimal, locale: Locale
) -> str:
    places = len(written.partition(".")[2])
    exact = numbers.parse_pattern(pattern.pattern)
    exact.frac_prec = (places, places)
    try:
        words = exact.apply(value, cldr_locale(locale.tag), numbering_system=locale.digits)
    except numbers.UnsupportedNumberingSystemError as error:
        raise LocaleError(
            f"CLDR has no numbers in {locale.digits!r} for {locale.tag!r}",
            origin=locale.origin,
        ) from error
    return _one_run(in_digits(words, locale.digits))


def _percent_sign(cldr: babel.Locale, digits: str) -> str:
    """Find the sign that goes with a set of digits; Babel 2.18 leaves the Latin one."""
    symbols = cldr.number_symbols.get(digits, {})
    return str(symbols.get("percentSign", "%"))


def _duration(value: str, unit: str, locale: Locale) -> str:
    cldr = cldr_locale(locale.tag)
    patterns = _unit_patterns(cldr, unit)
    category = cldr.plural_form(Decimal(value))
    pattern = patterns.get(category, patterns["other"])
    return _one_run(pattern.replace("{0}", format_number(value, locale)))


@cache
def _unit_patterns(cldr: babel.Locale, unit: str) -> dict[str, str]:
    """Plural patterns of a unit written out, ``{0}`` for the number.

    Read from the data and not through ``format_unit``: CLDR leaves the long form out
    where it is the same as the short one, which Babel 2.18 takes for no form at all.
    """
    data = localedata.LocaleDataDict(dict(localedata.load(str(cldr)).items()))
    lengths = data["unit_patterns"][f"duration-{unit}"]
    return {**lengths.get("short", {}), **lengths.get("long", {})}


def _one_run(words: str) -> str:
    return _CONTROLS.sub("", words).replace(" ", NBSP)

"""Facts as each language writes them: tables that a person can read."""

from __future__ import annotations

import pytest

from leaflets.catalogs import cldr
from leaflets.errors import LocaleError
from leaflets.model.facts import Fact, FactKind
from leaflets.model.imprint import Hours
from leaflets.model.locale import Locale
from leaflets.origin import Origin

PHRASES = {
    "fact.proportion": "{count} of {of}",
    "imprint.hours.days": "{first} – {last}",
    "imprint.hours.times": "{opens} / {closes}",
}

TAGS = ("en", "ar", "ur", "fa", "hi", "bn", "pa", "zh-Hans", "pl", "ro", "fr", "es")


def fact(kind: str, value: str, of: str = "", unit: str = "") -> Fact:
    """Make a fact of no meaning."""
    return Fact(
        name="x",
        kind=FactKind(kind),
        value=value,
        of=of,
        unit=unit,
        says="",
        origin=Origin("f.yaml", 1),
    )


# ~ stands for a no-break space, ^ for a narrow one.
GOLDEN = {
    ("number", "1234.50"): (
        "1,234.50 1,234.50 1,234.50 ۱٬۲۳۴٫۵۰ 1,234.50 ১,২৩৪.৫০ 1,234.50 1,234.50 "
        "1~234,50 1.234,50 1^234,50 1.234,50"
    ),
    ("proportion", "15", "100"): (
        "15~of~100 15~of~100 15~of~100 ۱۵~of~۱۰۰ 15~of~100 ১৫~of~১০০ 15~of~100 15~of~100 "
        "15~of~100 15~of~100 15~of~100 15~of~100"
    ),
    ("percentage", "1.5"): "1.5% 1.5% 1.5% ۱٫۵٪ 1.5% ১.৫% 1.5% 1.5% 1,5% 1,5~% 1,5~% 1,5~%",
    ("age", "35"): "35 35 35 ۳۵ 35 ৩৫ 35 35 35 35 35 35",
    ("date", "2026-11-21"): (
        "21~November~2026 21~نوفمبر~2026 21~نومبر،~2026 ۲۱~نوامبر~۲۰۲۶ 21~नवंबर~2026 "
        "২১~নভেম্বর,~২০২৬ 21~ਨਵੰਬਰ~2026 2026年11月21日 21~listopada~2026 21~noiembrie~2026 "
        "21~novembre~2026 21~de~noviembre~de~2026"
    ),
    ("duration", "1", "", "week"): (
        "1~week أسبوع 1~ہفتہ ۱~هفته 1~सप्ताह ১~সপ্তাহ 1~ਹਫ਼ਤਾ 1周 1~tydzień 1~săptămână "
        "1~semaine 1~semana"
    ),
    ("duration", "2", "", "week"): (
        "2~weeks أسبوعان 2~ہفتے ۲~هفته 2~सप्ताह ২~সপ্তাহ 2~ਹਫ਼ਤੇ 2周 2~tygodnie 2~săptămâni "
        "2~semaines 2~semanas"
    ),
    ("duration", "5", "", "hour"): (
        "5~hours 5~ساعات 5~گھنٹے ۵~ساعت 5~घंटे ৫~ঘন্টা 5~ਘੰਟੇ 5小时 5~godzin 5~ore 5~heures 5~horas"
    ),
    ("duration", "20", "", "day"): (
        "20~days 20~يومًا 20~دن ۲۰~روز 20~दिन ২০~দিন 20~ਦਿਨ 20天 20~dni 20~de~zile 20~jours "
        "20~días"
    ),
    ("duration", "1.9", "", "week"): (
        "1.9~weeks 1.9~أسبوع 1.9~ہفتے ۱٫۹~هفته 1.9~सप्ताह ১.৯~সপ্তাহ 1.9~ਹਫ਼ਤੇ 1.9周 "
        "1,9~tygodnia 1,9~săptămâni 1,9~semaine 1,9~semanas"
    ),
    ("phone", "+4420~7946~0123"): " ".join(["+4420~7946~0123"] * 12),
    ("email", "a@example.org"): " ".join(["a@example.org"] * 12),
    ("web", "example.org/a-1"): " ".join(["example.org/a-1"] * 12),
    ("code", "NK-3F9"): " ".join(["NK-3F9"] * 12),
}


@pytest.mark.parametrize("given", GOLDEN, ids=lambda given: "-".join(given).rstrip("-"))
def test_a_fact_is_written_as_each_language_writes_it(
    given: tuple[str, ...], locales: dict[str, Locale]
) -> None:
    """Digits, separators, order, unit and plural follow the language; codes do not."""
    kind, value, *rest = given
    verbatim = kind in ("phone", "email", "web", "code")
    subject = fact(kind, value.replace("~", " "), *rest)
    for tag, expected in zip(TAGS, GOLDEN[given].split(" "), strict=True):
        said = cldr.format_fact(subject, locales[tag], PHRASES)
        shown = said.replace(" ", "~") if verbatim else said.replace("\u00a0", "~")
        assert (tag, shown.replace("\u202f", "^")) == (tag, expected)


@pytest.mark.parametrize("tag", TAGS)
def test_a_formatted_fact_holds_no_hidden_character_and_no_place_to_break(
    tag: str, locales: dict[str, Locale]
) -> None:
    """No direction mark comes out of CLDR's data, and no space that a line may end at."""
    for kind, value, *rest in GOLDEN:
        if kind not in ("phone", "email", "web", "code"):
            said = cldr.format_fact(fact(kind, value, *rest), locales[tag], PHRASES)
            assert " " not in said
            assert not any(0x200B <= ord(c) <= 0x200F or ord(c) == 0x61C for c in said)


@pytest.mark.parametrize("tag", TAGS)
def test_weekdays_do_not_leak_from_one_language_into_another(
    tag: str, locales: dict[str, Locale]
) -> None:
    """Whatever language was asked for first, Monday is said in this one."""
    mondays = dict(
        zip(
            TAGS,
            [
                "Monday",
                "الاثنين",
                "پیر",
                "دوشنبه",
                "सोमवार",
                "সোমবার",
                "ਸੋਮਵਾਰ",
                "星期一",
                "poniedziałek",
                "luni",
                "lundi",
                "lunes",
            ],
            strict=True,
        )
    )
    for other in TAGS:
        cldr.weekday("mon", locales[other])
    assert cldr.weekday("mon", locales[tag]) == mondays[tag]


def test_opening_hours_are_said_by_the_24_hour_clock(locales: dict[str, Locale]) -> None:
    """A clinic that closes at 17:30 does so in every language's digits."""
    hours = Hours(first="mon", last="fri", opens="09:00", closes="17:30")
    said = [cldr.format_hours(hours, locales[t], PHRASES) for t in ("en", "bn", "fa", "fr")]
    assert said == [
        ("Monday – Friday", "09:00\u00a0/\u00a017:30"),
        ("সোমবার – শুক্রবার", "০৯:০০\u00a0/\u00a0১৭:৩০"),
        ("دوشنبه – جمعه", "۹:۰۰\u00a0/\u00a0۱۷:۳۰"),
        ("lundi – vendredi", "09:00\u00a0/\u00a017:30"),
    ]


def test_a_single_day_is_no_range(locales: dict[str, Locale]) -> None:
    """Open on Saturdays only: one day is named."""
    hours = Hours(first="sat", last="sat", opens="10:00", closes="12:00")
    assert cldr.format_hours(hours, locales["pl"], PHRASES)[0] == "sobota"


def test_parts_of_a_fact_are_bare_numbers(locales: dict[str, Locale]) -> None:
    """A language that puts words between the parts gets each as a number."""
    rate = fact("proportion", "15", "1000")
    said = [cldr.format_fact(rate, locales["fa"], PHRASES, f) for f in ("count", "of")]
    assert said == ["۱۵", "۱٬۰۰۰"]


def test_a_part_that_a_fact_has_not_is_an_error(locales: dict[str, Locale]) -> None:
    """A telephone number has no count."""
    with pytest.raises(LocaleError, match="no part 'count'"):
        cldr.format_fact(fact("phone", "999"), locales["en"], PHRASES, "count")


def test_what_is_dialled_runs_left_to_right_and_words_run_with_the_language(
    locales: dict[str, Locale],
) -> None:
    """In Arabic a telephone number runs left to right, a date does not."""
    ar = locales["ar"]
    ways = {kind.value: cldr.direction_of(kind, ar) for kind in FactKind}
    assert {kind for kind, way in ways.items() if way == "ltr"} == {
        "number",
        "age",
        "phone",
        "email",
        "web",
        "code",
    }
    assert cldr.direction_of(FactKind.DATE, locales["pl"]) == "ltr"

"""Names of those who sign."""

from __future__ import annotations

import pytest

from leaflets.review.people import name_problem, same_person


@pytest.mark.parametrize(
    "other",
    [
        "noor ali",
        " Noor   Ali ",
        "NOOR\u00a0ALI",
        "Ali, Noor",
        "Nóór Ali",
        "Noo\u0301r Ali",
        "Ｎｏｏｒ Ａｌｉ",
        "Nооr Аli",
        "N\u200cooror Ali".replace("oror", "or"),
        "Noor-Ali",
        "N00r A1i",
        "NoorAli",
    ],
)
def test_one_person_is_known_under_many_spellings(other: str) -> None:
    """Case, accents, spaces, order, full width and look-alike letters tell nobody apart."""
    assert same_person("Noor Ali", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Noor Ali", "Dr Noor Ali, RN"),
        ("Noor Ali", "Noor B. Ali"),
        ("Noor Ali", "N. Ali"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Łucja Nowak", "Lucja Nowak"),
        ("علی کریمی", "علي كريمي"),
    ],
)
def test_titles_initials_and_keyboards_make_nobody_another(one: str, other: str) -> None:
    """Two names in common are one person's; so is a name spelled without its accents."""
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize("other", ["N. A.", "Noor Aziz", "Noor", "Nora Ali", "نور علي"])
def test_two_people_stay_two(other: str) -> None:
    """A name that sounds like another is another."""
    assert not same_person("Noor Ali", other)


@pytest.mark.parametrize(
    "name", ["", "  ", "\t", "Ada\n", "Ada\0", "Ada\u202e", "Ada\u2066", "Ada\u2028", "...",
             "123", "A" * 121, "\ud800da", "Ada\u200b"]
)  # fmt: skip
def test_what_is_no_name_is_refused(name: str) -> None:
    """Empty, hidden, endless, or without a letter."""
    assert name_problem(name)


@pytest.mark.parametrize(
    "name", ["Ada", "نور علي", "O'Neill-Grün", "می\u200cنا", "李明", "J. R. 2nd"]
)
def test_names_of_every_script_are_accepted(name: str) -> None:
    """A joiner that a script needs is part of a name."""
    assert not name_problem(name)

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


@pytest.mark.parametrize("other", ["Noor Aziz", "Noor", "Nora Ali", "نور علي"])
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

"""The list of checks that people read is the one that the program asks."""

from __future__ import annotations

from pathlib import Path

from leaflets.catalogs.guards.base import GUARDS
from leaflets.checks.balance.base import RULES
from leaflets.checks.base import CHECKS
from leaflets.checks.listing import listing
from leaflets.checks.questions.base import QUESTIONS

HOUSE = Path(__file__).resolve().parents[2]


def test_the_published_list_is_current() -> None:
    """docs/checks.md holds what is asked (`python setup/checks.py`)."""
    assert (HOUSE / "docs" / "checks.md").read_text(encoding="utf-8") == listing()


def test_the_list_holds_every_check_once() -> None:
    """One row for each code of the four registries."""
    rows = [line.split(" | ")[0][2:] for line in listing().splitlines() if line[:2] == "| "]
    codes = [row for row in rows if row != "code"]
    assert sorted(codes) == sorted([*CHECKS, *RULES, *GUARDS, *QUESTIONS])


def test_a_standard_stands_in_its_own_column() -> None:
    """For a rule from its docstring, for a check from the end of its title."""
    assert "DISCERN item 11" in listing()
    assert "| E203 | A figure rests on a claim. | error | DESIGN, promise 1 |" in listing()

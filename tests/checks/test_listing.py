"""The list of checks that people read is the one that the program asks."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from leaflets.catalogs.guards.base import GUARDS
from leaflets.checks.balance.base import RULES
from leaflets.checks.base import CHECKS
from leaflets.checks.finished import FAMILIES
from leaflets.checks.listing import listing
from leaflets.checks.questions.base import QUESTIONS

HOUSE = Path(__file__).resolve().parents[2]
CODE = re.compile(r'"([NPW]\d{3})"')


def test_the_published_list_is_current() -> None:
    """docs/checks.md holds what is asked (`python setup/checks.py`)."""
    assert (HOUSE / "docs" / "checks.md").read_text(encoding="utf-8") == listing()


def test_the_list_holds_every_check_once() -> None:
    """One row for each code of the four registries, and of what finished files are asked."""
    rows = [line.split(" | ")[0][2:] for line in listing().splitlines() if line[:2] == "| "]
    codes = [row for row in rows if row != "code"]
    finished = [code for family in FAMILIES for code in family.codes]
    assert sorted(codes) == sorted([*CHECKS, *RULES, *GUARDS, *QUESTIONS, *finished])


def test_every_code_of_a_finished_file_is_listed_and_stands_for_one_thing() -> None:
    """What the program gives, as its own files say; one family's codes in one room's file.

    P111, P115 and P205 are one question, asked of pages, of web pages and of what is told.
    """
    listed = [code for family in FAMILIES for code in family.codes]
    given: Counter[str] = Counter()
    for path in (HOUSE / "src" / "leaflets").rglob("*.py"):
        if path.name != "finished.py":
            given.update(set(CODE.findall(path.read_text(encoding="utf-8"))))
    assert sorted(listed) == sorted(given)
    assert {code for code, files in given.items() if files > 1} <= {"P111", "P115", "P205"}


def test_a_standard_stands_in_its_own_column() -> None:
    """For a rule from its docstring, for a check from the end of its title."""
    assert "DISCERN item 11" in listing()
    assert "| E203 | A figure rests on a claim. | error | DESIGN, promise 1 |" in listing()

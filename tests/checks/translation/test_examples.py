"""Every check of a translation is asked about its own examples."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from itertools import chain
from typing import Any

import pytest

from leaflets.catalogs.guards.base import GUARDS
from leaflets.catalogs.question import Question
from leaflets.checks.questions.base import QUESTIONS
from leaflets.findings import Severity

EVERY: list[Question[Any]] = [*GUARDS.values(), *QUESTIONS.values()]
EXAMPLES = [
    pytest.param(question.code, example, id=f"{question.code}-{example.tag}-{number}")
    for question in EVERY
    for number, example in enumerate(question.examples)
]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_a_good_translation_is_passed_and_a_bad_one_found(
    code: str, example: Any, codes: Callable[..., set[str]]
) -> None:
    """No check speaks of the good example; the check itself speaks of the bad one."""
    assert codes(example.words, example.good, example.tag, example.risk) == set()
    assert code in codes(example.words, example.bad, example.tag, example.risk)


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.code)
def test_a_check_has_examples_and_a_title(question: Question[Any]) -> None:
    """A check without an example could be one that cannot fail."""
    assert question.examples
    assert question.title.endswith((".", ")."))


def test_hard_checks_are_errors_and_codes_are_used_once() -> None:
    """T301 to T310 keep a translation from being printed; T351 on are for people."""
    assert all(question.severity is Severity.ERROR for question in GUARDS.values())
    assert all("T301" <= code <= "T310" for code in GUARDS)
    assert all("T351" <= code <= "T389" for code in QUESTIONS)


@pytest.mark.parametrize(
    "package", ["leaflets.catalogs.guards", "leaflets.checks.questions"]
)
def test_a_check_is_one_file_that_names_its_code(package: str) -> None:
    """A newcomer finds a check by the code in the first line of its file."""
    home = importlib.import_module(package)
    registry = GUARDS if package.endswith("guards") else QUESTIONS
    named = [
        re.findall(
            r"T\d{3}", (importlib.import_module(f"{package}.{m.name}").__doc__ or "")
        )
        for m in pkgutil.iter_modules(home.__path__)
    ]
    assert sorted(chain.from_iterable(named)) == sorted(registry)

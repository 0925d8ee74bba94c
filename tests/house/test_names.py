"""Tests are sentences: unique, explained, and without a class around them."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

TestFunction = tuple[Path, ast.FunctionDef]


@pytest.fixture(scope="session")
def test_functions(house: Path) -> tuple[TestFunction, ...]:
    """Every test function, with the file it is in."""
    found = tuple(
        (path, node)
        for path in sorted((house / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        # the fixture above is no test
        if not node.decorator_list or "fixture" not in ast.unparse(node.decorator_list[0])
    )
    assert found
    return found


def test_no_two_tests_have_the_same_name(test_functions: tuple[TestFunction, ...]) -> None:
    """A failing name tells at once which behaviour broke."""
    names = Counter(node.name for _, node in test_functions)

    assert not [name for name, count in names.items() if count > 1]


def test_every_test_says_its_behaviour(test_functions: tuple[TestFunction, ...]) -> None:
    """A test has a docstring, and a name of words that ends in no number."""
    mute = [
        f"{path.name}: {node.name}"
        for path, node in test_functions
        if not ast.get_docstring(node) or re.search(r"_\d+$", node.name)
    ]

    assert not mute


def test_no_test_hides_in_a_class(house: Path) -> None:
    """Plain functions share by fixtures, not by inheritance."""
    classes = [
        f"{path.name}: {node.name}"
        for path in sorted((house / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test")
    ]

    assert not classes

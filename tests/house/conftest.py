"""What the tests about the house look at: its own files."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

Load = Callable[[str], ModuleType]
"""Imports a module by its name."""


@pytest.fixture(scope="session")
def house() -> Path:
    """Folder of the repository."""
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def modules(house: Path) -> tuple[Path, ...]:
    """Every Python file of the program."""
    found = tuple(sorted((house / "src").rglob("*.py")))
    assert found
    return found


@pytest.fixture
def load(house: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Load]:
    """Import a module that lies in benchmarks/, and forget it afterwards."""
    folder = house / "benchmarks"
    monkeypatch.syspath_prepend(folder)
    yield importlib.import_module
    for path in folder.glob("*.py"):
        sys.modules.pop(path.stem, None)

"""What the tests about the house look at: its own files."""

from __future__ import annotations

from pathlib import Path

import pytest


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

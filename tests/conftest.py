"""What all tests share: a small whole project, invented for them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]


def lay_out(folder: Path) -> Path:
    """Lay the tests' project out in *folder*, with the house's templates and locales.

    Every locale of the house is there, so that all tests of a process are set in one
    set of fonts; the phrases of Polish and Arabic are the house's own.
    """
    shutil.copytree(HOUSE / "tests" / "project", folder, dirs_exist_ok=True)
    shutil.copytree(HOUSE / "templates", folder / "templates")
    for path in sorted((HOUSE / "locales").glob("*/locale.yaml")):
        target = folder / "locales" / path.parent.name / "locale.yaml"
        if not target.exists():
            target.parent.mkdir(parents=True)
            shutil.copy(path, target)
    for tag in ("ar", "pl"):
        phrases = HOUSE / "locales" / tag / "LC_MESSAGES" / "phrases.po"
        shutil.copy(phrases, folder / "locales" / tag / "LC_MESSAGES" / "phrases.po")
    return folder


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be one day for ever: a leaflet of the tests is not past its review."""
    monkeypatch.setenv("LEAFLETS_TODAY", "2026-06-01")


@pytest.fixture(scope="session")
def tea(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the tests' project, to be read and never written."""
    return lay_out(tmp_path_factory.mktemp("tea") / "project")


@pytest.fixture
def own_tea(tmp_path: Path) -> Path:
    """Give a copy of the tests' project that a test may change."""
    return lay_out(tmp_path / "project")


@pytest.fixture
def change(own_tea: Path) -> Callable[[str, str, str], Path]:
    """Change words in a file of the copy, once; the words must be there."""

    def replace(name: str, old: str, new: str) -> Path:
        path = own_tea / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return own_tea

    return replace

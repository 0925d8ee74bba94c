"""The arrows between the rooms point down, and the rule that says so bites."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in *folder*, whatever else is installed."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, 'src'); {LINT}",
            "--no-logo",
            "--no-cache",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(house: Path, tmp_path: Path) -> Path:
    """Copy the program, so that a test may break a rule in it."""
    shutil.copytree(
        house / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", ".*")
    )
    shutil.copy(house / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_arrow_between_rooms_points_down(house: Path) -> None:
    """Import-linter keeps every contract of pyproject.toml."""
    verdict = lint(house)

    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model/text.py", "import leaflets.content", "arrows point down BROKEN"),
        ("errors.py", "import leaflets.findings", "arrows point down BROKEN"),
        ("checks/stray.py", "import leaflets.formats", "arrows point down BROKEN"),
        ("newroom.py", "", "arrows point down BROKEN"),
        ("model/stray.py", "import pydantic", "the model is plain Python BROKEN"),
        ("build/stray.py", "import weasyprint", "only in pdf/ BROKEN"),
        ("compose/stray.py", "import polib", "only in catalogs/ BROKEN"),
        (
            "formats/stray.py",
            "from jinja2 import Environment",
            "compose/environment BROKEN",
        ),
        ("content/stray.py", "import yaml", "only in content/yamlfile BROKEN"),
        ("build/stray.py", "import rich.table", "only in cli/ BROKEN"),
    ],
)
def test_an_arrow_that_points_up_is_found(
    copy: Path, module: str, line: str, contract: str
) -> None:
    """One forbidden import breaks the contract that forbids it."""
    path = copy / "src/leaflets" / module
    text = path.read_text() if path.exists() else '"""Stray."""\n'
    path.write_text(f"{text}\n{line}\n")

    verdict = lint(copy)

    assert verdict.returncode == 1, verdict.stdout + verdict.stderr
    assert contract in " ".join(verdict.stdout.split())


def test_a_cycle_inside_a_room_is_found(copy: Path) -> None:
    """Two neighbours that import each other break the contract about cycles."""
    room = copy / "src/leaflets/checks"
    (room / "egg.py").write_text("import leaflets.checks.hen\n")
    (room / "hen.py").write_text("import leaflets.checks.egg\n")

    verdict = lint(copy)

    assert verdict.returncode == 1
    assert "no cycles inside a room BROKEN" in verdict.stdout

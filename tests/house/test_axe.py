"""Bringing axe-core: the script that was meant, or none."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = ".tools/axe/axe.min.js"
MEANT = "the script that was meant"

Fetch = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture
def fetch(tmp_path: Path, house: Path) -> Fetch:
    """Run a copy of setup/axe.sh that means another script, with a stand-in for Maven."""
    shutil.copytree(house / "setup", tmp_path / "setup")
    path = tmp_path / "setup/axe.sh"
    lines = path.read_text().splitlines()
    digest = f"readonly DIGEST={hashlib.sha256(MEANT.encode()).hexdigest()}"
    changed = [digest if line.startswith("readonly DIGEST=") else line for line in lines]
    assert changed != lines
    path.write_text("\n".join(changed) + "\n")
    maven = tmp_path / "bin/mvn"
    maven.parent.mkdir()

    def call(brings: str) -> subprocess.CompletedProcess[str]:
        maven.write_text(f"#!/usr/bin/env bash\necho called >>calls\n{brings}\n")
        maven.chmod(0o755)
        path = f"{maven.parent}:{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "setup/axe.sh"],
            cwd=tmp_path,
            env={**os.environ, "PATH": path, "PYTHON": sys.executable},
            capture_output=True,
            text=True,
            check=False,
        )

    return call


def bringing(script: str) -> str:
    """Let the stand-in put an archive with a script where Maven is told to."""
    return (
        'for o in "$@"; do case $o in -Dartifact=*) v=${o##*:} ;;'
        " -DoutputDirectory=*) d=${o#*=} ;; esac; done\n"
        f"mkdir -p \"$d\"; printf '%s' '{script}' >axe.min.js\n"
        f'"{sys.executable}" -m zipfile --create "$d/selenium-$v.jar" axe.min.js'
    )


def test_the_script_that_was_meant_is_kept_and_fetched_once(
    fetch: Fetch, tmp_path: Path
) -> None:
    """The second run finds it and calls nobody."""
    for _ in range(2):
        verdict = fetch(bringing(MEANT))
        assert verdict.returncode == 0, verdict.stderr

    assert (tmp_path / SCRIPT).read_text() == MEANT
    assert (tmp_path / "calls").read_text().split() == ["called"]


@pytest.mark.parametrize(
    "brings",
    [
        bringing("something else"),
        'for o in "$@"; do case $o in -DoutputDirectory=*) mkdir -p "${o#*=}" ;; esac; done',
    ],
    ids=["another script", "no archive"],
)
def test_another_script_under_the_name_is_refused(
    fetch: Fetch, tmp_path: Path, brings: str
) -> None:
    """Nothing is left where a judge would run it."""
    verdict = fetch(brings)

    assert verdict.returncode == 1
    assert "another script than the one meant" in verdict.stderr
    assert not (tmp_path / SCRIPT).exists()


def test_a_machine_that_cannot_fetch_the_script_is_told(fetch: Fetch) -> None:
    """The message says what could not be had."""
    verdict = fetch("exit 1")

    assert verdict.returncode == 1
    assert "axe-core could not be fetched" in verdict.stderr


def test_a_script_that_was_changed_is_fetched_again(fetch: Fetch, tmp_path: Path) -> None:
    """What lies there is asked for its digest each time."""
    fetch(bringing(MEANT))
    (tmp_path / SCRIPT).write_text("changed")

    verdict = fetch(bringing(MEANT))

    assert verdict.returncode == 0, verdict.stderr
    assert (tmp_path / SCRIPT).read_text() == MEANT

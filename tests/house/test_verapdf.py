"""Bringing veraPDF: the file that was meant, or none."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ARCHIVE = ".tools/verapdf/greenfield-apps.jar"
MEANT = b"the archive that was meant"

Fetch = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture
def fetch(tmp_path: Path, house: Path) -> Fetch:
    """Run a copy of the script that means another file, with a stand-in for Maven."""
    shutil.copytree(house / "setup", tmp_path / "setup")
    script = tmp_path / "setup/verapdf.sh"
    lines = script.read_text().splitlines()
    digest = f"readonly DIGEST={hashlib.sha256(MEANT).hexdigest()}"
    changed = [digest if line.startswith("readonly DIGEST=") else line for line in lines]
    assert changed != lines
    script.write_text("\n".join(changed) + "\n")
    maven = tmp_path / "bin/mvn"
    maven.parent.mkdir()

    def call(brings: str) -> subprocess.CompletedProcess[str]:
        maven.write_text(f"#!/usr/bin/env bash\necho called >>calls\n{brings}\n")
        maven.chmod(0o755)
        return subprocess.run(
            ["bash", "setup/verapdf.sh"],
            cwd=tmp_path,
            env={**os.environ, "PATH": f"{maven.parent}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )

    return call


def bringing(data: str) -> str:
    """Let the stand-in put a file where Maven is told to."""
    return (
        'for o in "$@"; do case $o in -Dartifact=*) v=${o##*:} ;;'
        " -DoutputDirectory=*) d=${o#*=} ;; esac; done\n"
        f"mkdir -p \"$d\"; printf '%s' '{data}' >\"$d/greenfield-apps-$v.jar\""
    )


def test_what_was_meant_is_kept_and_fetched_once(fetch: Fetch, tmp_path: Path) -> None:
    """The second run finds it and calls nobody."""
    for _ in range(2):
        verdict = fetch(bringing(MEANT.decode()))
        assert verdict.returncode == 0, verdict.stderr

    assert (tmp_path / ARCHIVE).read_bytes() == MEANT
    assert (tmp_path / "calls").read_text().split() == ["called"]


def test_another_file_under_the_name_is_refused(fetch: Fetch, tmp_path: Path) -> None:
    """Nothing is left where a judge would run it."""
    verdict = fetch(bringing("something else"))

    assert verdict.returncode == 1
    assert "another file than the one meant" in verdict.stderr
    assert not (tmp_path / ARCHIVE).exists()


def test_a_machine_without_a_network_is_told(fetch: Fetch, tmp_path: Path) -> None:
    """The message says what could not be had, and no archive is there."""
    verdict = fetch("exit 1")

    assert verdict.returncode == 1
    assert "veraPDF could not be fetched" in verdict.stderr
    assert not (tmp_path / ARCHIVE).exists()


def test_a_file_that_was_changed_is_fetched_again(fetch: Fetch, tmp_path: Path) -> None:
    """What lies there is asked for its digest each time."""
    fetch(bringing(MEANT.decode()))
    (tmp_path / ARCHIVE).write_bytes(b"changed")

    verdict = fetch(bringing(MEANT.decode()))

    assert verdict.returncode == 0, verdict.stderr
    assert (tmp_path / ARCHIVE).read_bytes() == MEANT

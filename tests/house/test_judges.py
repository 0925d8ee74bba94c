"""What .ci/run makes of its judges: passed, refused, or not on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Judge = Callable[[str, str], None]


def script(path: Path, text: str) -> None:
    """Write an executable shell script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{text}\n")
    path.chmod(0o755)


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """Seat a judge in the copy."""
    return lambda name, text: script(tmp_path / ".ci/judges" / name, text)


@pytest.fixture
def ci(tmp_path: Path, house: Path) -> Run:
    """Run a copy of .ci/run in which every other program is a stand-in."""
    (tmp_path / ".ci").mkdir(exist_ok=True)
    shutil.copy(house / ".ci/run", tmp_path / ".ci/run")
    (tmp_path / "content/leaflets").mkdir(parents=True)
    (tmp_path / "content/leaflets/asthma.yaml").touch()
    (tmp_path / "content/leaflets/measles.yaml").touch()
    (tmp_path / "locales/fr").mkdir(parents=True)
    (tmp_path / "locales/fr/measles.po").touch()
    script(
        tmp_path / "bin/make",
        'echo "$1" >>asked; [[ $1 != test ]] || echo "=== 7 passed in 0.1s ==="',
    )
    script(tmp_path / ".venv/bin/leaflets", 'echo "$*" >built; mkdir -p "$4/$2"')

    def call(**variables: str) -> subprocess.CompletedProcess[str]:
        plain = {k: v for k, v in os.environ.items() if not k.startswith("CI")}
        path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
        return subprocess.run(
            [".ci/run"],
            cwd=tmp_path,
            env={**plain, "PATH": path, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    return call


def test_a_judge_that_is_not_here_is_counted(ci: Run, judge: Judge) -> None:
    """The last line gives the number, the one before the names; the run passes."""
    judge("content-one", "true")
    judge("lacks-program", "exit 77")
    judge("lacks-another", "exit 77")

    verdict = ci()

    assert verdict.returncode == 0, verdict.stdout + verdict.stderr
    *_, names, last = verdict.stdout.splitlines()
    assert last == "SKIPPED 2"
    assert "lacks-another lacks-program" in names
    assert "=== 7 passed in 0.1s ===" in verdict.stdout.splitlines()[-3:]


def test_a_judge_that_is_not_here_fails_a_strict_run(ci: Run, judge: Judge) -> None:
    """CI_STRICT=1 wants every judge on its seat."""
    judge("lacks-program", "exit 77")

    verdict = ci(CI_STRICT="1")

    assert verdict.returncode == 1
    assert verdict.stdout.splitlines()[-1] == "SKIPPED 1"


def test_a_strict_run_with_every_judge_passes(ci: Run, judge: Judge) -> None:
    """Nothing was skipped, and the last line says so."""
    judge("content-one", "true")

    verdict = ci(CI_STRICT="1")

    assert verdict.returncode == 0, verdict.stdout + verdict.stderr
    assert verdict.stdout.splitlines()[-1] == "SKIPPED 0"


def test_judges_are_installed_for_a_strict_run_alone(
    ci: Run, judge: Judge, tmp_path: Path
) -> None:
    """Any other run fetches nothing for them."""
    judge("content-one", "true")

    ci()
    assert (tmp_path / "asked").read_text().split() == ["check", "test"]

    ci(CI_STRICT="1")
    assert (tmp_path / "asked").read_text().split()[2:] == ["judges", "check", "test"]


def test_judges_that_cannot_be_installed_do_not_silence_the_others(
    ci: Run, judge: Judge, tmp_path: Path
) -> None:
    """What is here is heard; who is not fails the strict run at its end."""
    run = ci
    judge("content-one", "echo heard")
    judge("lacks-program", "exit 77")
    script(tmp_path / "bin/make", 'echo "== 7 passed =="; [[ $1 != judges ]]')

    verdict = run(CI_STRICT="1")

    assert verdict.returncode == 1
    assert "heard" in verdict.stdout.splitlines()
    assert verdict.stdout.splitlines()[-1] == "SKIPPED 1"


def test_the_most_translated_leaflet_goes_before_the_judges(
    ci: Run, judge: Judge, tmp_path: Path
) -> None:
    """It shows them the most; CI_LEAFLET names another."""
    judge("content-one", "true")

    ci()
    assert (tmp_path / "built").read_text().startswith("build measles ")

    ci(CI_LEAFLET="asthma")
    assert (tmp_path / "built").read_text().startswith("build asthma ")


def test_a_folder_that_is_given_is_all_that_is_judged(
    ci: Run, judge: Judge, tmp_path: Path
) -> None:
    """With CI_OUTPUT nothing is checked, tested or built, and the judges see that folder."""
    judge("content-one", 'echo "heard of $1"')

    verdict = ci(CI_OUTPUT="elsewhere")

    assert verdict.returncode == 0, verdict.stdout + verdict.stderr
    assert "heard of elsewhere" in verdict.stdout.splitlines()
    assert not (tmp_path / "asked").exists()
    assert not (tmp_path / "built").exists()


def test_an_unhappy_judge_fails_the_run_and_the_others_are_heard(
    ci: Run, judge: Judge
) -> None:
    """One refusal does not silence the next judge."""
    judge("a-strict-one", "exit 1")
    judge("b-later-one", "echo heard")

    verdict = ci()

    assert verdict.returncode == 1
    assert "UNHAPPY a-strict-one" in verdict.stdout
    assert "heard" in verdict.stdout.splitlines()


def test_failing_tests_end_the_run(ci: Run, judge: Judge, tmp_path: Path) -> None:
    """Nothing is built for the judges when the tests fail."""
    judge("content-one", "true")
    run = ci
    script(tmp_path / "bin/make", "[[ $1 != test ]]")

    verdict = run()

    assert verdict.returncode != 0
    assert not (tmp_path / "built").exists()


def test_every_judge_refuses_an_empty_folder(house: Path, tmp_path: Path) -> None:
    """A judge that saw nothing has not passed anything."""
    judges = sorted((house / ".ci/judges").iterdir())
    assert len(judges) >= 12

    for path in judges:
        verdict = subprocess.run(
            [str(path), str(tmp_path)],
            # Catalogs are those of the folder in which the judge is called.
            cwd=tmp_path if path.name == "catalogs" else house,
            capture_output=True,
            text=True,
            check=False,
        )
        assert verdict.returncode != 0, path.name

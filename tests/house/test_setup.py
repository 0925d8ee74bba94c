"""Setting a machine up: what is missing is named, what is there is left alone.

The scripts run in a copy of their folder, with stand-ins for the programs that would
change the machine: nothing is installed and nothing is fetched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
StandIn = Callable[[str, str], None]

REAL = (
    *("bash", "cat", "chmod", "cut", "dirname", "env", "flock", "grep", "mkdir", "mv"),
    *("rm", "sed", "sha256sum", "sleep"),
)

GOOD_PYTHON = """
case "$*" in
  *version_info*" < "*) exit 0 ;;
  *sys.executable*) echo "$0" ;;
  *ensurepip*) exit 0 ;;
  --version) echo "Python 3.11.9" ;;
  *"-m venv"*)
    echo venv >>"$LOG"
    rm -rf .venv; mkdir -p .venv/bin
    {
      echo '#!/usr/bin/env bash'
      echo 'echo "$*" >>"$LOG"'
      echo '[[ "$*" != *requirements.lock* || -e wheels ]]'
    } >.venv/bin/python
    chmod +x .venv/bin/python ;;
esac
"""


@pytest.fixture
def stand_in(tmp_path: Path) -> StandIn:
    """Put a shell script under the name of a program."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in REAL:
        found = shutil.which(name)
        assert found, name
        (folder / name).symlink_to(found)

    def put(name: str, script: str) -> None:
        path = folder / name
        path.unlink(missing_ok=True)
        path.write_text(f"#!/usr/bin/env bash\n{script}\n")
        path.chmod(0o755)

    put("python3.11", GOOD_PYTHON)
    return put


@pytest.fixture
def run(tmp_path: Path, house: Path, stand_in: StandIn) -> Run:
    """Run a script of a copied setup/ with nothing but the stand-ins on the PATH."""
    shutil.copytree(house / "setup", tmp_path / "setup")
    (tmp_path / "requirements.lock").write_text("thing==1\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")

    def call(
        script: str, *options: str, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", f"setup/{script}", *options],
            cwd=tmp_path,
            env={"PATH": str(tmp_path / "bin"), "LOG": str(tmp_path / "log"), **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    return call


def log(folder: Path) -> list[str]:
    """Lines that the stand-ins wrote about how they were called."""
    path = folder / "log"
    return path.read_text().splitlines() if path.exists() else []


def test_a_machine_with_an_old_python_is_told_what_to_do(
    run: Run, stand_in: StandIn
) -> None:
    """The message names the Python that is needed and the one that is there."""
    stand_in("python3.11", "exit 127")
    stand_in("python3", 'echo "Python 3.9.2"; [[ $1 == --version ]]')

    verdict = run("python.sh")

    assert verdict.returncode == 1
    assert "Python 3.11 or newer is needed, this machine has Python 3.9.2" in verdict.stderr
    assert "hint: apt-get install python3.11" in verdict.stderr


def test_an_empty_shim_is_passed_over(run: Run, stand_in: StandIn, tmp_path: Path) -> None:
    """A name on the PATH that does not run is no Python; the next one is taken."""
    stand_in("python3.11", "exit 127")
    stand_in("python3.12", GOOD_PYTHON)

    verdict = run("python.sh")

    assert verdict.stdout.strip() == str(tmp_path / "bin/python3.12")


def test_a_python_that_was_named_and_is_too_old_is_refused(
    run: Run, stand_in: StandIn, tmp_path: Path
) -> None:
    """PYTHON= is an order: no other one is taken instead."""
    stand_in("ancient", "exit 1")

    verdict = run("python.sh", PYTHON=str(tmp_path / "bin/ancient"))

    assert verdict.returncode == 1
    assert "is not a Python 3.11 or newer" in verdict.stderr


def test_only_the_system_packages_that_are_missing_are_installed(
    run: Run, stand_in: StandIn, tmp_path: Path
) -> None:
    """Package lists are renewed, and then one call installs what is not there."""
    stand_in(
        "dpkg-query",
        'for p in "${@:3}"; do [[ $p == *noto* ]] || echo "installed $p"; done',
    )
    stand_in("id", "echo 0")
    stand_in("apt-get", 'echo "$*" >>"$LOG"')

    verdict = run("system.sh")

    assert verdict.returncode == 0, verdict.stderr
    update, install = log(tmp_path)
    assert update.endswith("update")
    assert install.endswith(
        "install --no-install-recommends fonts-noto-cjk fonts-noto-core"
    )


def test_a_complete_machine_is_left_alone(
    run: Run, stand_in: StandIn, tmp_path: Path
) -> None:
    """With every package there, apt is not called and nothing is said."""
    stand_in("dpkg-query", 'for p in "${@:3}"; do echo "installed $p"; done')
    stand_in("apt-get", 'echo "$*" >>"$LOG"')

    verdict = run("system.sh", "--tests", "--judges")

    assert (verdict.returncode, verdict.stdout, verdict.stderr) == (0, "", "")
    assert log(tmp_path) == []


def test_a_removed_package_counts_as_missing(run: Run, stand_in: StandIn) -> None:
    """Debian still knows a package whose settings were left behind."""
    stand_in(
        "dpkg-query",
        'for p in "${@:3}"; do s=installed; [[ $p != gettext ]] || s=config-files;'
        ' echo "$s $p"; done',
    )

    verdict = run("system.sh", "--tests", "--list")

    assert verdict.stdout.split() == ["gettext"]


def test_without_root_and_sudo_the_administrators_command_is_given(
    run: Run, stand_in: StandIn
) -> None:
    """The message can be handed on as it is."""
    stand_in("dpkg-query", "exit 1")
    stand_in("id", "echo 1000")

    verdict = run("system.sh")

    assert verdict.returncode == 1
    assert "neither root nor a machine with sudo" in verdict.stderr
    assert "apt-get install --no-install-recommends fontconfig" in verdict.stderr


def test_someone_who_is_not_root_installs_through_sudo(
    run: Run, stand_in: StandIn, tmp_path: Path
) -> None:
    """Where there is sudo, it is asked."""
    stand_in("dpkg-query", "exit 1")
    stand_in("id", "echo 1000")
    stand_in("sudo", 'echo "sudo $*" >>"$LOG"')

    verdict = run("system.sh")

    assert verdict.returncode == 0, verdict.stderr
    assert [line.split()[0] for line in log(tmp_path)] == ["sudo", "sudo"]


def test_a_failed_system_install_stops_with_the_way_out(
    run: Run, stand_in: StandIn
) -> None:
    """An offline machine hears what could not be had."""
    stand_in("dpkg-query", "exit 1")
    stand_in("id", "echo 0")
    stand_in("apt-get", "exit 100")

    verdict = run("system.sh")

    assert verdict.returncode == 1
    assert "is this machine offline?" in verdict.stderr


def test_a_python_without_venv_brings_its_package(run: Run, stand_in: StandIn) -> None:
    """Debian keeps venv in a package of its own, named after the Python."""
    stand_in(
        "dpkg-query",
        'for p in "${@:3}"; do [[ $p == python* ]] || echo "installed $p"; done',
    )
    stand_in(
        "python3.11",
        'case "$*" in *ensurepip*) exit 1 ;; *"%d.%d"*) echo 3.11 ;;'
        ' *sys.executable*) echo "$0" ;; esac',
    )

    verdict = run("system.sh", "--list")

    assert verdict.stdout.split() == ["python3.11-venv"]


def test_the_second_run_installs_nothing(run: Run, tmp_path: Path) -> None:
    """Packages are installed once, by digest; the next run does not call pip."""
    (tmp_path / "wheels").touch()

    first = run("environment.sh")
    calls = log(tmp_path)
    second = run("environment.sh")

    assert first.returncode == 0, first.stderr
    assert calls[0] == "venv"
    assert "--require-hashes --no-deps --only-binary :all:" in calls[1]
    assert "--no-build-isolation --no-index --editable ." in calls[2]
    assert (second.returncode, second.stderr) == (0, "")
    assert log(tmp_path) == calls


def test_an_interrupted_install_leaves_no_stamp(run: Run, tmp_path: Path) -> None:
    """A failure says so, and the next run begins again with an empty environment."""
    broken = run("environment.sh")
    assert broken.returncode == 1
    assert "the packages of requirements.lock could not be installed" in broken.stderr
    assert not list((tmp_path / ".venv").glob(".*"))

    (tmp_path / "wheels").touch()
    mended = run("environment.sh")

    assert mended.returncode == 0, mended.stderr
    assert log(tmp_path).count("venv") == 2


def test_a_new_lock_makes_a_new_environment(run: Run, tmp_path: Path) -> None:
    """No package of the old lock stays behind."""
    (tmp_path / "wheels").touch()
    run("environment.sh")

    (tmp_path / "requirements.lock").write_text("thing==2\n")
    run("environment.sh")

    assert log(tmp_path).count("venv") == 2


def test_a_changed_project_file_keeps_the_packages(run: Run, tmp_path: Path) -> None:
    """Only the project itself is installed again."""
    (tmp_path / "wheels").touch()
    run("environment.sh")
    before = len(log(tmp_path))

    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    run("environment.sh")

    assert [("--editable" in line) for line in log(tmp_path)[before:]] == [True]


def test_a_moved_checkout_gets_its_own_environment(
    run: Run, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A virtual environment does not work in another folder, so it is made again."""
    (tmp_path / "wheels").touch()
    run("environment.sh")
    elsewhere = tmp_path_factory.mktemp("moved") / "copy"
    shutil.copytree(tmp_path, elsewhere, symlinks=True)

    subprocess.run(
        ["bash", "setup/environment.sh"],
        cwd=elsewhere,
        env={**os.environ, "PATH": str(elsewhere / "bin"), "LOG": str(elsewhere / "log")},
        check=True,
        capture_output=True,
    )

    assert log(elsewhere).count("venv") == 2

"""The command line: commands by file, mistakes with exit codes, bugs that are kept."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from leaflets.cli import main
from leaflets.cli.screen.commands import Commands
from leaflets.errors import (
    ContentError,
    GateClosed,
    LeafletsError,
    LocaleError,
    OrderError,
    RenderError,
)
from leaflets.origin import Origin


@pytest.fixture
def stray(monkeypatch: pytest.MonkeyPatch) -> dict[str, BaseException]:
    """Put a command there that raises the ``error`` that a test puts in here."""
    holder: dict[str, BaseException] = {}

    @click.command()
    @click.option("--json", "as_json", is_flag=True)
    def command(as_json: bool) -> None:
        raise holder["error"]

    def get(self: Commands, ctx: click.Context, name: str) -> click.Command:
        return command

    monkeypatch.setattr(Commands, "get_command", get)
    return holder


def leaflets(*words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "leaflets", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_lists_every_file_as_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Each with the first line of its file."""
    assert main.run(["--help"]) == 0

    said = capsys.readouterr().out
    folder = Path(main.__file__).parent
    for path in folder.glob("*.py"):
        if path.stem not in ("main", "__init__"):
            assert f"\n  {path.stem.replace('_', '-')} " in said
    assert "Build leaflets" in said


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    """And is found under the name of its file."""
    context = click.Context(main.group)
    for name in main.group.list_commands(context):
        assert main.run([name, "--help"]) == 0
        assert f"leaflets {name}" in capsys.readouterr().out


def test_help_loads_none_of_the_rooms() -> None:
    """So that it is there at once."""
    code = (
        "import sys\n"
        "from leaflets.cli.main import run\n"
        "run(['--help'])\n"
        "rooms = ('build', 'checks', 'formats', 'compose', 'review', 'catalogs', 'content',"
        " 'model', 'pdf')\n"
        "print([r for r in rooms if f'leaflets.{r}' in sys.modules], file=sys.stderr)\n"
    )

    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert said.stderr == "[]\n"


def test_the_package_runs_as_a_module() -> None:
    """``python -m leaflets`` is the command."""
    said = leaflets("--version")

    assert said.returncode == 0
    assert said.stdout.startswith("leaflets, version ")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["biuld"], "Did you mean 'build'?"),
        (["main"], "No such command 'main'"),
        (["screen"], "No such command 'screen'"),
        (["build", "--formt", "web"], "No such option"),
        (["--nonsense"], "No such option"),
    ],
)
def test_a_wrong_command_line_is_two(
    words: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what may have been meant."""
    assert main.run(words) == 2
    assert hint in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (LeafletsError, 1),
        (ContentError, 3),
        (LocaleError, 4),
        (GateClosed, 5),
        (RenderError, 6),
        (OrderError, 7),
    ],
)
def test_what_stops_the_work_becomes_an_exit_code(
    stray: dict[str, BaseException],
    kind: type[LeafletsError],
    code: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The message begins with its place, and the way out stands apart."""
    stray["error"] = kind("it broke", hint="mend it", origin=Origin("content/x.yaml", 3))

    assert main.run(["stray"]) == code

    said = capsys.readouterr()
    assert said.err == "content/x.yaml:3: error it broke\n  hint: mend it\n"
    assert said.out == ""


def test_an_error_is_one_json_document_where_json_is_asked_for(
    stray: dict[str, BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    """On stdout there is nothing else."""
    stray["error"] = ContentError("it broke", origin=Origin("content/x.yaml", 3))

    assert main.run(["stray", "--json"]) == 3

    assert json.loads(capsys.readouterr().out) == {
        "error": {"message": "it broke", "hint": "", "path": "content/x.yaml", "line": 3},
        "exit_code": 3,
    }


def test_a_bug_is_seventy_and_its_traceback_is_kept(
    stray: dict[str, BaseException],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One sentence on the screen, the rest in a file whose name is said."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    stray["error"] = ZeroDivisionError("by nothing")

    assert main.run(["stray"]) == 70

    said = capsys.readouterr().err
    (kept,) = tmp_path.glob("leaflets-bug-*.txt")
    assert "bug ZeroDivisionError: by nothing" in said
    assert str(kept) in said
    assert "Traceback" not in said
    assert "Traceback" in kept.read_text()


@pytest.mark.parametrize(
    ("number", "way"), [(errno.ENOSPC, "make room"), (errno.EACCES, "ask for the right")]
)
def test_what_the_computer_refuses_is_no_bug(
    stray: dict[str, BaseException],
    capsys: pytest.CaptureFixture[str],
    number: int,
    way: str,
) -> None:
    """A full disk has a name, a reason and a way out."""
    stray["error"] = OSError(number, "No luck", "output/x.pdf")

    assert main.run(["stray"]) == 1

    said = capsys.readouterr().err
    assert said.startswith("output/x.pdf: error cannot be used: No luck\n  hint: ")
    assert way in said


def test_ctrl_c_is_one_hundred_and_thirty(
    stray: dict[str, BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever interrupts is told that nothing is lost."""
    stray["error"] = KeyboardInterrupt()

    assert main.run(["stray"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_closed_pipe_is_met_with_silence(own_tea: Path) -> None:
    """``leaflets check | head -1`` ends without a complaint."""
    process = subprocess.Popen(
        [sys.executable, "-m", "leaflets", "--project", str(own_tea), "check", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()

    complaints = process.stderr.read()
    process.stderr.close()

    assert process.wait() == 141
    assert complaints == b""


def test_a_folder_without_a_project_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the way to name another one."""
    assert main.run(["--project", str(tmp_path), "check"]) == 3
    assert "--project DIR" in capsys.readouterr().err


def test_the_working_directory_is_the_project(own_tea: Path) -> None:
    """Without ``--project`` the command acts where it is called."""
    assert leaflets("check", cwd=own_tea).returncode == 0

"""The command line: finds the command, and turns what stops it into an exit code.

Each file beside this one is a command of its name, and holds it as ``command``. It is
imported only when it is called; the list of commands takes its words from the first
lines of the files, so that ``--help`` loads none of the rooms.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import leaflets
from leaflets.cli.screen.commands import Commands
from leaflets.errors import LeafletsError
from leaflets.origin import Origin

if TYPE_CHECKING:
    from leaflets.content.project import Project

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 and the number of the signal."""

PIPE_CLOSED = 141
"""Exit code after a reader went away, as the shell counts it."""

BUG = 70

_ROOM = "make room on the disk and run it again"
_RIGHTS = "ask for the right to it, or work in another folder"
_REFUSALS = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: _ROOM,
    errno.EROFS: _RIGHTS,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
}
"""What the computer may refuse, and the way out."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a command works; what every command is handed (``click.pass_obj``)."""

    folder: Path

    @property
    def project(self) -> Project:
        """The project there; raises ContentError where there is none."""
        # Here, because a command may not need it, and --help must start at once.
        from leaflets.content.project import Project as Opened

        return Opened.at(self.folder)


@click.group(
    cls=Commands,
    package="leaflets.cli",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="DIR",
    help="The project's folder; the working directory if not given.",
)
@click.version_option(leaflets.__version__, prog_name="leaflets")
@click.pass_context
def group(ctx: click.Context, folder: Path) -> None:
    """Make patient leaflets in many languages, each honest about its evidence."""
    ctx.obj = Place(folder)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    sys.exit(run(sys.argv[1:] if args is None else args))


def run(args: Sequence[str]) -> int:
    """Run a command line; return its exit code.

    A command ends well by returning, or with a number of its own by ``ctx.exit``.
    """
    as_json = "--json" in args
    try:
        result: Any = group.main(list(args), prog_name="leaflets", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted; what was finished is kept, and the next run goes on from there")
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except SystemExit as error:  # click answers a closed pipe with one
        return _pipe_closed() if error.code == 1 else int(error.code or 0)
    except LeafletsError as error:
        _show(error, as_json=as_json)
        return error.exit_code
    except OSError as error:
        if error.errno not in _REFUSALS:
            _show_bug(error)
            return BUG
        stopped = _refused(error)
        _show(stopped, as_json=as_json)
        return stopped.exit_code
    except Exception as error:  # noqa: BLE001 - a bug is told as such, and kept
        _show_bug(error)
        return BUG
    return result if isinstance(result, int) else 0


def _refused(error: OSError) -> LeafletsError:
    """Say that the computer refused, which no mistake of the program is."""
    return LeafletsError(
        f"cannot be used: {error.strerror}",
        hint=f"{_REFUSALS[error.errno or 0]}; what was finished is kept",
        origin=Origin(str(error.filename)) if error.filename else None,
    )


def _show(error: LeafletsError, *, as_json: bool) -> None:
    if as_json:
        origin = error.origin
        said = {
            "message": error.message,
            "hint": error.hint,
            "path": origin.path if origin else "",
            "line": origin.line if origin else 0,
        }
        click.echo(json.dumps({"error": said, "exit_code": error.exit_code}))
    where = f"{error.origin}: " if error.origin else ""
    _say(f"{where}{click.style('error', fg='red')} {error.message}")
    if error.hint:
        _say(f"  hint: {error.hint}")


def _show_bug(error: Exception) -> None:
    handle, name = tempfile.mkstemp(prefix="leaflets-bug-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        traceback.print_exception(error, file=stream)
    _say(f"{click.style('bug', fg='red')} {type(error).__name__}: {error}")
    _say(f"  hint: this is a mistake of the program; what it was doing is in {name}")


def _pipe_closed() -> int:
    """Keep the interpreter from complaining once more when it closes its streams."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _say(line: str) -> None:
    click.echo(line, err=True)

"""The other process: sets its own bounds, calls one function, and says what came of it.

It is started by ``guarded.run`` and by nobody else, with the call on its standard input.
The call comes from our own process; what goes back is plain data.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import signal
import sys
from collections.abc import Callable, Mapping
from functools import partial, reduce
from typing import Any

from leaflets.build.plaindata import pack
from leaflets.errors import LeafletsError

_GRACE = 5
"""Seconds by which the clock in here is behind the one outside."""


def main() -> None:
    """Read the call, do it, write the answer to what was the standard output."""
    answer_to = os.dup(1)
    # A library that prints must not spoil the answer.
    os.dup2(2, 1)
    sys.path[:] = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own process wrote it
    module, name, arguments, named, bounds = pickle.load(sys.stdin.buffer)  # noqa: S301
    function: Any = reduce(getattr, name.split("."), importlib.import_module(module))
    confine(bounds)
    answer = _answer(partial(function, *arguments, **named), bounds)
    with os.fdopen(answer_to, "wb") as stream:
        stream.write(answer)
    # Nothing is left to be done, and taking a large file apart would take its time.
    os._exit(0)


def confine(bounds: Mapping[str, int]) -> None:
    """Bound this process: memory, time, no core file, no written file."""
    if hasattr(signal, "alarm"):
        # Whoever started us ends us sooner; if he is gone, nobody else would.
        signal.alarm(bounds["patience"] + _GRACE)
    try:
        # Only Unix has it.
        import resource
    except ImportError:
        return
    memory = bounds["megabytes"] * 1_000_000
    seconds = bounds["seconds"]
    for kind, most in (
        (resource.RLIMIT_CORE, (0, 0)),
        (resource.RLIMIT_FSIZE, (0, 0)),
        (resource.RLIMIT_CPU, (seconds, seconds + 1)),
        (resource.RLIMIT_AS, (memory, memory)),
    ):
        # Some systems know a limit and do not set it; the clock outside always does.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, most)


def _answer(function: Callable[[], Any], bounds: Mapping[str, int]) -> bytes:
    try:
        return pack({"kind": "value", "value": function()})
    except LeafletsError as error:
        origin = error.origin
        return _error(
            error.message,
            error.hint,
            kind=type(error).__name__,
            path=origin.path if origin else "",
            line=origin.line if origin else 0,
        )
    except MemoryError:
        return _error(
            f"reading the file needs more than {bounds['megabytes']} MB of memory",
            "it is not what a shop can print, or it is made to do harm",
            kind="Stopped",
        )
    except RecursionError:
        return _error("the file is nested too deeply to be read")
    except Exception as error:  # noqa: BLE001 - whatever a file brings about is told
        said = str(error).partition("\n")[0][:200]
        return _error(
            f"the file cannot be read ({type(error).__name__}: {said})",
            "it is broken in a way that was not foreseen; export it again",
        )


def _error(
    message: str, hint: str = "", *, kind: str = "", path: str = "", line: int = 0
) -> bytes:
    said = {"type": kind, "message": message, "hint": hint, "path": path, "line": line}
    return pack({"kind": "error", "value": said})

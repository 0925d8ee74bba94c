"""Work on a stranger's file in a process of its own, with bounds.

A PDF from anywhere can be made to eat all memory, to go round in circles, or to break the
library that reads it. So commands that take a file by its name read it in another
process, which may use so much memory and so much time, writes no file, and hands back
plain data. What goes wrong there is one clear RenderError here.

On Linux all bounds hold. Where the system knows no limit of memory, the time is bounded
still; ``unbounded`` says so in words.
"""

from __future__ import annotations

import contextlib
import errno
import os
import pickle
import signal
import stat
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from leaflets.build.plaindata import unpack
from leaflets.build.watched import LATE, MUCH, Spent, watch
from leaflets.errors import (
    ContentError,
    GateClosed,
    LocaleError,
    OrderError,
    RenderError,
)
from leaflets.origin import Origin
from leaflets.pdf.preflight import limits


class Stopped(RenderError):
    """The work used more than it may, or crashed: nobody knows what it would have said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the work may use."""

    seconds: int = 60
    """Of computing."""

    patience: int = 180
    """Seconds on the wall: more than of computing, for a machine that does much else."""

    megabytes: int = 2048
    """Of address space: what was asked for, not only what was touched."""

    result_megabytes: int = 512
    """Of what is handed back."""


BOUNDS = Bounds()


def take(path: Path, *, shown: str = "", largest: int = limits.FILE) -> bytes:
    """Read a file of at most *largest* bytes.

    Raises RenderError for a folder, a device, a file that is empty, missing, too large or
    not ours to read; *shown* is the name that the message gives it.
    """
    origin = Origin(shown or str(path))
    try:
        # Path.open takes no opener.
        with open(path, "rb", opener=_at_once) as stream:
            data: bytes = stream.read(largest + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise RenderError(f"cannot be read: {reason}", origin=origin) from error
    except ValueError as error:  # a name with a zero in it
        raise RenderError(f"cannot be read: {error}", origin=origin) from error
    if not data:
        raise RenderError("the file is empty", origin=origin)
    if len(data) > largest:
        raise RenderError(
            f"the file is larger than {largest // limits.MEBIBYTE} MB",
            hint="split it, or export it again with images at 300 pixels an inch",
            origin=origin,
        )
    return data


def _at_once(path: str, flags: int) -> int:
    """Open a plain file; a pipe or a device could keep us waiting for ever."""
    opened = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(opened).st_mode
    if stat.S_ISREG(mode):
        return opened
    os.close(opened)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", path)
    raise OSError(errno.EINVAL, "it is not a plain file", path)


def unbounded() -> str:
    """Say which bounds this system does not keep; empty if it keeps all."""
    if sys.platform == "linux":
        return ""
    return "this system does not bound the memory of the process that reads the file"


def run(
    function: Callable[..., Any],
    *arguments: object,
    bounds: Bounds = BOUNDS,
    heard: Callable[[Spent], None] | None = None,
) -> Any:
    """Call a function in a process of its own, and hand back what it returns.

    It stands in a module under its own name, or is a ``functools.partial`` of one that
    does, and returns plain data: None, truth values, numbers, words, bytes, lists and
    mappings of those (a tuple comes back as a list). *heard* is told what the work used,
    whatever came of it.

    Raises what the function raises of ``leaflets.errors``; Stopped for a crash and for more
    time or memory than *bounds* grant; RenderError for an unforeseen exception, or if no
    other process can be started.
    """
    named: dict[str, Any] = {}
    while isinstance(function, partial):
        arguments, named = (*function.args, *arguments), {**function.keywords, **named}
        function = function.func
    name = function.__module__, function.__qualname__
    call = (*name, arguments, named, asdict(bounds))
    try:
        with tempfile.TemporaryFile() as asked:
            # A file and no pipe, so that neither process ever waits for the other to read.
            pickle.dump(list(sys.path), asked)
            pickle.dump(call, asked)
            asked.seek(0)
            most = bounds.result_megabytes * 1_000_000
            data, code, spent = watch(asked, bounds.patience, most)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise RenderError(
            f"no process can be started to read the file: {reason}"
        ) from error
    if heard is not None:
        heard(spent)
    if code != 0:
        raise _stopped(code, bounds)
    return _told(data)


def _stopped(code: int, bounds: Bounds) -> Stopped:
    if code in {LATE, -getattr(signal, "SIGXCPU", signal.SIGTERM)}:
        took = (
            f"{bounds.patience} s" if code == LATE else f"{bounds.seconds} s of computing"
        )
        return Stopped(
            f"reading the file took more than {took}",
            hint="it is not what a shop can print, or it is made to do harm",
        )
    if code == MUCH:
        return Stopped(f"more than {bounds.result_megabytes} MB would come of the file")
    name = str(-code)
    with contextlib.suppress(ValueError):
        name = signal.Signals(-code).name
    told = f"by {name}" if code < 0 else f"with code {code}"
    return Stopped(
        f"reading the file ended the process that read it ({told})",
        hint=f"it is broken, or needs more than {bounds.megabytes} MB of memory",
    )


def _told(data: bytes) -> Any:
    try:
        answer = unpack(data)
        kind, said = answer["kind"], answer["value"]
        if kind == "value":
            return said
        of = _KINDS.get(said["type"], RenderError)
        message, hint = str(said["message"]), str(said["hint"])
        origin = Origin(str(said["path"]), int(said["line"])) if said["path"] else None
    except (ValueError, KeyError, TypeError) as error:
        raise RenderError("the process that read the file answered nonsense") from error
    raise of(message, hint=hint, origin=origin)


_KINDS = {
    kind.__name__: kind
    for kind in (ContentError, LocaleError, GateClosed, RenderError, OrderError, Stopped)
}

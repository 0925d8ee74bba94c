"""Start the other process of ``guarded``, watch it, and see to it that it ends.

It gets none of our open files, and of our environment only what a program needs to run:
what a file makes of it finds no password there. When it is done, stopped or we are
interrupted, it and whatever it may have started are ended.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LATE, MUCH, INTERRUPTED = 1001, 1002, 1003
"""Why it was stopped from outside: too long, too much said; no process ends with such."""

_CHILD = "leaflets.build.confined"
_CHUNK = 1 << 16
_PAUSE = 0.005
_HANDED = frozenset(
    [
        "LANG",
        "LC_ALL",
        "LC_CTYPE",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
        "PATH",
        "SYSTEMROOT",
        "TZ",
    ]
)
"""Of the environment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What the work used."""

    seconds: float
    megabytes: float
    """Most memory it held at a time; 0 where the system does not tell."""


def watch(asked: IO[bytes], patience: float, most: int) -> tuple[bytes, int, Spent]:
    """Hand a call to the other process; give what it said, how it ended, what it used.

    *patience* is in seconds, *most* in bytes that it may say. It ended with 0, with the
    code or signal (less than 0) of the system, or with LATE or MUCH. Raises OSError if no
    process can be started.
    """
    begun = time.monotonic()
    until = begun + patience
    child = subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _starter()],
        stdin=asked,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=dict(_environment()),
        start_new_session=True,
    )
    assert child.stdout is not None
    stop = INTERRUPTED
    try:
        with child.stdout as stream:
            data, stop = _read(stream, until, most)
    finally:
        if stop:
            _end(child)
        code, held, late = _gone(child, until)
    spent = Spent(seconds=time.monotonic() - begun, megabytes=held)
    return data, stop or (LATE if late else code), spent


def _environment() -> Iterator[tuple[str, str]]:
    yield from ((name, said) for name, said in os.environ.items() if name in _HANDED)
    # Every thread of a library would ask for address space of its own.
    yield "MALLOC_ARENA_MAX", "2"


def _starter() -> str:
    """Words that start the child from the same place as this program was read from."""
    home = str(Path(__file__).resolve().parents[2])
    return f"import sys; sys.path.insert(0, {home!r}); from {_CHILD} import main; main()"


def _read(stream: IO[bytes], until: float, most: int) -> tuple[bytes, int]:
    """Read what the child says, for as long and as much as it may; and why it stopped."""
    parts: list[bytes] = []
    size = 0
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while True:
            if not selector.select(max(0.0, until - time.monotonic())):
                return b"", LATE
            part = os.read(stream.fileno(), _CHUNK)
            if not part:
                return b"".join(parts), 0
            parts.append(part)
            size += len(part)
            if size > most:
                return b"", MUCH


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child and its own children: it leads a group of processes."""
    if not hasattr(os, "killpg"):
        child.kill()
        return
    # It was not waited for, so its number cannot have become another's.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)


def _gone(child: subprocess.Popen[bytes], until: float) -> tuple[int, float, bool]:
    """Wait for the child's end: its code, its most memory in megabytes, whether forced.

    It may have closed its mouth and live on.
    """
    late = False
    if not hasattr(os, "waitid"):
        with contextlib.suppress(subprocess.TimeoutExpired):
            return child.wait(max(0.0, until - time.monotonic())), 0.0, late
        _end(child)
        return child.wait(), 0.0, True
    # It is looked at and left unburied: while it is, its number is nobody else's.
    while not os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        if not late and time.monotonic() > until:
            late = True
            _end(child)
        time.sleep(_PAUSE)
    _end(child)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_maxrss * 1024 / 1_000_000, late

"""Strangers' files are read in a process of their own, which has bounds."""

from __future__ import annotations

import contextlib
import json
import operator
import os
import resource
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from leaflets.build import guarded
from leaflets.build.guarded import Bounds, run, take
from leaflets.build.watched import Spent
from leaflets.errors import LeafletsError, RenderError

SMALL = Bounds(seconds=2, patience=4, megabytes=600, result_megabytes=1)


def stopped(function: Callable[..., Any], *arguments: object) -> str:
    """Run a function that does not come to its end, and give the message."""
    with pytest.raises(RenderError) as caught:
        run(function, *arguments, bounds=SMALL)
    return caught.value.message


def refuse(kind: str) -> None:
    """Raise an error of the house; called in the other process."""
    raise next(each for each in LeafletsError.__subclasses__() if each.__name__ == kind)(
        "no", hint="go away"
    )


def limits() -> dict[str, tuple[int, int]]:
    """Give the bounds of the process that this is called in."""
    return {
        name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))
        for name in ("AS", "CPU", "CORE", "FSIZE")
    }


def say_nothing_more() -> None:
    """Close every channel, and live on."""
    os.closerange(1, 256)
    time.sleep(60)


def leave_another() -> None:
    """Start a process that holds the channel of the answer, and end."""
    if os.fork() == 0:
        time.sleep(60)


def orphan() -> int:
    """Start a process that lets go of everything; give its number."""
    number = os.fork()
    if number == 0:
        os.closerange(0, 256)
        time.sleep(60)
    return number


def clock() -> float:
    """Give the seconds after which the system ends this process by itself."""
    return signal.getitimer(signal.ITIMER_REAL)[0]


def held() -> list[str]:
    """Name the files that this process holds open."""
    found = []
    for each in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):
            found.append(str(each.readlink()))
    return found


def lives(number: int) -> bool:
    """Say whether a process is there, and not only unburied."""
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def print_and_answer() -> str:
    """Write to the standard output before answering, as a careless library does."""
    os.write(1, b"noise")
    return "answer"


def test_what_a_function_returns_comes_back() -> None:
    """Words, bytes, lists and mappings are the same on this side."""
    value = {"a": [b"\x00\xff", None, 1.5, {"b": b""}], "ü": True, "\ud800": -3}

    assert run(dict, value) == value


def test_arguments_can_be_bound_beforehand_by_name() -> None:
    """A partial is called with what it holds, its own arguments first."""
    assert run(partial(partial(pow, 7), mod=5), 2) == 7**2 % 5


def test_a_function_that_prints_does_not_spoil_its_answer() -> None:
    """The answer has a channel of its own."""
    assert run(print_and_answer) == "answer"


@pytest.mark.parametrize("kind", ["ContentError", "RenderError", "OrderError"])
def test_an_error_of_the_house_keeps_its_kind_and_words(kind: str) -> None:
    """The exit code hangs on the kind."""
    with pytest.raises(LeafletsError) as caught:
        run(refuse, kind)

    assert type(caught.value).__name__ == kind
    assert (caught.value.message, caught.value.hint) == ("no", "go away")


@pytest.mark.parametrize(
    ("function", "arguments", "words"),
    [
        (time.sleep, (60,), "took more than 4 s"),
        (say_nothing_more, (), "took more than 4 s"),
        (leave_another, (), "took more than 4 s"),
        (pow, (7, 10**9), "took more than "),
        (operator.mul, (b"a", 10**10), "more than 600 MB of memory"),
        (operator.mul, (b"a", 10**7), "more than 1 MB would come of"),
        (os.abort, (), "SIGABRT"),
        (os._exit, (3,), "code 3"),
        (os._exit, (0,), "nonsense"),
        (operator.truediv, (1, 0), "ZeroDivisionError: division by zero"),
        (complex, (1, 2), "TypeError: complex is not plain data"),
        (json.loads, ("[" * 100_000,), "nested too deeply"),
    ],
)
def test_whatever_goes_wrong_over_there_is_one_clear_error(
    function: Callable[..., Any], arguments: tuple[object, ...], words: str
) -> None:
    """Time, memory, a crash, an exception: never a traceback here, never a wait."""
    assert words in stopped(function, *arguments)


def test_the_other_process_has_the_bounds_that_were_asked_for() -> None:
    """Memory, computing time, no core file, and no byte written to a disk."""
    found = run(limits, bounds=SMALL)

    assert found == {
        "AS": [600_000_000, 600_000_000],
        "CPU": [2, 3],
        "CORE": [0, 0],
        "FSIZE": [0, 0],
    }


def test_the_other_process_outlives_nobody() -> None:
    """If we are gone it ends by its own clock; what it started ends with it."""
    assert SMALL.patience < run(clock, bounds=SMALL) <= SMALL.patience + 5

    number = run(orphan, bounds=SMALL)

    for _ in range(500):
        if not lives(number):
            break
        time.sleep(0.01)
    assert not lives(number)


def test_the_other_process_is_given_nothing_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No open file, no word of the environment, and no module that stands in the way."""
    (tmp_path / "sitecustomize.py").write_text("raise SystemExit(9)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("SHOP_PASSWORD", "secret")
    with (tmp_path / "ours").open("w") as ours:
        os.set_inheritable(ours.fileno(), True)
        files = run(held)

    assert files
    assert str(tmp_path / "ours") not in files
    assert run(os.getenv, "SHOP_PASSWORD") is None


def test_where_nothing_can_be_written_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full or missing folder for what is passing is no bug of ours."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))

    with pytest.raises(RenderError, match="no process can be started"):
        run(os.getpid)


def test_what_was_used_is_told_even_when_it_failed() -> None:
    """Someone who sets the bounds must be able to see what is needed."""
    heard: list[Spent] = []

    with pytest.raises(RenderError):
        run(os.abort, heard=heard.append)

    assert heard[0].megabytes > 1


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0" * 8,
        b"\xff" * 40,
        (2).to_bytes(8, "big") + b"{}",
        (12).to_bytes(8, "big") + b'{"bytes":99}',
        (4).to_bytes(8, "big") + b"nullx",
        (22).to_bytes(8, "big") + b'{"mapping":[[1, null]]}'[:22],
        (10**5).to_bytes(8, "big") + b"[" * 10**5,
    ],
)
def test_an_answer_that_is_no_answer_is_an_error(answer: bytes) -> None:
    """A process that was taken over by its file can say what it likes."""
    with pytest.raises(RenderError, match="nonsense"):
        guarded._told(answer)


def test_only_a_plain_file_of_some_size_is_read(tmp_path: Path) -> None:
    """A folder, a pipe, an empty file, a missing one and one too large are named so."""
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "folder.pdf").mkdir()
    with (tmp_path / "large.pdf").open("wb") as stream:
        stream.truncate(2**20 + 1)
    said = {}
    for name in ("pipe", "empty", "folder", "large", "missing", "z\0ro"):
        with pytest.raises(RenderError) as caught:
            take(tmp_path / f"{name}.pdf", shown=name, largest=2**20)
        said[name] = str(caught.value).partition("\n")[0]

    assert said == {
        "pipe": "pipe: cannot be read: it is not a plain file",
        "empty": "empty: the file is empty",
        "folder": "folder: cannot be read: it is a folder",
        "large": "large: the file is larger than 1 MB",
        "missing": "missing: cannot be read: No such file or directory",
        "z\0ro": "z\0ro: cannot be read: embedded null byte",
    }


def test_a_system_that_bounds_less_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where memory is not bounded a person is told."""
    assert not guarded.unbounded()

    monkeypatch.setattr("sys.platform", "darwin")

    assert "memory" in guarded.unbounded()

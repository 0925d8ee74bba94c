"""Builds on several processes: the same bytes, and no harm from any sudden end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.build.conftest import Builder
from tests.build.fakeproject import lay_out, tell
from tests.build.test_run import files_of, require_true

from leaflets.errors import RenderError

RUNNER = Path(__file__).with_name("runner.py")
PATIENCE = 60.0
Start = Callable[..., "subprocess.Popen[str]"]


def until(true: Callable[[], bool]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.01)


def alive(pid: int) -> bool:
    """Say whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def workers(root: Path) -> set[int]:
    """Give the processes that have opened a workshop."""
    return {int(line) for line in (root / ".hooks/opened").read_text().split()}


@pytest.fixture
def start(root: Path) -> Iterator[Start]:
    """Start a build in a process group of its own; end what is left of it."""
    begun: list[subprocess.Popen[str]] = []

    def run(*formats: str, executor: str = "processes", jobs: int = 2) -> Any:
        process = subprocess.Popen(
            [sys.executable, str(RUNNER), str(root), executor, str(jobs), *formats],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": f"src{os.pathsep}."},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        begun.append(process)
        return process

    yield run
    (root / ".hooks").mkdir(exist_ok=True)
    (root / ".hooks/go").touch()
    for process in begun:
        if process.poll() is None:
            process.kill()
        process.communicate()


def test_two_processes_and_one_give_the_same_bytes(
    built: Builder, root: Path, tmp_path: Path
) -> None:
    """Artifacts, manifest and index, whatever the order in which jobs finish."""
    tell(root, "plums", "refuse press", "warn web")
    outputs = [tmp_path / name for name in ("here", "one", "two")]

    built(output=outputs[0], executor="here")
    built(output=outputs[1], executor="processes", jobs=1)
    built(output=outputs[2], executor="processes", jobs=2)

    assert files_of(outputs[0]) == files_of(outputs[1]) == files_of(outputs[2])
    assert len(workers(root)) >= 3


def test_a_worker_that_dies_once_costs_nothing(built: Builder, root: Path) -> None:
    """Someone kills a worker: what it was doing is done again."""
    tell(root, "plums", "die-once screen")

    build = built(executor="processes", formats=("screen", "web"))

    assert (root / ".hooks/died").exists()
    assert build.exit_code == 0
    assert len(build.artifacts) == 10
    require_true(root / "output")


def test_a_job_that_kills_its_worker_stops_no_other(built: Builder, root: Path) -> None:
    """It alone is recorded as failed; the others go on in a new pool."""
    tell(root, "plums", "die screen")

    build = built(executor="processes", formats=("screen", "web"))

    assert build.exit_code == 70
    assert {failed.job.name for failed in build.failed} == {
        "plums.en.clinic.screen",
        "plums.ar.clinic.screen",
    }
    assert all("died" in failed.message for failed in build.failed)
    assert len(build.artifacts) == 8
    require_true(root / "output")


def test_workers_that_all_die_stop_the_build_and_change_nothing(
    built: Builder, root: Path
) -> None:
    """Then the machine is at fault and not the leaflets: the former build stands."""
    built(formats=("screen",))
    before = files_of(root / "output")
    tell(root, "apples", "die")
    tell(root, "plums", "die")

    with pytest.raises(RenderError, match="die before they have done any"):
        built(executor="processes", formats=("screen",))

    assert files_of(root / "output") == before


def test_a_build_that_is_killed_leaves_a_true_manifest(start: Start, root: Path) -> None:
    """Kill -9 in the middle: nothing torn, no worker left, the next build picks up."""
    tell(root, "plums", "wait web")
    process = start("screen", "web", jobs=2)
    until(lambda: any((root / ".hooks").glob("begun-plums.*")))
    until((root / "output/manifest.json").exists)
    process.kill()
    process.wait()

    until(lambda: not any(alive(pid) for pid in workers(root)))
    require_true(root / "output")
    assert not list((root / "output/plums").rglob("*.html"))
    (root / ".hooks/go").touch()
    said, _ = start("screen", "web").communicate()
    assert json.loads(said)["exit_code"] == 0
    assert len(json.loads(said)["artifacts"]) == 10
    require_true(root / "output")


def test_a_kill_while_old_pages_are_replaced_leaves_a_true_manifest(
    start: Start, root: Path
) -> None:
    """No entry speaks of a file that has been written over since."""
    start("screen", "web").communicate()
    tell(root, "apples", "warn")
    tell(root, "plums", "wait web")
    process = start("screen", "web")
    until(lambda: any((root / ".hooks").glob("begun-plums.*")))
    process.kill()
    process.wait()

    require_true(root / "output")


def test_ctrl_c_ends_the_build_at_once_and_in_order(start: Start, root: Path) -> None:
    """130, what was finished is recorded, no worker is left, nobody complains."""
    tell(root, "plums", "wait web")
    process = start("screen", "web", jobs=2)
    until(lambda: any((root / ".hooks").glob("begun-plums.*")))
    os.killpg(process.pid, signal.SIGINT)

    said, complaints = process.communicate(timeout=PATIENCE)

    assert process.returncode == 130
    assert (said, complaints) == ("", "")
    until(lambda: not any(alive(pid) for pid in workers(root)))
    require_true(root / "output")
    assert not list((root / "output").rglob("*.part"))
    (root / ".hooks/go").touch()
    assert start("screen", "web").wait() == 0


def test_two_builds_into_one_folder_do_not_mix(start: Start, root: Path) -> None:
    """The second is told so, and changes nothing."""
    tell(root, "plums", "wait web")
    first = start("web", executor="here")
    until(lambda: any((root / ".hooks").glob("begun-plums.*")))

    second = start("web", executor="here")
    said, _ = second.communicate()

    assert second.returncode == 1
    assert json.loads(said) == {"error": "another build is writing to 'output'"}
    (root / ".hooks/go").touch()
    assert first.wait() == 0
    require_true(root / "output")


def test_a_killed_build_keeps_no_lock(start: Start, root: Path) -> None:
    """The lock ends with the process, however that ends."""
    tell(root, "plums", "wait web")
    process = start("web", executor="here")
    until(lambda: any((root / ".hooks").glob("begun-plums.*")))
    process.kill()
    process.wait()
    (root / ".hooks/go").touch()

    assert start("web", executor="here").wait() == 0


def test_the_bytes_do_not_depend_on_time_zone_folder_or_hash_seed(
    root: Path, tmp_path: Path
) -> None:
    """Same input, same bytes, in another environment too."""
    outputs = []
    for i, (zone, seed) in enumerate((("UTC", "1"), ("Asia/Kathmandu", "2"))):
        copy = lay_out(tmp_path / f"{i}" / "project")
        subprocess.run(
            [sys.executable, str(RUNNER), str(copy), "here", "1", "screen"],
            cwd=Path(__file__).parents[2],
            env={
                **os.environ,
                "PYTHONPATH": f"src{os.pathsep}.",
                "TZ": zone,
                "PYTHONHASHSEED": seed,
            },
            stdout=subprocess.DEVNULL,
            check=True,
        )
        outputs.append(files_of(copy / "output"))

    assert outputs[0] == outputs[1]

"""The benchmarks start, count what they say they count, and judge by their targets."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.house.conftest import Load

SCRIPTS = (
    "audio", "build", "catalogs_io", "checks", "corpus", "cost", "exchange", "impose", "memory",
    "press", "render", "status", "textcost", "textlayer", "update",
)  # fmt: skip


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_benchmark_says_what_it_takes(name: str, house: Path) -> None:
    """Each script starts with what is installed, and explains its options."""
    command = [sys.executable, str(house / "benchmarks" / f"{name}.py"), "--help"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.startswith(f"usage: {name}.py")


def test_every_benchmark_and_every_target_is_explained(house: Path, load: Load) -> None:
    """The page beside the benchmarks names each script, and the target of each line."""
    told = (house / "benchmarks" / "README.md").read_text(encoding="utf-8")
    scripts = {
        path.stem
        for path in (house / "benchmarks").glob("*.py")
        if "__main__" in path.read_text(encoding="utf-8")
    }
    assert scripts == set(SCRIPTS)
    assert [name for name in SCRIPTS if f"benchmarks/{name}.py" not in told] == []
    build, cost, memory, press = map(load, ("build", "cost", "memory", "press"))
    targets = {*cost.ENGINE.values(), cost.CHROMIUM, build.TWO_PROCESSES, build.NOTHING,
               build.HELP, memory.PEAK, press.TARGET}  # fmt: skip
    assert [target for target in targets if f"≤ {target}" not in told] == []


def test_ways_take_turns_and_the_median_counts(load: Load) -> None:
    """No way is done twice running, the first round is not counted, nor one bad round."""
    order: list[str] = []
    costs = {"one": iter((99.0, 1.0, 50.0, 2.0)), "other": iter((99.0, 4.0, 3.0, 5.0))}

    def way(name: str) -> Callable[[], float]:
        def cost() -> float:
            order.append(name)
            return next(costs[name])

        return cost

    middle = load("measure").turns({name: way(name) for name in costs}, 3)
    assert middle == {"one": 2.0, "other": 4.0}
    assert order == ["one", "other"] * 4


def test_a_verdict_is_about_the_median(load: Load) -> None:
    """It says the median, the worst, and met or NOT met; a target itself is met."""
    verdict = load("measure").verdict
    assert verdict("a", [1.0, 1.5, 9.0], 1.5) == "a: 1.50, worst 9.00 (target 1.5: met)"
    assert verdict("b", [0.7], 0.6, " s") == "b: 0.70 s (target 0.6 s: NOT met)"


def test_cpu_time_is_that_of_this_process(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock that stands still while others work is the one that is asked."""
    measure = load("measure")
    spent = [5.0]
    monkeypatch.setattr(measure.time, "process_time", lambda: spent[-1])
    assert measure.cpu(lambda: spent.append(7.5)) == 2.5


def test_the_time_of_all_a_browsers_processes_is_summed(load: Load) -> None:
    """Children count, theirs too, and those that have ended; the driver does not."""
    chromium = load("chromium")
    line = "12 (a (b) c) S 7 " + " ".join(["0"] * 9) + " 30 4 500 6000 20 0"
    child = chromium.stat(line)
    assert child == (7, 6534)
    known = {
        7: chromium.Stat(1, 10_000),
        12: child,
        13: chromium.Stat(12, 100_000),
        14: chromium.Stat(1, 1),
    }
    assert chromium.below(known, 7) == 106_534


def test_this_process_is_among_those_that_the_kernel_knows(load: Load) -> None:
    """The lines of the kernel are understood as they really are."""
    chromium = load("chromium")
    child = subprocess.Popen(["sleep", "60"])
    try:
        parents = {pid: each.parent for pid, each in chromium.processes().items()}
        assert parents[child.pid] in parents
    finally:
        child.kill()
        child.wait()


def test_typst_gets_the_words_of_a_page_and_no_markup(load: Load) -> None:
    """Blocks stand apart, entities are letters again, and Typst's own signs are escaped."""
    page = (
        "<head><title>No</title></head><main id=text><h1>A &amp; B</h1>"
        "<ul><li>1 #one</li><li><b>$2</b></li></ul></main>"
    )
    assert load("typesetter").words(page).split("\n\n") == [
        r"A & B",
        r"1 \#one",
        r"\$2",
        "",
    ]


def test_memory_is_read_from_the_kernels_own_words(load: Load) -> None:
    """What is held and what was ever held come in megabytes."""
    status = "Name:\tpython\nVmPeak:\t 999 kB\nVmHWM:\t  4096 kB\nVmRSS:\t  2048 kB\n"
    assert load("memory").megabytes(status) == (2.0, 4.0)

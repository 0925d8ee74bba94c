"""What a build costs as a whole: two processes, nothing to do, --help.

Every run is a real process of the command line, measured from outside; see
``README.md`` beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import machine, turns, verdict

HOUSE = Path(__file__).resolve().parents[1]
TWO_PROCESSES = 0.6
"""How much of the time of one process two may take."""

NOTHING = 0.6
"""Seconds that a build with nothing to do may take."""

HELP = 0.25
"""Seconds that ``leaflets --help`` may take."""


def main() -> None:
    """Measure one after the other, and print the verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leaflet", action="append", help="for the cold builds; nk-cells")
    parser.add_argument("--locale", action="append", help="for the cold builds; en, ar, hi")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    print(machine())
    few = [*(given.leaflet or ["nk-cells"])]
    for tag in given.locale or ["en", "ar", "hi"]:
        few += ["--locale", tag]
    start(given.rounds)
    with tempfile.TemporaryDirectory() as output:
        nothing_to_do(Path(output), given.rounds)
    cold(few, given.rounds)
    print(machine())


def start(rounds: int) -> None:
    """Time ``--help``: it loads as little as it may."""
    _again("leaflets --help", ["--help"], 5 * rounds, HELP)


def nothing_to_do(output: Path, rounds: int) -> None:
    """Build the whole matrix, and time the builds after it, which find all done."""
    arguments = ["build", "--output", str(output)]
    answer = json.loads(leaflets([*arguments, "--json"]).stdout)
    planned, failed = answer["planned"], len(answer["failed"])
    said = f"nothing to do, {planned - failed} artifacts"
    if failed:
        names = ", ".join(f"{each['leaflet']}.{each['locale']}.{each['format']}"
                          for each in answer["failed"])  # fmt: skip
        print(f"{failed} of {planned} jobs failed, so the next build tries them: {names}")
        made = {each["locale"] for each in answer["artifacts"]}
        whole = sorted(made - {each["locale"] for each in answer["failed"]})
        for tag in whole:
            arguments += ["--locale", tag]
        if not whole:
            return
        count = sum(each["locale"] in whole for each in answer["artifacts"])
        said = f"nothing to do, {count} artifacts in {len(whole)} languages"
    _again(said, arguments, 5 * rounds, NOTHING)


def _again(said: str, arguments: list[str], rounds: int, target: float) -> None:
    """Time a short command, and say beside it how much of the time it really worked."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = turns({"it": lambda: clock(arguments)}, rounds)["it"]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    worked = spent / (rounds + 1)
    print(f"{verdict(said, [taken], target, ' s')}; {worked:.2f} s of CPU time", flush=True)


def cold(few: list[str], rounds: int) -> None:
    """Build some leaflets into an empty folder, on one process and on two."""

    def built(processes: int) -> float:
        with tempfile.TemporaryDirectory() as output:
            return clock(["build", *few, "--jobs", str(processes), "--output", output])

    taken = turns({"one": lambda: built(1), "two": lambda: built(2)}, rounds)
    share = taken["two"] / taken["one"]
    print(f"cold build of {' '.join(few)}: "
          f"{taken['one']:.1f} s on one process, {taken['two']:.1f} s on two")  # fmt: skip
    print(verdict("two processes to one", [share], TWO_PROCESSES))


def clock(arguments: list[str]) -> float:
    """Seconds by the clock that a command takes, from start to end."""
    began = time.perf_counter()
    leaflets(arguments)
    return time.perf_counter() - began


def leaflets(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does, in a pipe; a failed job is told, not raised."""
    command = [str(Path(sys.executable).with_name("leaflets")), *arguments]
    return subprocess.run(
        command, cwd=HOUSE, env=os.environ, capture_output=True, text=True, check=False
    )


if __name__ == "__main__":
    main()

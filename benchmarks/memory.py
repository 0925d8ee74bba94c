"""How much memory a worker takes, and whether it stays so over many jobs.

One worker of a build, forked as a build forks it, does one job after another, of every
leaflet in every language and format in turn. The kernel says what it holds (VmRSS) and
what it ever held (VmHWM).
"""

from __future__ import annotations

import argparse
import itertools
import re
import tempfile
from pathlib import Path

from measure import machine, verdict
from worker import Worker

from leaflets.build import executors, work
from leaflets.build.work import Made
from leaflets.formats.base import FORMATS

PEAK = 400
"""MB that a worker may ever hold."""

FLAT = 1.05
"""How much the peak may grow once every page has been made once."""

STEP = 50


def main() -> None:
    """Do the jobs, print the memory every 50, and the verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=300)
    parser.add_argument("--leaflet", action="append", help="all if not given")
    given = parser.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as cache:
        bench = Worker(Path(cache))
        matrix = [
            bench.job(leaflet, locale.tag, form)
            for leaflet in given.leaflet or sorted(bench.shop.library.leaflets)
            for locale in bench.locales(leaflet)
            for form in FORMATS
        ]
        peaks: dict[int, float] = {}
        with executors.opened("processes", 1) as executor:
            failed = 0
            jobs = itertools.islice(itertools.cycle(matrix), given.jobs)
            for done, job in enumerate(jobs, start=1):
                (outcome,) = executor.submit(work.do, bench.batch(job)).result()
                failed += not isinstance(outcome.result, Made)
                if done % STEP == 0:
                    status = executor.submit(Path.read_text, Path("/proc/self/status"))
                    held, peaks[done] = megabytes(status.result())
                    print(f"{done:4} jobs  {held:5.0f} MB held  {peaks[done]:5.0f} MB peak",
                          flush=True)  # fmt: skip
    print(f"{len(matrix)} different jobs; {failed} of {given.jobs} failed")
    if not peaks:
        return
    last = max(peaks)
    print(verdict("peak of a worker", [peaks[last]], PEAK, " MB"))
    warm = min((done for done in peaks if done >= max(len(matrix), 2 * STEP)), default=last)
    if warm < last:
        grown = peaks[last] / peaks[warm]
        print(verdict(f"peak after {last} jobs to that after {warm}", [grown], FLAT))


def megabytes(status: str) -> tuple[float, float]:
    """Read what a process holds, and what it ever held, from /proc/PID/status."""
    found = {
        name: int(size) / 1024
        for name, size in re.findall(r"^(VmRSS|VmHWM):\s+(\d+) kB$", status, re.MULTILINE)
    }
    return found["VmRSS"], found["VmHWM"]


if __name__ == "__main__":
    main()

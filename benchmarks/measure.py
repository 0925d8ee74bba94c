"""How a thing is measured on a machine that other work shares.

Ways of doing the same take turns, so that a busy minute strikes them all alike; the
median of the rounds counts; and where one process does the work its CPU time is taken,
not the clock's. A figure is compared with a target and the verdict printed: nothing
here fails.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence

Way = Callable[[], float]
"""Does a thing once and says what it cost."""


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU time that *work* takes in this process, all its threads."""
    began = time.process_time()
    work()
    return time.process_time() - began


def turns(ways: Mapping[str, Way], rounds: int) -> dict[str, float]:
    """Let the ways take turns, and give the median cost of each.

    One round more is gone first and not counted: it warms what can be warmed.
    """
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, way in ways.items():
            cost = way()
            if turn:
                taken[name].append(cost)
    return {name: statistics.median(costs) for name, costs in taken.items()}


def verdict(name: str, figures: Sequence[float], target: float, unit: str = "") -> str:
    """Say the median of some figures, the worst, and whether the target is met."""
    middle = statistics.median(figures)
    met = "met" if middle <= target else "NOT met"
    worst = f", worst {max(figures):.2f}" if len(figures) > 1 else ""
    return f"{name}: {middle:.2f}{unit}{worst} (target {target}{unit}: {met})"


def machine() -> str:
    """Say how many processors there are and how busy they are: read it with the rest."""
    waiting = os.getloadavg()[0]
    return f"{len(os.sched_getaffinity(0))} processors, load {waiting:.1f}"

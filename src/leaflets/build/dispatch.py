"""Hand batches of jobs to an executor, and hear what came of them.

A worker that dies takes its whole pool with it, and nobody can tell which of the jobs
under way it died of. Those are done again one by one, each in a pool of its own: the
one that kills a second time is recorded as failed, the others are not, and the rest
goes on in a new pool.
"""

from __future__ import annotations

import dataclasses
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait

from leaflets.build import executors, work
from leaflets.build.work import Batch, Failure, Outcome
from leaflets.errors import LeafletsError, RenderError
from leaflets.model.work import Job

DEAD = Failure(
    message="the process that worked on it died",
    exit_code=work.BUG,
    hint="it may have run out of memory; try it alone, with --jobs 1",
)

Settle = Callable[[Outcome], None]


def dispatch(batches: Iterable[Batch], name: str, workers: int, settle: Settle) -> None:
    """Do all batches on the executor called *name*; tell *settle* each outcome.

    Raises the LeafletsError that keeps a worker from opening its workshop, and
    RenderError where one worker after the other dies and none has ever done a job: then
    it is not for the jobs.
    """
    waiting = deque(batches)
    survived = False

    def hear(outcome: Outcome) -> None:
        nonlocal survived
        survived = True
        settle(outcome)

    while waiting:
        suspects = _singly(_until_broken(waiting, name, workers, hear))
        dead = [batch for batch in suspects if _until_broken(deque([batch]), name, 1, hear)]
        if len(dead) > 1 and not survived:
            raise RenderError(
                "the processes that do the work die before they have done any",
                hint="see why with --executor here",
            )
        for batch in dead:
            settle(Outcome(job=batch.jobs[0], result=DEAD))


def batches_of(jobs: Sequence[Job], workers: int, batch: Batch) -> list[Batch]:
    """Group jobs by edition where there are enough editions to keep all workers busy.

    A worker that has translated and bound an edition sets it in every format. The last
    editions are taken apart again, so that all workers end at about the same time.
    *batch* says where to work; its jobs are replaced.
    """
    editions: dict[tuple[str, str, str], list[Job]] = {}
    for job in jobs:
        editions.setdefault((job.leaflet, job.locale, job.imprint), []).append(job)
    whole = list(editions.values())
    last = workers if len(whole) >= 2 * workers else len(whole)
    groups = whole[:-last] + [[job] for edition in whole[-last:] for job in edition]
    return [dataclasses.replace(batch, jobs=tuple(group)) for group in groups]


def _until_broken(
    waiting: deque[Batch], name: str, workers: int, settle: Settle
) -> list[Batch]:
    """Work until nothing waits, or until the pool breaks: then what was under way."""
    under_way: dict[Future[list[Outcome]], Batch] = {}
    try:
        with executors.opened(name, workers) as executor:
            while waiting or under_way:
                # One more than there are workers, so that none waits for its next.
                while waiting and len(under_way) <= workers:
                    future = executor.submit(work.do, waiting[0])
                    under_way[future] = waiting.popleft()
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in [each for each in under_way if each in done]:
                    outcomes = _outcomes(future, under_way[future])
                    del under_way[future]
                    for outcome in outcomes:
                        settle(outcome)
    except BrokenExecutor:
        return list(under_way.values())
    return []


def _outcomes(future: Future[list[Outcome]], batch: Batch) -> list[Outcome]:
    try:
        return future.result()
    except (BrokenExecutor, LeafletsError):
        raise
    except Exception as error:  # noqa: BLE001 - no workshop, or nothing that can travel
        message = f"bug: {type(error).__name__}: {error}".replace(batch.root, ".")
        trace = "".join(traceback.format_exception(error))
        failure = Failure(message=message, exit_code=work.BUG, trace=trace)
        return [Outcome(job=job, result=failure) for job in batch.jobs]


def _singly(batches: Iterable[Batch]) -> list[Batch]:
    return [
        dataclasses.replace(batch, jobs=(job,)) for batch in batches for job in batch.jobs
    ]

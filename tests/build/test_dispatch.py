"""How jobs are put together for workers."""

from __future__ import annotations

import importlib

from leaflets.build import executors
from leaflets.build.dispatch import batches_of
from leaflets.build.work import Batch, Settings
from leaflets.model.work import Job

EMPTY = Batch(craft="c", root="r", settings=Settings(cache="x"), jobs=())


def jobs_for(editions: int) -> list[Job]:
    """Make two jobs for each of so many editions."""
    return [
        Job(leaflet=f"l{i}", locale="en", imprint="c", format=form, final=False, key="k")
        for i in range(editions)
        for form in ("screen", "web")
    ]


def test_the_formats_of_an_edition_go_to_one_worker() -> None:
    """Where there is enough to do; the last editions are shared out job by job."""
    batches = batches_of(jobs_for(6), 2, EMPTY)

    assert [len(batch.jobs) for batch in batches] == [2, 2, 2, 2, 1, 1, 1, 1]
    assert all(len({job.leaflet for job in batch.jobs}) == 1 for batch in batches)


def test_few_editions_are_shared_out_job_by_job() -> None:
    """So that no worker stands idle while another has all formats to do."""
    assert [len(b.jobs) for b in batches_of(jobs_for(3), 2, EMPTY)] == [1] * 6
    assert [len(b.jobs) for b in batches_of(jobs_for(1), 8, EMPTY)] == [1, 1]
    assert batches_of([], 2, EMPTY) == []


def test_no_job_is_lost_or_done_twice() -> None:
    """Whatever the number of workers."""
    for editions in range(8):
        for workers in range(1, 5):
            batches = batches_of(jobs_for(editions), workers, EMPTY)
            found = [job for batch in batches for job in batch.jobs]
            assert found == jobs_for(editions)


def test_what_the_server_of_workers_loads_first_is_there() -> None:
    """A module that was renamed would be passed over in silence."""
    for name in executors.WARM:
        assert importlib.import_module(name).__doc__

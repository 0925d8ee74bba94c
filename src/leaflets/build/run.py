"""One build, from what is wanted to what lies in the output folder.

Steps 7 to 10: plan, compose and render on workers, record. One failed job stops no
other; Ctrl-C and ``kill -9`` leave whole files and a true manifest, and the next build
goes on from there.
"""

from __future__ import annotations

import datetime
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import leaflets
from leaflets import files, findings
from leaflets.build import index, machine, manifest, paths, work
from leaflets.build.dispatch import batches_of, dispatch
from leaflets.build.inputs import Inputs
from leaflets.build.keys import Keys, program_digest
from leaflets.build.lock import held
from leaflets.build.manifest import Failed, Manifest, identity
from leaflets.build.plan import Names, Wanted, plan, survey
from leaflets.build.record import Recorder
from leaflets.build.work import Batch, Failure, Made, Outcome, Settings
from leaflets.content.project import Project
from leaflets.errors import LeafletsError
from leaflets.findings import Finding
from leaflets.model.work import Artifact, Job
from leaflets.origin import Origin
from leaflets.reporter import Reporter

UNWRITABLE = frozenset(
    (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR,
     errno.EEXIST, errno.EISDIR)
)  # fmt: skip
"""What the system says of a folder that is full, forbidden or not a folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How a build is done; none of it changes a byte of what is built."""

    output: Path
    jobs: int = 0
    """Number of workers; 0 is one for each processor that this process may use."""

    executor: str = "processes"
    force: bool = False
    """Hash every input and every artifact again, whatever was known."""

    today: datetime.date | None = None
    """The day of the build: a final whose review is past is refused."""

    craft: str = work.CRAFT
    """Module that makes leaflets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build was asked for, and what became of it."""

    manifest: Manifest
    jobs: tuple[Job, ...]
    """All that was wanted, in order of the plan."""

    current: int
    """How many of them needed no work."""

    removed: tuple[str, ...] = ()
    """Artifacts of what the project no longer has."""

    traces: tuple[str, ...] = ()
    """Tracebacks of bugs."""

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """Those of the wanted artifacts that are there."""
        known = self.manifest.artifacts
        return tuple(known[identity(job)] for job in self.jobs if identity(job) in known)

    @property
    def failed(self) -> tuple[Failed, ...]:
        """Those of the wanted jobs that could not be done."""
        known = self.manifest.failed
        return tuple(known[identity(job)] for job in self.jobs if identity(job) in known)

    @property
    def exit_code(self) -> int:
        """The highest that a failed job asks for; 1 where a check found an error."""
        if self.failed:
            return max(failed.exit_code for failed in self.failed)
        found = (finding for made in self.artifacts for finding in made.findings)
        return int(any(f["severity"] == findings.Severity.ERROR.value for f in found))

    def as_data(self) -> dict[str, Any]:
        """Say the build as plain data, for JSON."""
        return {
            "planned": len(self.jobs),
            "current": self.current,
            "artifacts": [manifest.artifact_data(made) for made in self.artifacts],
            "failed": [manifest.failed_data(failed) for failed in self.failed],
            "removed": list(self.removed),
            "exit_code": self.exit_code,
        }


def build(project: Project, wanted: Wanted, ways: Ways, reporter: Reporter) -> Built:
    """Build what is wanted of a project.

    Raises UnknownName for a name that is not there, ContentError and LocaleError where
    nothing can be planned, RenderError where the machine lacks a font or a library, and
    LeafletsError if another build has the output folder or it cannot be written.
    """
    try:
        with held(ways.output / paths.LOCK):
            files.sweep(ways.output)
            with _inputs(ways) as inputs:
                return _build(project, wanted, ways, reporter, inputs)
    except OSError as error:
        if error.errno not in UNWRITABLE:
            raise
        raise LeafletsError(
            f"the output folder cannot be written: {error.strerror}",
            hint="what was finished is kept; say --output DIR for another folder",
        ) from error


def _build(
    project: Project, wanted: Wanted, ways: Ways, reporter: Reporter, inputs: Inputs
) -> Built:
    cache = ways.output / paths.CACHE
    reporter.step(7, "plan")
    names = survey(project)
    program = program_digest(inputs)
    toolchain = machine.toolchain(project, cache, inputs)
    keys = Keys(project, inputs, program, machine.digest(toolchain))
    jobs = plan(names, wanted, keys)

    recorder = Recorder(ways.output, _manifest(ways.output, reporter), inputs, names)
    removed = recorder.withdraw()
    recorder.settings(
        {"version": leaflets.__version__, "program": program, "toolchain": toolchain}
    )
    to_do = tuple(job for job in jobs if not recorder.is_current(job))
    reporter.planned(len(jobs), len(jobs) - len(to_do))
    traces: tuple[str, ...] = ()
    if not to_do:
        recorder.close()
    else:
        batch = Batch(
            craft=ways.craft,
            root=str(project.root),
            settings=Settings(
                cache=str(cache.resolve()),
                program=program,
                toolchain=machine.digest(toolchain),
                today=ways.today,
            ),
            jobs=(),
        )
        reporter.step(8, "compose and render", f"{len(to_do)} of {len(jobs)}")
        traces = _work(to_do, batch, ways, recorder, reporter)
    built = Built(
        manifest=recorder.manifest,
        jobs=jobs,
        current=len(jobs) - len(to_do),
        removed=removed,
        traces=traces,
    )
    _write_index(project, names, ways.output, recorder, changed=bool(to_do or removed))
    return built


def _work(
    to_do: tuple[Job, ...],
    batch: Batch,
    ways: Ways,
    recorder: Recorder,
    reporter: Reporter,
) -> tuple[str, ...]:
    traces: list[str] = []

    def settle(outcome: Outcome) -> None:
        entry = recorder.settle(outcome)
        result = outcome.result
        if isinstance(entry, Artifact) and isinstance(result, Made):
            reporter.done(outcome.job.name, outcome.seconds, result.findings)
        elif isinstance(entry, Failed):
            found = result.findings
            message = (
                f"{entry.message}\n  hint: {entry.hint}" if entry.hint else entry.message
            )
            reporter.failed(outcome.job.name, message, found)
            if isinstance(result, Failure) and result.trace:
                traces.append(f"{outcome.job.name}\n{result.trace}")

    workers = min(ways.jobs or len(os.sched_getaffinity(0)), len(to_do))
    recorder.expect(to_do)
    try:
        dispatch(batches_of(to_do, workers, batch), ways.executor, workers, settle)
    finally:
        recorder.close()
    return tuple(traces)


def _write_index(
    project: Project, names: Names, output: Path, recorder: Recorder, *, changed: bool
) -> None:
    path = output / paths.INDEX
    if changed or not path.is_file():
        files.write_atomically(path, index.page(project, names, recorder.manifest))


def _manifest(output: Path, reporter: Reporter) -> Manifest:
    path = output / paths.MANIFEST
    found = manifest.read(path)
    if found is None and path.exists():
        reporter.found(
            Finding(
                code="B101",
                message="the manifest cannot be read, so everything is built again",
                origin=Origin(f"{output.name}/{paths.MANIFEST}"),
                severity=findings.Severity.WARNING,
            )
        )
    return found or Manifest()


@contextmanager
def _inputs(ways: Ways) -> Iterator[Inputs]:
    record = ways.output / paths.CACHE / "stat.json"
    inputs = Inputs(record, trusted=not ways.force)
    try:
        yield inputs
    finally:
        inputs.save()

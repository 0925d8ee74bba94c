"""What a worker does: open the workshop once, then one job after another.

The seam of the build. On this side jobs, keys, processes and files; on the other a
*craft*: a module with two functions, which knows how a page is made::

    open_workshop(root: str, settings: Settings) -> workshop
    make(workshop, job: Job) -> Made

The craft is named, not imported, so that planning a build loads none of it. A worker
writes nothing: it hands back bytes, so that it may run anywhere and be killed at any
moment.
"""

from __future__ import annotations

import datetime
import importlib
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leaflets.build.inputs import Inputs
from leaflets.build.keys import Keys, program_digest
from leaflets.content.project import Project
from leaflets.errors import ContentError, GateClosed, LeafletsError, RenderError
from leaflets.findings import Finding
from leaflets.model.work import Job
from leaflets.origin import Origin

CRAFT = "leaflets.build.make"
"""Name of the module that makes leaflets."""

SHOWN = 3
"""How much of what keeps a gate closed a message names."""

BUG = 70
"""Exit code of a failure that is nobody's fault but the program's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a workshop is opened with, besides the project; small and picklable."""

    cache: str
    """Folder for what can be made again, such as sets of fonts; outlives the build."""

    program: str = ""
    """Digest of the program that planned the build; empty: any program may do it."""

    toolchain: str = ""
    """Digest of the toolchain (engine, libraries, fonts) that the keys were made with."""

    today: datetime.date | None = None
    """The day of the build, which may close the gate of a final and changes no byte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A finished file, read again and checked."""

    data: bytes
    pages: int
    edition_code: str
    draft: bool
    findings: tuple[Finding, ...] = ()
    evidence: dict[str, Any] = field(default_factory=dict)
    """``claims``, ``sources`` and ``verified``."""

    facts: dict[str, Any] = field(default_factory=dict)
    """``placed`` and ``verified``."""

    text: dict[str, Any] = field(default_factory=dict)
    """How truly the text comes out again: ``similarity`` and what follows from it."""

    preflight: dict[str, Any] = field(default_factory=dict)
    """Of a file for print: ``spec``, ``standard``, ``errors``, ``warnings`` and facts."""

    told: dict[str, Any] = field(default_factory=dict)
    """Of a file that is told in a line, how long it is: ``minutes``, ``lines`` …"""

    thumbnail: bytes = b""
    """The first page, as a small PNG; empty where there is none."""

    ledgers: dict[str, dict[str, str]] = field(default_factory=dict)
    """Of a final, by path the ledgers that it relied on: digests of lines, and those in short."""


class Rejected(RenderError):
    """A finished page is not what the text says.

    Carries the findings that say why, and the refused file for someone to look at.
    """

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        origin: Origin | None = None,
        findings: Sequence[Finding] = (),
        data: bytes = b"",
    ) -> None:
        super().__init__(message, hint=hint, origin=origin)
        self.findings = tuple(findings)
        self.data = data


class Unsigned(GateClosed):
    """A final was asked for, and sign-offs are missing; carries the whole list."""

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        origin: Origin | None = None,
        missing: Sequence[str] = (),
    ) -> None:
        super().__init__(message, hint=hint, origin=origin)
        self.missing = tuple(missing)

    @classmethod
    def of(cls, missing: Sequence[str]) -> Unsigned:
        """Make the error of a list: the message names the first of it, and how many more."""
        more = len(missing) - SHOWN
        return cls(
            "; ".join(missing[:SHOWN]) + (f"; and {more} more" if more > 0 else ""),
            hint="see 'leaflets sign LEAFLET --locale TAG --why', or all of it with --json",
            missing=missing,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a job could not be done."""

    message: str
    exit_code: int
    hint: str = ""
    findings: tuple[Finding, ...] = ()
    data: bytes = b""
    """The refused file, if there is one to look at."""

    missing: tuple[str, ...] = ()
    """All that keeps the gate of a final closed."""

    trace: str = ""
    """Traceback of a bug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a job: something made, or a failure."""

    job: Job
    result: Made | Failure
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some jobs for one worker, and where to do them; small and picklable."""

    craft: str
    root: str
    settings: Settings
    jobs: tuple[Job, ...]


def do(batch: Batch) -> list[Outcome]:
    """Do the jobs of a batch, each whatever became of the one before it.

    Raises what keeps the workshop from being opened: that stops every job alike.
    """
    bench = _bench(batch)
    return [_do(bench, batch.root, job) for job in batch.jobs]


def _do(bench: _Bench, root: str, job: Job) -> Outcome:
    began = time.perf_counter()
    result: Made | Failure
    try:
        bench.require(job)
        result = bench.make(bench.workshop, job)
        # Again: what was read in between is what the key stands for.
        bench.require(job)
    except LeafletsError as error:
        result = failure_of(error)
    except Exception as error:  # noqa: BLE001 - one bad job must not stop the others
        message = f"bug: {type(error).__name__}: {error}".replace(root, ".")
        result = Failure(message=message, exit_code=BUG, trace=traceback.format_exc())
    return Outcome(job=job, result=result, seconds=time.perf_counter() - began)


def failure_of(error: LeafletsError) -> Failure:
    """Say an error as plain data, which travels between machines."""
    message = f"{error.origin}: {error.message}" if error.origin else error.message
    rejected = error if isinstance(error, Rejected) else None
    return Failure(
        message=message,
        exit_code=error.exit_code,
        hint=error.hint,
        findings=rejected.findings if rejected else (),
        data=rejected.data if rejected else b"",
        missing=error.missing if isinstance(error, Unsigned) else (),
    )


class _Bench:
    """The workshop that a worker has open, and its own look at the inputs."""

    def __init__(self, batch: Batch) -> None:
        craft = importlib.import_module(batch.craft)
        self.make = craft.make
        self._project = Project.at(Path(batch.root))
        self._settings = batch.settings
        self._inputs = Inputs()
        if batch.settings.program not in ("", program_digest(self._inputs)):
            raise RenderError(
                "this worker runs another program than the build was planned with",
                hint="bring the worker to the same version, and build again",
            )
        self.workshop = craft.open_workshop(batch.root, batch.settings)

    def require(self, job: Job) -> None:
        """Refuse a job whose inputs are no longer those that it was planned with."""
        self._inputs.look_again()
        settings = self._settings
        keys = Keys(self._project, self._inputs, settings.program, settings.toolchain)
        if keys.of_job(job) != job.key:
            raise ContentError(
                "the text, or something else it is made from, changed during the build",
                hint="build again",
            )


_open: dict[tuple[str, str, Settings], _Bench | LeafletsError] = {}


def _bench(batch: Batch) -> _Bench:
    """Open the workshop on the first call; a workshop that cannot be opened stays so."""
    named = (batch.craft, batch.root, batch.settings)
    if named not in _open:
        _open.clear()
        try:
            _open[named] = _Bench(batch)
        except LeafletsError as error:
            _open[named] = error
    found = _open[named]
    if isinstance(found, LeafletsError):
        raise found
    return found

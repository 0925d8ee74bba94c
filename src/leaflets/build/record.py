"""Put what came of a job into the output folder and into the manifest, in that order.

Step 10 of 10. A file is whole under its name before it is recorded, and struck from the
record before it may change: killed at any moment, the manifest never speaks of bytes
that are not there.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Any

from leaflets import fingerprint
from leaflets.build import paths
from leaflets.build.inputs import Inputs
from leaflets.build.manifest import Failed, Identity, Manifest, identity
from leaflets.build.paths import State
from leaflets.build.plan import Names
from leaflets.build.work import Failure, Made, Outcome
from leaflets.files import write_atomically
from leaflets.formats.base import FORMATS
from leaflets.model.work import Artifact, Job

PAUSE = 1.0
"""Seconds between two writings of the manifest: what a kill can cost to do again."""


class Recorder:
    """Keeps an output folder and its manifest in step."""

    def __init__(
        self, output: Path, manifest: Manifest, inputs: Inputs, names: Names
    ) -> None:
        self.manifest = manifest
        self._output = output
        self._inputs = inputs
        self._names = names
        self._expected: tuple[Job, ...] = ()
        self._former: dict[Identity, Artifact] = {}
        self._written_at = 0.0
        self._dirty = False

    def is_current(self, job: Job) -> bool:
        """Say whether the artifact of *job* is there, whole and of the same key."""
        known = self.manifest.artifacts.get(identity(job))
        if known is None or known.job.key != job.key:
            return False
        state = State.DRAFT if known.draft else State.FINAL
        if known.path != self._path(job, state, known.edition_code):
            return False
        if known.thumbnail and not (self._output / known.thumbnail).is_file():
            return False
        return self._inputs.file(self._output / known.path) == known.sha256

    def expect(self, jobs: tuple[Job, ...]) -> None:
        """Say which jobs will be settled; nothing changes until the first one is."""
        self._expected = jobs

    def withdraw(self) -> tuple[str, ...]:
        """Drop what the project no longer has, files and all; return their paths.

        A leaflet or a translation that was taken out of the project must not lie about
        to be handed on.
        """
        gone = [
            key
            for key in sorted({*self.manifest.artifacts, *self.manifest.failed})
            if key.locale not in self._names.spoken.get(key.leaflet, ())
            or key.imprint not in self._names.imprints
            or key.format not in self._names.formats
        ]
        removed: list[str] = []
        lost: list[Artifact] = []
        for key in gone:
            former = self.manifest.forget(key)
            if former is not None:
                lost.append(former)
                removed.append(former.path)
        if gone:
            self.write()
        for artifact in lost:
            self._remove(artifact.path)
            self._remove(artifact.thumbnail)
        return tuple(removed)

    def settle(self, outcome: Outcome) -> Artifact | Failed:
        """Write what was made and record it; or record why nothing was."""
        job, result = outcome.job, outcome.result
        if isinstance(result, Made) and result.draft == job.final:
            asked = "a final" if job.final else "a draft"
            got = "a draft" if result.draft else "a final"
            result = Failure(
                message=f"bug: {asked} was asked for, {got} came", exit_code=70
            )
        self._strike_expected()
        former = self._former.pop(identity(job), None)
        if isinstance(result, Made):
            entry: Artifact | Failed = self._keep(job, result, former)
        else:
            entry = self._refuse(job, result, former)
        self.manifest.record(entry)
        self._dirty = True
        if time.monotonic() - self._written_at > PAUSE:
            self.write()
        return entry

    def settings(self, found: dict[str, Any]) -> None:
        """Record what the artifacts are made with."""
        if self.manifest.settings != found:
            self.manifest.settings = found
            self._dirty = True

    def write(self) -> None:
        """Write the manifest now."""
        self.manifest.write(self._output / paths.MANIFEST)
        self._written_at = time.monotonic()
        self._dirty = False

    def close(self) -> None:
        """Write what has not been written yet."""
        if self._dirty:
            self.write()

    def _strike_expected(self) -> None:
        """Strike what is about to change from the record, all at once."""
        jobs, self._expected = self._expected, ()
        for job in jobs:
            former = self.manifest.forget(identity(job))
            if former is not None:
                self._former[identity(job)] = former
        if jobs:
            self.write()

    def _keep(self, job: Job, made: Made, former: Artifact | None) -> Artifact:
        state = State.DRAFT if made.draft else State.FINAL
        path = self._path(job, state, made.edition_code)
        thumbnail = ""
        if made.thumbnail:
            thumbnail = paths.thumbnail(job, state, one_imprint=self._names.one_imprint)
            write_atomically(self._output / thumbnail, made.thumbnail)
        write_atomically(self._output / path, made.data)
        digest = fingerprint.of_bytes(made.data)
        self._inputs.learn(self._output / path, digest)
        if former is not None:
            self._remove(*{former.path, former.thumbnail} - {path, thumbnail})
        self._remove(*self._kin(job, state) - {path})
        if identity(job)._replace(final=not job.final) not in self.manifest.failed:
            self._remove(self._path(job, State.REJECTED))
        return Artifact(
            job=job,
            path=path,
            sha256=digest,
            bytes=len(made.data),
            pages=made.pages,
            edition_code=made.edition_code,
            draft=made.draft,
            evidence=made.evidence,
            facts=made.facts,
            text=made.text,
            findings=tuple(finding.as_data() for finding in made.findings),
            thumbnail=thumbnail,
            preflight=made.preflight,
            told=made.told,
            ledgers={
                path: self.manifest.rely_on(lines) for path, lines in made.ledgers.items()
            },
        )

    def _refuse(self, job: Job, failure: Failure, former: Artifact | None) -> Failed:
        """Leave no file under the name that readers trust.

        The refused file is kept beside it for someone to look at; where there is none,
        the one that was there before, which no longer says what the content says.
        """
        rejected = self._path(job, State.REJECTED)
        state = State.FINAL if job.final else State.DRAFT
        standing = {self._path(job, state), *self._kin(job, state)}
        if former is not None:
            standing.add(former.path)
            self._remove(former.thumbnail)
        if failure.data:
            write_atomically(self._output / rejected, failure.data)
            self._remove(*standing)
        else:
            self._move(standing, rejected)
        return Failed(
            job=job,
            message=failure.message,
            hint=failure.hint,
            exit_code=failure.exit_code,
            findings=tuple(finding.as_data() for finding in failure.findings),
            missing=failure.missing,
            rejected=rejected if failure.data else "",
        )

    def _move(self, standing: set[str], rejected: str) -> None:
        for path in sorted(standing):
            with contextlib.suppress(FileNotFoundError):
                (self._output / path).replace(self._output / rejected)

    def _path(self, job: Job, state: State, code: str = "") -> str:
        form = FORMATS[job.format]
        return paths.artifact(
            job,
            form.extension,
            state,
            one_imprint=self._names.one_imprint,
            code=code if form.printed else "",
        )

    def _kin(self, job: Job, state: State) -> set[str]:
        """Files of the same edition and format that hold another edition code."""
        form = FORMATS[job.format]
        if not form.printed:
            return set()
        folder, _, _ = self._path(job, state).rpartition("/")
        there = self._output / folder
        names = [path.name for path in there.iterdir()] if there.is_dir() else []
        return {
            f"{folder}/{name}"
            for name in names
            if paths.is_kin(name, job, form.extension, state)
        }

    def _remove(self, *inner: str) -> None:
        for path in inner:
            if path:
                (self._output / path).unlink(missing_ok=True)

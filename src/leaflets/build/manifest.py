"""The record of what was built: the truth about an output folder.

An artifact is in the manifest if, and only if, its file was written whole. The record
holds no clock, no host and no path but those inside the output folder: the same input
gives the same manifest, byte for byte. Its JSON Schema is published in
``docs/schema/manifest.schema.json``.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from leaflets import fingerprint
from leaflets.build import paths
from leaflets.files import write_atomically
from leaflets.model.work import Artifact, Job

SCHEMA = 4
"""Version of the form; a manifest in another form is not read, and all is built again."""


class Identity(NamedTuple):
    """What an entry is about; there is one entry for each."""

    leaflet: str
    locale: str
    imprint: str
    format: str
    final: bool


def identity(job: Job) -> Identity:
    """Say what a job's entry is filed under: all but its key."""
    return Identity(job.leaflet, job.locale, job.imprint, job.format, job.final)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A job that could not be done, and why."""

    job: Job
    message: str
    exit_code: int
    hint: str = ""
    findings: tuple[dict[str, Any], ...] = ()
    missing: tuple[str, ...] = ()
    """All that kept the gate of a final closed."""

    rejected: str = ""
    """Path of the file that was refused, or of the one that no longer counts."""


@dataclass(slots=True, kw_only=True)
class Manifest:
    """Entries by identity, and the settings of the last run."""

    settings: dict[str, Any] = field(default_factory=dict)
    artifacts: dict[Identity, Artifact] = field(default_factory=dict)
    failed: dict[Identity, Failed] = field(default_factory=dict)
    ledgers: dict[str, dict[str, str]] = field(default_factory=dict)
    """States of ledgers that finals rely on: by digest, sixteen digits of every line by which somebody vouches,
    with what it says in short."""

    def rely_on(self, lines: Mapping[str, str]) -> str:
        """Keep the state of a ledger; return the digest that artifacts refer to it by."""
        state = fingerprint.of(sorted(lines))[:16]
        self.ledgers[state] = dict(lines)
        return state

    def record(self, entry: Artifact | Failed) -> None:
        """File an entry; an edition in a format is either made or failed."""
        key = identity(entry.job)
        self.forget(key)
        if isinstance(entry, Artifact):
            self.artifacts[key] = entry
        else:
            self.failed[key] = entry

    def forget(self, key: Identity) -> Artifact | None:
        """Strike an entry out; return the artifact that it was about."""
        self.failed.pop(key, None)
        return self.artifacts.pop(key, None)

    def as_text(self) -> str:
        """Say the manifest as JSON, in a fixed order."""
        used = {s for made in self.artifacts.values() for s in made.ledgers.values()}
        data = {
            "schema": SCHEMA,
            "settings": self.settings,
            "ledgers": {s: lines for s, lines in self.ledgers.items() if s in used},
            "artifacts": [artifact_data(self.artifacts[k]) for k in sorted(self.artifacts)],
            "failed": [failed_data(self.failed[k]) for k in sorted(self.failed)],
        }
        return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    def write(self, path: Path) -> None:
        """Put the manifest under its name, whole or not at all."""
        write_atomically(path, self.as_text())


def read(path: Path) -> Manifest | None:
    """Read a manifest; None if there is none that can be read."""
    try:
        data = json.loads(path.read_bytes())
        if data["schema"] != SCHEMA:
            return None
        manifest = Manifest(settings=dict(data["settings"]), ledgers=_states(data))
        for entry in data["artifacts"]:
            manifest.record(_artifact(entry))
        for entry in data["failed"]:
            manifest.record(_failed(entry))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError,
            RecursionError):  # fmt: skip
        return None
    return manifest


def artifact_data(artifact: Artifact) -> dict[str, Any]:
    """Say an artifact as plain data, the job's names beside its own."""
    own = {
        field.name: getattr(artifact, field.name)
        for field in dataclasses.fields(artifact)
        if field.name != "job"
    }
    own["findings"] = list(artifact.findings)
    return {**_job_data(artifact.job), **own}


def failed_data(failed: Failed) -> dict[str, Any]:
    """Say a failed job as plain data."""
    return {
        **_job_data(failed.job),
        "draft": not failed.job.final,
        "message": failed.message,
        "hint": failed.hint,
        "exit_code": failed.exit_code,
        "findings": list(failed.findings),
        "missing": list(failed.missing),
        "rejected": failed.rejected,
    }


def _job_data(job: Job) -> dict[str, Any]:
    return {
        "leaflet": job.leaflet,
        "locale": job.locale,
        "imprint": job.imprint,
        "format": job.format,
        "spec": job.spec,
        "key": job.key,
    }


def _job(entry: Mapping[str, Any]) -> Job:
    known = ("leaflet", "locale", "imprint", "format", "spec", "key")
    names = {name: str(entry[name]) for name in known}
    return Job(final=not entry["draft"], **names)


def _artifact(entry: Mapping[str, Any]) -> Artifact:
    job = _job(entry)
    return Artifact(
        job=job,
        path=_own(entry["path"], job),
        sha256=str(entry["sha256"]),
        bytes=int(entry["bytes"]),
        pages=int(entry["pages"]),
        edition_code=str(entry["edition_code"]),
        draft=bool(entry["draft"]),
        evidence=dict(entry["evidence"]),
        facts=dict(entry["facts"]),
        text=dict(entry["text"]),
        findings=tuple(dict(finding) for finding in entry["findings"]),
        thumbnail=_own(entry["thumbnail"], job),
        preflight=dict(entry["preflight"]),
        told=dict(entry["told"]),
        ledgers={str(path): str(state) for path, state in entry["ledgers"].items()},
    )


def _failed(entry: Mapping[str, Any]) -> Failed:
    job = _job(entry)
    return Failed(
        job=job,
        message=str(entry["message"]),
        hint=str(entry["hint"]),
        exit_code=int(entry["exit_code"]),
        findings=tuple(dict(finding) for finding in entry["findings"]),
        missing=tuple(str(each) for each in entry["missing"]),
        rejected=_own(entry["rejected"], job),
    )


def _states(data: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Read the states of ledgers; one that is not that of its digest is refused."""
    found: dict[str, dict[str, str]] = {}
    for state, lines in data["ledgers"].items():
        if fingerprint.of(sorted(lines))[:16] != state:
            raise ValueError(f"the ledger's state {state!r} is not that of its lines")
        found[state] = {str(line): str(said) for line, said in lines.items()}
    return found


def _own(path: str, job: Job) -> str:
    """Refuse a path that no build gave this entry: files of entries are removed."""
    if path.startswith("/") or "\\" in path or ".." in path.split("/"):
        raise ValueError(f"path {path!r} leads out of the output folder")
    if path and (not paths.is_of(path, job) or "\0" in path):
        raise ValueError(f"path {path!r} is not that of its entry")
    return path

"""A craft that makes leaflets out of nothing, and misbehaves when a leaflet says so.

A leaflet's file may hold lines ``do: WORD`` or ``do: WORD format``: ``refuse``, ``gate``,
``bug``, ``odd`` (a final for a draft), ``warn``, ``error``, ``die``, ``die-once``,
``touch`` (changes its own leaflet) and ``wait``, which leaves a note that it began and goes
on when the file ``.hooks/go`` is there. A line ``code: WORD`` gives the edition its code.
"""

from __future__ import annotations

import os
import re
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from leaflets import fingerprint
from leaflets.build.work import Made, Rejected, Settings
from leaflets.errors import ContentError, GateClosed
from leaflets.findings import Finding, Severity
from leaflets.model.work import Job
from leaflets.origin import Origin

PATIENCE = 60.0
"""Seconds after which a waiting job gives up, so that no test leaves one behind."""

TOLD: dict[str, dict[str, object]] = {
    "text": {"lines": 412, "characters": 9000},
    "braille": {"braille_pages": 17, "cells": 40, "lines": 25},
    "audio": {"minutes": 1},
}
"""How long is what is told in a line."""


@dataclass(frozen=True)
class Workshop:
    """The project's folder, and where notes are left for the tests."""

    root: Path

    @property
    def hooks(self) -> Path:
        """Folder of the notes; hidden, so that it is no input."""
        return self.root / ".hooks"


def open_workshop(root: str, settings: Settings) -> Workshop:
    """Open it, unless the facts are broken."""
    workshop = Workshop(Path(root))
    facts = workshop.root / "content/facts/numbers.yaml"
    if facts.is_file() and "broken" in facts.read_text():
        raise ContentError("facts are broken", hint="mend them", origin=Origin("f.yaml", 2))
    workshop.hooks.mkdir(exist_ok=True)
    with (workshop.hooks / "opened").open("a") as stream:
        stream.write(f"{os.getpid()}\n")
    return workshop


def make(workshop: Workshop, job: Job) -> Made:
    """Make bytes that follow from the leaflet's file and the job's names."""
    path = workshop.root / "content/leaflets" / f"{job.leaflet}.yaml"
    text = path.read_text()
    with (workshop.hooks / "made").open("a") as stream:
        stream.write(f"{job.name}\n")
    findings: tuple[Finding, ...] = ()
    for word, form in re.findall(r"^do: ([a-z-]+) ?([a-z]*)$", text, re.MULTILINE):
        if form in ("", job.format):
            findings += _misbehave(word, workshop, job, path)
    draft = not job.final if "do: odd" not in text else job.final
    return Made(
        data=f"%PDF {job.name} {fingerprint.of(text, job.final)}\n".encode(),
        pages=2,
        edition_code=f"{job.leaflet}-{job.locale}-{_code(text)}",
        draft=draft,
        findings=findings,
        evidence={"claims": ["C-1"], "sources": ["WHO"], "verified": True},
        facts={"placed": 3, "verified": 3},
        text={"similarity": 0.9991, "accessible": True},
        preflight=_preflight(job.spec),
        thumbnail=b"\x89PNG" if job.format != "web" else b"",
        told=TOLD.get(job.format, {}),
    )


def _preflight(spec: str) -> dict[str, object]:
    if not spec:
        return {}
    said = {"spec": spec, "standard": "PDF/X-4", "condition": "FOGRA39"}
    return {**said, "profile": "0" * 64, "errors": 0, "warnings": 2, "ink_max": 271.5}


def _code(text: str) -> str:
    said = re.search(r"^code: ([A-Z0-9]+)$", text, re.MULTILINE)
    return said[1] if said else "CODE"


def _misbehave(word: str, workshop: Workshop, job: Job, path: Path) -> tuple[Finding, ...]:
    origin = Origin("locales/ar/LC_MESSAGES/apples.po", 7)
    if word == "refuse":
        finding = Finding(code="P101", message="a fact is missing", origin=origin)
        raise Rejected("P101 a fact is missing", findings=[finding], data=b"refused")
    if word == "gate":
        raise GateClosed("no sign-off by 'author'", hint="see the list")
    if word == "bug":
        raise ValueError(f"nobody thought of this in {workshop.root}")
    if word in ("warn", "error"):
        severity = Severity(word.replace("warn", "warning"))
        return (Finding(code="T201", message="<b>", origin=origin, severity=severity),)
    if word == "touch":
        path.write_text(path.read_text() + "# more\n")
    if word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "die-once" and not (workshop.hooks / "died").exists():
        (workshop.hooks / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "wait":
        wait_for(workshop.hooks / "go", begun=workshop.hooks / f"begun-{job.name}")
    return ()


def wait_for(note: Path, *, begun: Path | None = None) -> None:
    """Wait until a note is there; leave one first that says so."""
    if begun is not None:
        begun.write_text(str(os.getpid()))
    end = time.monotonic() + PATIENCE
    while not note.exists():
        if time.monotonic() > end:
            raise TimeoutError(note.name)
        time.sleep(0.01)

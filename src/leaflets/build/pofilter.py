"""Let the Translate Toolkit's ``pofilter`` look at the catalogs too, as a program apart.

It is never imported and never needed: its licence (GPL-3.0-or-later) is not ours, and our
own checks go further. Its ``numbers`` test is left out, since it passes "50 mg" for
"5 mg"; so are those that find fault with correct text of these languages (``endpunc``,
``puncspacing``, ``brackets``, ``pythonbraceformat``, ``acronyms``, ``doublewords``).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from leaflets.catalogs import store
from leaflets.content.project import Project
from leaflets.findings import Finding, Severity
from leaflets.model.locale import Locale
from leaflets.origin import Origin

TESTS = (
    "blank",
    "doublespacing",
    "emails",
    "endwhitespace",
    "escapes",
    "filepaths",
    "newlines",
    "nplurals",
    "printf",
    "purepunc",
    "startwhitespace",
    "tabs",
    "untranslated",
    "urls",
    "variables",
    "xmltags",
)
"""The tests of pofilter that serve."""

LONGEST = 120
"""Seconds that it may take over the catalogs of one locale."""

_SAID = re.compile(r"\(pofilter\) (\w+): (.*)")


def find() -> str:
    """Give the program's path; empty where it is not installed."""
    return shutil.which("pofilter") or ""


def absent() -> Finding:
    """Say that the program is not there, and how to get it."""
    return Finding(
        code="T390",
        message="pofilter is not on the PATH, and was not asked",
        origin=Origin("locales"),
        severity=Severity.INFO,
        hint="apt-get install translate-toolkit, or 'pipx install translate-toolkit'",
    )


def ask(program: str, project: Project, locale: Locale) -> Iterator[Finding]:
    """Run the program over the catalogs of a locale (T391, warnings; T392 if it fails)."""
    folder = project.locales / locale.folder / "LC_MESSAGES"
    if not folder.is_dir():
        return
    with tempfile.TemporaryDirectory() as made:
        tests = [part for name in TESTS for part in ("-t", name)]
        command = [program, "--progress=none", "--nofuzzy", f"--language={locale.folder}"]
        try:
            subprocess.run(
                [*command, *tests, str(folder), made],
                check=True,
                capture_output=True,
                timeout=LONGEST,
            )
        except (OSError, subprocess.SubprocessError) as error:
            yield _failed(project, folder, error)
            return
        for path in sorted(Path(made).rglob("*.po")):
            yield from _read(path, folder / path.name, project, locale)


def _read(path: Path, asked: Path, project: Project, locale: Locale) -> Iterator[Finding]:
    """Read what it found: the entries that failed, each with its reasons as comments."""
    shown = project.shown(asked)
    ours = store.read(asked, shown, locale)
    for key, entry in store.read(path, shown, locale).entries.items():
        if key not in ours.entries:
            continue
        for said in map(_SAID.match, entry.comments):
            if said is not None:
                yield Finding(
                    code="T391",
                    message=f"translation of {key!r}: pofilter {said[1]}: {said[2]}",
                    origin=ours.entries[key].origin,
                    severity=Severity.WARNING,
                )


def _failed(project: Project, folder: Path, error: Exception) -> Finding:
    said = getattr(error, "stderr", b"") or b""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    what = lines[-1][:200] if lines else type(error).__name__
    return Finding(
        code="T392",
        message=f"pofilter did not finish: {what}",
        origin=Origin(project.shown(folder)),
        severity=Severity.WARNING,
    )

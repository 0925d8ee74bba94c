"""Begin a file of content: right in shape, and plain about what is still to be written.

What stands in a skeleton is no content: every place that an author must fill says
``TO WRITE``, a check finds each of them, and what would stamp or stop a finished leaflet
(``demonstration``, ``verify``) is set.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from string import Template

from leaflets import files
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.model.evidence import REVIEW_YEARS, years_on

TO_WRITE = "TO WRITE"
"""Marks what an author has yet to write."""

Begun = Mapping[Path, str]
"""Files that do not exist yet, by path, and what is to stand in them."""


def begun_leaflet(
    project: Project, slug: str, *, title: str, original: str, today: datetime.date
) -> Begun:
    """Begin a leaflet, and the claim that its evidence section needs at least."""
    claim = f"{slug}-1"
    values = {
        "slug": slug,
        "title": json.dumps(title or f"{TO_WRITE}: the title", ensure_ascii=False),
        "original": original,
        "claim": claim,
        "today": today.isoformat(),
        "review": years_on(today, REVIEW_YEARS).isoformat(),
    }
    return {
        project.content / "claims" / f"{slug}.yaml": _filled("claims", values),
        project.content / "leaflets" / f"{slug}.yaml": _filled("leaflet", values),
    }


def begun_imprint(project: Project, slug: str, *, name: str) -> Begun:
    """Begin a clinic's file, as a demonstration until its own numbers stand there."""
    values = {"slug": slug, "name": json.dumps(name or "New clinic", ensure_ascii=False)}
    return {project.content / "imprints" / f"{slug}.yaml": _filled("imprint", values)}


def begun_source(
    project: Project,
    key: str,
    *,
    kind: str,
    title: str,
    year: int | None,
    identifiers: Mapping[str, str],
) -> Begun:
    """Begin a source as CSL-JSON; what is not known is left out, never guessed."""
    entry: dict[str, object] = {"id": key, "type": kind, "title": title}
    if year is not None:
        entry["issued"] = {"date-parts": [[year]]}
    entry.update(identifiers)
    text = json.dumps([entry], ensure_ascii=False, indent=2) + "\n"
    name = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
    return {project.content / "sources" / f"{name}.json": text}


def write(project: Project, begun: Begun) -> tuple[Path, ...]:
    """Write the files; raises ContentError, and writes none, where one is there already."""
    for path in begun:
        if path.exists():
            raise ContentError(
                f"{project.shown(path)} is there already",
                hint="choose another name; nothing was written",
            )
    for path, text in begun.items():
        files.write_atomically(path, text)
    return tuple(begun)


def _filled(name: str, values: Mapping[str, str]) -> str:
    folder = resources.files("leaflets.content").joinpath("started")
    return Template(folder.joinpath(f"{name}.yaml").read_text("utf-8")).substitute(values)

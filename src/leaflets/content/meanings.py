"""What the terms of the glossary mean, in plain words: ``content/glossary/terms.csv``."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from types import MappingProxyType

from leaflets import files
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.origin import Origin

_LONGEST = 400
"""Characters of a meaning that a translator is shown."""


def read_meanings(project: Project) -> Mapping[str, str]:
    """Read what each concept of the glossary means, by its name; empty without the file.

    Raises ContentError where the table has no columns ``term`` and ``definition``, or
    cannot be read.
    """
    path = project.content / "glossary" / "terms.csv"
    if not path.is_file():
        return MappingProxyType({})
    shown = project.shown(path)
    text = files.read_text(path, shown=shown)
    rows = csv.DictReader(io.StringIO(text, newline=""))
    found: dict[str, str] = {}
    try:
        if not {"term", "definition"} <= set(rows.fieldnames or ()):
            hint = "its first line names the columns: term,definition,…"
            raise ContentError("glossary has no terms", hint=hint, origin=Origin(shown, 1))
        for row in rows:
            term = " ".join((row["term"] or "").split())
            meaning = " ".join((row["definition"] or "").split())
            if term and meaning:
                found.setdefault(term, meaning[:_LONGEST])
    except csv.Error as error:
        origin = Origin(shown, rows.line_num or 1)
        raise ContentError(f"glossary cannot be read: {error}", origin=origin) from error
    return MappingProxyType(found)

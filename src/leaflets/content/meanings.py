"""The tables of the glossary: what its terms mean, and which a machine has chosen.

``content/glossary/terms.csv`` says in plain words what a term means, and how each language
says it where that is known. ``content/glossary/machine-terms.csv`` holds what a machine
chose where it is not: every message with such a term says so to its translator.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from leaflets import files
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.origin import Origin

_LONGEST = 400
"""Characters of a cell that a translator is shown."""


def read_meanings(project: Project) -> Mapping[str, str]:
    """Read what each concept of the glossary means, by its name; empty without the file.

    Raises ContentError where the table has no columns ``term`` and ``definition``, or
    cannot be read.
    """
    found: dict[str, str] = {}
    for term, meaning in _rows(project, "terms.csv", ("term", "definition")):
        if term and meaning:
            found.setdefault(term, meaning)
    return MappingProxyType(found)


def read_machine_terms(project: Project) -> Mapping[str, Mapping[str, str]]:
    """Read the words that a machine chose: by BCP 47 tag, then by concept.

    Raises ContentError where the table has no columns ``locale``, ``term`` and ``words``,
    or cannot be read.
    """
    found: dict[str, dict[str, str]] = {}
    columns = ("locale", "term", "words")
    for locale, term, words in _rows(project, "machine-terms.csv", columns):
        if locale and term and words:
            found.setdefault(locale, {}).setdefault(term, words)
    return MappingProxyType({tag: MappingProxyType(held) for tag, held in found.items()})


def _rows(
    project: Project, name: str, columns: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    path = project.content / "glossary" / name
    if not path.is_file():
        return
    shown = project.shown(path)
    text = files.read_text(path, shown=shown)
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        if not set(columns) <= set(rows.fieldnames or ()):
            hint = f"its first line names the columns: {','.join(columns)}"
            raise ContentError("glossary has no terms", hint=hint, origin=Origin(shown, 1))
        for row in rows:
            cells = (" ".join((row[column] or "").split()) for column in columns)
            yield tuple(cell[:_LONGEST] for cell in cells)
    except csv.Error as error:
        origin = Origin(shown, rows.line_num or 1)
        raise ContentError(f"glossary cannot be read: {error}", origin=origin) from error

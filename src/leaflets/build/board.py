"""The status board: how far every leaflet is in every language, and what is to be redone.

A cell is one leaflet (or the furniture) in one locale. Cells that were worked out before
are remembered under a fingerprint of every file they rest on, so that a board on which
little moved is there at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from leaflets import fingerprint
from leaflets.build import glance, keys, paths
from leaflets.build.cells import Cell, remembered
from leaflets.build.inputs import Inputs
from leaflets.build.plan import Names, survey
from leaflets.build.worked import work_out
from leaflets.catalogs.domains import Domain, domains
from leaflets.catalogs.phrases import DOMAIN, ORIGINAL
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.files import write_atomically
from leaflets.findings import errors

_LAYOUT = 1


def board(
    project: Project,
    *,
    leaflets: Iterable[str] = (),
    tags: Iterable[str] = (),
    begun_only: bool = True,
    cache: Path | None = None,
) -> tuple[Cell, ...]:
    """Work out the cells that are asked for; all of them where none is named.

    *begun_only* leaves out leaflets that have no catalog in a locale. Raises
    ContentError where the content cannot be read. *cache* is where cells are remembered;
    the output folder's own if not given.
    """
    held = _Cells(project, cache or project.output / paths.CACHE)
    wanted, spoken = tuple(leaflets), tuple(tags)
    found = []
    for tag in held.names.locales:
        for name in (DOMAIN, *held.names.leaflets):
            shown = tag in spoken if spoken else tag not in held.names.pseudo
            asked = shown and (not wanted or name in wanted)
            if not asked or held.original(name) == tag:
                continue
            if held.begun(name, tag):
                found.append(held.cell(name, tag))
            elif not begun_only:
                found.append(held.not_begun(name, tag))
    held.close()
    return tuple(found)


class _Cells:
    """Works cells out, or remembers them."""

    def __init__(self, project: Project, cache: Path) -> None:
        self.project = project
        self.names: Names = survey(project)
        self._folder = cache / "desk"
        self._inputs = Inputs(self._folder / "files.json")
        self._shared = fingerprint.of(
            _LAYOUT,
            keys.program_digest(self._inputs),
            [self._inputs.tree(project.content / name) for name in keys.RECORDS],
            self._inputs.tree(project.content / "glossary"),
            self._inputs.file(project.ledger()),
        )
        self._originals = {
            name: glance.value(
                glance.head(project.content / "leaflets" / f"{name}.yaml"), "original"
            )
            for name in self.names.leaflets
        }

    @cached_property
    def shelf(self) -> Library:
        """The library, read only where a cell must be worked out."""
        shelf = library.read(self.project)
        if wrong := errors(shelf.findings):
            first = wrong[0]
            more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
            raise ContentError(
                f"{first.message}{more}",
                hint=first.hint or "run 'leaflets check'",
                origin=first.origin,
            )
        return shelf

    @cached_property
    def domains(self) -> dict[str, Domain]:
        """The gettext domains by name."""
        return {domain.name: domain for domain in domains(self.shelf)}

    def original(self, name: str) -> str:
        """Tag of the language that a domain is written in."""
        if name == DOMAIN:
            return ORIGINAL
        return self._originals[name] or self.domains[name].original

    def begun(self, name: str, tag: str) -> bool:
        """Say whether there is a catalog."""
        return self.project.catalog(tag.replace("-", "_"), name).is_file()

    def not_begun(self, name: str, tag: str) -> Cell:
        """Make the cell of a domain that nobody has begun to translate."""
        messages = self.domains[name].messages
        return Cell(
            domain=name,
            locale=tag,
            begun=False,
            messages=len(messages),
            counts={"missing": len(messages)},
            words=sum(len(message.words.split()) for message in messages),
        )

    def cell(self, name: str, tag: str) -> Cell:
        """Remember a cell, or work it out and remember it from now on."""
        key = self._key(name, tag)
        path = self._folder / f"{name}.{tag}.json"
        known = remembered(path, key)
        if known is not None:
            return known
        cell = work_out(self.shelf, self.domains[name], self.shelf.locales[tag])
        write_atomically(path, json.dumps({"key": key, "cell": cell.as_data()}))
        return cell

    def close(self) -> None:
        """Write down what was hashed."""
        self._inputs.save()

    def _key(self, name: str, tag: str) -> str:
        project, look = self.project, self._inputs.file
        folder = tag.replace("-", "_")
        original = self.original(name).replace("-", "_")
        return fingerprint.of(
            self._shared,
            [name, tag, project.locales.name],
            look(project.content / "leaflets" / f"{name}.yaml"),
            [self._inputs.file(path) for path in self._language_files()],
            look(project.locales / original / "words.yaml"),
            look(project.ledger(folder)),
            look(project.catalog(folder, name)),
        )

    def _language_files(self) -> list[Path]:
        """Files on the languages: what tells one language from another is in all."""
        found = self.project.locales.glob("*/*.yaml")
        return sorted(found)

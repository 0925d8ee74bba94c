"""The key of a job: a fingerprint of everything that its artifact is made from.

Two jobs with one key make the same bytes. A key costs no parsing: files are inputs
whole, and what a leaflet *could* use counts as used (all facts, claims and sources), so
that a key errs on the side of work done twice and never of an old page.
"""

from __future__ import annotations

from pathlib import Path

import leaflets
from leaflets import fingerprint
from leaflets.build import glance
from leaflets.build.inputs import Inputs
from leaflets.content.printfiles import FOLDER
from leaflets.content.project import Project
from leaflets.model.work import Job

RECORDS = ("facts", "claims", "sources")
"""Folders of content/ that every leaflet may draw on."""

ABOVE = frozenset({"cli", "web", "orders"})
"""Rooms above the build: they cannot change a page."""

_LAYOUT = 2
"""Raised when the meaning of a key changes."""


def program_digest(inputs: Inputs) -> str:
    """Fingerprint of the program's own files, data included."""
    return inputs.tree(Path(leaflets.__path__[0]), without=ABOVE)


class Keys:
    """Makes keys for the jobs of one project, as its files are now."""

    def __init__(
        self, project: Project, inputs: Inputs, program: str, toolchain: str
    ) -> None:
        self._project = project
        self._inputs = inputs
        self._imprints: dict[str, object] = {}
        self._shared = fingerprint.of(
            _LAYOUT,
            program,
            toolchain,
            [inputs.tree(project.content / folder) for folder in RECORDS],
            inputs.tree(project.templates),
            # A finding of one translation may rest on the words of any language.
            inputs.tree(project.content / "glossary"),
            [[project.shown(p), inputs.file(p)] for p in project.words_files()],
        )

    def of(
        self,
        leaflet: str,
        locale: str,
        imprint: str,
        form: str,
        *,
        final: bool,
        spec: str = "",
    ) -> str:
        """Key of an edition in a format, made for a print spec or for none."""
        project, look = self._project, self._inputs.file
        folder = locale.replace("-", "_")
        return fingerprint.of(
            self._shared,
            [leaflet, locale, imprint, form, final],
            look(project.content / "leaflets" / f"{leaflet}.yaml"),
            self._imprint(imprint),
            look(project.locales / folder / "locale.yaml"),
            self._original(leaflet),
            # A draft asks nobody: a sign-off makes no draft old.
            [look(project.ledger()), look(project.ledger(folder))] if final else [],
            look(project.catalog(folder, leaflet)),
            look(project.catalog(folder, "phrases")),
            # A spec may extend others, and a profile lies beside them.
            [spec, self._inputs.tree(project.content / FOLDER)] if spec else [],
        )

    def of_job(self, job: Job) -> str:
        """Key that a job has now, whatever it was planned with."""
        return self.of(
            job.leaflet,
            job.locale,
            job.imprint,
            job.format,
            final=job.final,
            spec=job.spec,
        )

    def _original(self, leaflet: str) -> object:
        """How the original's language is set: pages show words of it, and its fonts."""
        text = glance.head(self._project.content / "leaflets" / f"{leaflet}.yaml")
        tag = glance.value(text, "original")
        if tag is None:
            return [self._inputs.file(path) for path in self._project.locale_files()]
        folder = self._project.locales / tag.replace("-", "_")
        return self._inputs.file(folder / "locale.yaml")

    def _imprint(self, imprint: str) -> object:
        if imprint not in self._imprints:
            folder = self._project.content / "imprints"
            path = folder / f"{imprint}.yaml"
            self._imprints[imprint] = [self._inputs.file(path), self._logo(path, folder)]
        return self._imprints[imprint]

    def _logo(self, path: Path, folder: Path) -> str:
        text = glance.head(path)
        named = glance.value(text, "logo")
        if named is not None:
            logo = (self._project.root / named).resolve()
            inside = logo.is_relative_to(self._project.root)
            return self._inputs.file(logo) if inside else ""
        # Named in a way that a glance cannot read: any picture there may be the one.
        return self._inputs.tree(folder) if glance.has(text, "logo") else ""

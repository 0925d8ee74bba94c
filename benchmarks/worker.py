"""Jobs of this repository's own project, done as a worker of a build does them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from leaflets.build import work
from leaflets.build.inputs import Inputs
from leaflets.build.keys import Keys
from leaflets.build.work import Batch, Made, Settings
from leaflets.compose.html import Composition, compose
from leaflets.content.project import Project
from leaflets.formats.base import FORMATS
from leaflets.model.locale import Locale
from leaflets.model.work import Job

HOUSE = Path(__file__).resolve().parents[1]


class Worker:
    """Does jobs in this process, warm, and shows what they were made from."""

    def __init__(self, cache: Path) -> None:
        self._settings = Settings(cache=str(cache))
        self._project = Project.at(HOUSE)
        self.shop = work._bench(self.batch()).workshop  # noqa: SLF001 - to look inside
        self.imprint = min(self.shop.library.imprints)

    def locales(self, leaflet: str) -> list[Locale]:
        """Give the locales that a leaflet is said in, its original first."""
        original = self.shop.library.leaflets[leaflet].original
        known = self.shop.library.locales
        return [known[original]] + [
            locale
            for tag, locale in sorted(known.items())
            if tag != original and self.shop.catalog(locale, leaflet)
        ]

    def job(self, leaflet: str, tag: str, form: str) -> Job:
        """Name a job, with the key that it has now."""
        job = Job(
            leaflet=leaflet,
            locale=tag,
            imprint=self.imprint,
            format=form,
            final=False,
            key="",
        )
        keys = Keys(self._project, Inputs(), "", "")
        return dataclasses.replace(job, key=keys.of_job(job))

    def batch(self, *jobs: Job) -> Batch:
        """Pack jobs as a build sends them to a worker."""
        return Batch(craft=work.CRAFT, root=str(HOUSE), settings=self._settings, jobs=jobs)

    def forget(self) -> None:
        """Forget the editions that were bound, so that the next job binds its own."""
        self.shop._bound.clear()  # noqa: SLF001

    def do(self, job: Job) -> Made:
        """Do a job here; raises RuntimeError with the reason where it fails."""
        (outcome,) = work.do(self.batch(job))
        if isinstance(outcome.result, Made):
            return outcome.result
        raise RuntimeError(f"{job.name}: {outcome.result.message}")

    def composition(self, leaflet: str, tag: str, form: str) -> Composition:
        """Compose an edition, to hand the same page to others."""
        edition = self.shop.bind(leaflet, tag, self.imprint).edition
        return compose(edition, FORMATS[form], self.shop.templates)

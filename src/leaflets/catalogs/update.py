"""Bring the catalogs of a locale in step with the model: the step that touches disk."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.domains import Domain, domains
from leaflets.catalogs.joining import updated
from leaflets.content.library import Library
from leaflets.errors import LocaleError
from leaflets.findings import errors
from leaflets.model.locale import Locale


def update(
    library: Library, locale: Locale, only: Collection[str] = ()
) -> tuple[Path, ...]:
    """Write the catalogs of a locale anew; return the files that changed.

    *only* names the domains to write; all of them where it is empty. Raises LocaleError,
    and writes nothing over, where a catalog cannot be read.
    """
    ready = [
        (
            library.project.catalog(locale.folder, domain.name),
            in_step(library, locale, domain),
        )
        for domain in domains(library)
        if domain.original != locale.tag and (not only or domain.name in only)
    ]
    return tuple(path for path, catalog in ready if store.write(path, catalog))


def in_step(library: Library, locale: Locale, domain: Domain) -> Catalog:
    """Read a catalog and bring it in step, without writing it.

    Raises LocaleError where it cannot be read.
    """
    project = library.project
    path = project.catalog(locale.folder, domain.name)
    held = store.read(path, project.shown(path), locale) if path.is_file() else None
    if held and (broken := errors(held.findings)):
        finding = broken[0]
        raise LocaleError(finding.message, hint=finding.hint, origin=finding.origin)
    dated = max((x.evidence.written for x in library.leaflets.values()), default="")
    return updated(domain, held, locale, dated)

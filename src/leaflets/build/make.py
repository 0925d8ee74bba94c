"""Make one artifact: gate, compose, render or tell, look again.

Steps 6, 8 and 9 of 10, for one job, in a workshop that binds the edition.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from leaflets.build import printing
from leaflets.build.flags import without_flags
from leaflets.build.logos import logo_of
from leaflets.build.rendering import identity_of, render, set_out, slugs_of
from leaflets.build.web import web_page
from leaflets.build.work import Made, Rejected, Settings, Unsigned
from leaflets.build.workshop import Bound, Workshop
from leaflets.checks import artifact, webpage
from leaflets.compose.html import as_set
from leaflets.errors import GateClosed
from leaflets.findings import Finding, errors, in_order
from leaflets.formats.base import FORMATS
from leaflets.model.edition import Edition
from leaflets.model.format import Format
from leaflets.model.work import Job
from leaflets.origin import Origin
from leaflets.pdf import raster
from leaflets.review import final
from leaflets.review.ledger import Ledger

THUMBNAIL = 220
"""Width of a thumbnail, in pixels."""


def open_workshop(root: str, settings: Settings) -> Workshop:
    """Open the workshop of the project in *root*; raises what stops every job."""
    return Workshop(Path(root), Path(settings.cache), settings.today)


def make(workshop: Workshop, job: Job) -> Made:
    """Make the artifact of one job.

    Raises LocaleError for a translation that must not be printed, GateClosed for a
    final that has not been signed, RenderError (Rejected) for a finished page that is
    not what the text says.
    """
    own = FORMATS[job.format]
    spec = workshop.spec(job.spec or own.spec)
    form = printing.fitted(own, spec)
    bound = workshop.bind(job.leaflet, job.locale, job.imprint)
    edition = bound.edition
    if job.final:
        edition = _final(workshop, bound, form)
    if form.beside:
        edition = _with_original(workshop, edition)
    locale = as_set(edition, form).locale
    original = workshop.library.locales[edition.leaflet.original]
    families = tuple(dict.fromkeys((*locale.fonts, *original.fonts)))
    logo = logo_of(workshop.project, edition.imprint)
    said, thumbnail = list(bound.findings), b""
    preflight: dict[str, object] = {}
    about: dict[str, object] = {}
    if form.told:
        told, verdict = workshop.teller.tell(edition, form)
        data, pages, about = told.data.encode(), told.pages, dict(told.about)
        said += _require(verdict.findings, job, said, data)
    elif form.variant == "html":
        composition = set_out(edition, form, workshop.templates, logo)
        page = web_page(composition, workshop.fontset, families, locale)
        data, pages = page.encode(), 1
        verdict = webpage.inspect(page, composition, form, locale)
        said += _require(verdict.findings, job, said, data)
    else:
        composition, rendered = render(
            workshop.engine, workshop.templates, edition, form=form, spec=spec, logo=logo
        )
        data, pages = rendered.pdf, len(rendered.pages)
        verdict = artifact.inspect(
            rendered,
            composition,
            form,
            locale,
            families,
            fontset=workshop.fontset,
            slug=printing.slugged(form, spec),
        )
        said += _require(verdict.findings, job, said, data)
        if spec is not None:
            file = printing.printed(
                job,
                rendered,
                composition,
                form,
                spec=spec,
                edition=edition,
                slugs=slugs_of(
                    workshop.engine, edition, spec, identity_of(edition, form, composition)
                ),
            )
            data, pages, preflight = file.data, file.pages, dict(file.preflight)
            said += _require(file.findings, job, said, data)
        thumbnail = raster.thumbnail(data, 0, THUMBNAIL)
    return Made(
        data=data,
        pages=pages,
        findings=in_order(said),
        evidence=verdict.evidence,
        facts=verdict.facts,
        text=verdict.text,
        edition_code=edition.code,
        draft=edition.draft,
        ledgers={} if edition.draft else _relied_on(workshop, edition),
        thumbnail=thumbnail,
        preflight=preflight,
        told=about,
    )


def _require(
    found: Iterable[Finding], job: Job, before: Iterable[Finding], data: bytes
) -> list[Finding]:
    """Give what was found about a finished file; raises Rejected if any is an error."""
    here = [dataclasses.replace(finding, origin=Origin(job.name)) for finding in found]
    wrong = errors(here)
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        raise Rejected(
            f"{wrong[0].code} {wrong[0].message}{more}",
            hint=wrong[0].hint,
            findings=[*before, *here],
            data=data,
        )
    return here


def _final(workshop: Workshop, bound: Bound, form: Format) -> Edition:
    """Take the marks of a draft off an edition, if every gate is open."""
    edition = bound.edition
    if edition.locale.pseudo:
        raise GateClosed(
            f"{edition.locale.tag!r} is a made-up language, never for patients"
        )
    leaflet = workshop.library.leaflets[edition.leaflet.slug]
    tag, original = edition.locale.tag, leaflet.original
    foreign = tag != original
    missing = final.closed_by(
        final.Case(
            library=workshop.library,
            leaflet=leaflet,
            imprint=edition.imprint,
            form=form,
            original=workshop.present(leaflet.slug, original),
            translation=workshop.present(leaflet.slug, tag) if foreign else None,
            originals=workshop.ledger(),
            translations=workshop.ledger(edition.locale.folder) if foreign else Ledger(),
            stand_ins=bound.stand_ins,
            today=workshop.today,
        )
    )
    if missing:
        raise Unsigned.of(missing)
    return without_flags(edition)


def _relied_on(workshop: Workshop, edition: Edition) -> dict[str, dict[str, str]]:
    """Ledgers that opened the gate, by name: the digests of their lines."""
    folders = ["", edition.locale.folder]
    if edition.locale.tag == edition.leaflet.original:
        del folders[1]
    project = workshop.project
    return {
        project.shown(project.ledger(folder)): dict(workshop.ledger(folder).vouched)
        for folder in folders
    }


def _with_original(workshop: Workshop, edition: Edition) -> Edition:
    """Put the original beside a translation, a draft where the translation is one."""
    leaflet, imprint = edition.leaflet, edition.imprint
    if edition.locale.tag == leaflet.original:
        return edition
    original = workshop.bind(leaflet.slug, leaflet.original, imprint.id).edition
    if not edition.draft:
        original = without_flags(original)
    original = dataclasses.replace(original, code=edition.code)  # one sheet, one code
    return dataclasses.replace(edition, beside=original)

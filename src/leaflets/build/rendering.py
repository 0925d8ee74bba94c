"""Compose an edition and render it: steps 8 and 9, up to the finished pages."""

from __future__ import annotations

import dataclasses
import datetime

from leaflets.build import printing
from leaflets.compose.environment import Templates
from leaflets.compose.facing import compose_facing
from leaflets.compose.html import CLOSEST, Composition, compose
from leaflets.model.edition import Edition
from leaflets.model.format import Format
from leaflets.pdf import slugline
from leaflets.pdf.engine import Engine
from leaflets.pdf.identity import Identity
from leaflets.pdf.platemarks import MM
from leaflets.pdf.printspec import PrintSpec
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.variant import Variant


def set_out(
    edition: Edition,
    form: Format,
    templates: Templates,
    logo: str,
    *,
    notes: int = 0,
    closeness: int = 0,
) -> Composition:
    """Compose an edition in a format, beside its original where the format says so.

    *notes* is the number of pages for notes that its sheets lack. *closeness*
    is how close the panels of a fold are filled.
    """
    if form.beside:
        return compose_facing(edition, form, templates, logo=logo)
    return compose(edition, form, templates, logo=logo, notes=notes, closeness=closeness)


def render(
    engine: Engine,
    templates: Templates,
    edition: Edition,
    *,
    form: Format,
    spec: PrintSpec | None,
    logo: str,
) -> tuple[Composition, Rendered]:
    """Render an edition; once more where its pages do not fill the sheets.

    What lacks pages gets pages for notes. What has more pages than a fold has panels is
    tried again closer.
    """
    notes, closeness = 0, 0
    while True:
        composition = set_out(
            edition, form, templates, logo, notes=notes, closeness=closeness
        )
        rendered = engine.render(
            composition.html,
            stylesheets=composition.styles,
            variant=Variant(form.variant),
            identity=identity_of(edition, form, composition),
            spec=printing.plain(form, spec),
        )
        lacking = printing.lacking(form, len(rendered.pages))
        if lacking < 0 and closeness < CLOSEST:
            closeness += 1
        elif notes or lacking <= 0:
            return composition, rendered
        else:
            notes = lacking


def slugs_of(
    engine: Engine, edition: Edition, spec: PrintSpec, identity: Identity
) -> printing.Slugs:
    """Give what renders the line of words under the marks of an edition's sheets."""

    def slugs(width: float, sides: int) -> bytes:
        families = edition.locale.fonts
        html, css = slugline.html(width * MM, sides, identity, spec, families)
        return engine.render(
            html,
            stylesheets=(css,),
            variant=Variant.PRESS,
            identity=identity,
            spec=dataclasses.replace(spec, marks="none"),
        ).pdf

    return slugs


def identity_of(edition: Edition, form: Format, composition: Composition) -> Identity:
    """Say what stands in the file about itself."""
    written = datetime.date.fromisoformat(edition.leaflet.evidence.written)
    return Identity(
        title=composition.title,
        lang=edition.locale.tag,
        direction=edition.locale.direction,
        author=edition.imprint.name,
        subject=edition.code,
        keywords=(edition.code, *(["draft"] if edition.draft else [])),
        created=datetime.datetime(
            written.year, written.month, written.day, tzinfo=datetime.UTC
        ),
        identifier=f"{edition.code} {form.name}{' draft' if edition.draft else ''}",
        code=edition.code,
    )

"""Compose an edition and render it: steps 8 and 9, up to the finished pages."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable

from leaflets.build import printing
from leaflets.compose.environment import Templates
from leaflets.compose.facing import compose_facing
from leaflets.compose.html import Composition, compose
from leaflets.compose.panels import FILLINGS, Breaks, Filling, breaks
from leaflets.model.edition import Edition
from leaflets.model.format import Format
from leaflets.pdf import slugline
from leaflets.pdf.engine import Engine
from leaflets.pdf.identity import Identity
from leaflets.pdf.platemarks import MM
from leaflets.pdf.printspec import PrintSpec
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.variant import Variant

_Lay = Callable[[int, Filling], tuple[Composition, Rendered]]
"""Renders with so many pages for notes, the panels filled so."""


def set_out(
    edition: Edition,
    form: Format,
    templates: Templates,
    logo: str,
    *,
    notes: int = 0,
    filling: Filling = FILLINGS[-1],
) -> Composition:
    """Compose an edition in a format, beside its original where the format says so.

    *notes* is the number of pages for notes that its sheets lack, *filling* how the
    panels of a fold are filled.
    """
    if form.beside:
        return compose_facing(edition, form, templates, logo=logo)
    return compose(edition, form, templates, logo=logo, notes=notes, filling=filling)


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

    What lacks pages gets pages for notes. The panels of a fold are filled as roomily as
    they allow.
    """

    def lay(notes: int, filling: Filling) -> tuple[Composition, Rendered]:
        composition = set_out(edition, form, templates, logo, notes=notes, filling=filling)
        return composition, engine.render(
            composition.html,
            stylesheets=composition.styles,
            variant=Variant(form.variant),
            identity=identity_of(edition, form, composition),
            spec=printing.plain(form, spec),
        )

    if form.panels:
        return _folded(lay, form)
    composition, rendered = lay(0, FILLINGS[-1])
    if lacking := printing.lacking(form, len(rendered.pages)):
        return lay(lacking, FILLINGS[-1])
    return composition, rendered


def _folded(lay: _Lay, form: Format) -> tuple[Composition, Rendered]:
    """Take the roomiest filling that fits, and of these one that breaks the least.

    Where none fits the closest is given, on which what is over is measured.
    """
    best: tuple[Breaks, int, Composition, Rendered] | None = None
    for number, filling in enumerate(FILLINGS):
        if best is not None and not filling.may_break_less_than(FILLINGS[best[1]]):
            continue
        composition, rendered = lay(0, filling)
        if printing.lacking(form, len(rendered.pages)) < 0:
            continue
        broken = breaks((mark.id, mark.page) for mark in rendered.marks)
        if best is None or broken < best[0]:
            best = broken, number, composition, rendered
        if broken == Breaks():
            break
    if best is None:
        return composition, rendered
    _, number, composition, rendered = best
    if lacking := printing.lacking(form, len(rendered.pages)):
        return lay(lacking, FILLINGS[number])
    return composition, rendered


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

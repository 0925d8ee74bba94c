"""Make what the engine rendered a file for a print shop or for an office printer.

The last of step 9 for formats with a print spec: pages are laid on sheets where the
format says so, and the finished bytes are asked what a shop would ask of them. What
comes out is what is written; nothing is looked at before it was changed for the last
time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from leaflets.build.work import Rejected
from leaflets.checks import scanned
from leaflets.compose import qrcode
from leaflets.compose.html import Composition
from leaflets.errors import RenderError
from leaflets.findings import Finding, Severity
from leaflets.fingerprint import of_bytes
from leaflets.model.edition import Edition
from leaflets.model.format import Format
from leaflets.model.work import Job
from leaflets.origin import Origin
from leaflets.pdf import intent
from leaflets.pdf.impose import booklet, folding
from leaflets.pdf.preflight.ask import preflight
from leaflets.pdf.preflight.base import Ordered, Report
from leaflets.pdf.printspec import PrintSpec
from leaflets.pdf.rendered import Rectangle, Rendered

UNLAID = "P310"
"""Code of what keeps pages from being laid on sheets."""

STITCHED = 4
"""A stitched booklet has a multiple of these pages."""

_MM = 72 / 25.4

Slugs = Callable[[float, int], bytes]
"""Renders a line of words of a width in mm for each of so many sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A file for print, and what the preflight said of it."""

    data: bytes
    pages: int
    """Pages of the file; of pages that were laid on sheets, the sides of these."""

    findings: tuple[Finding, ...]
    preflight: Mapping[str, Any] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )


def fitted(form: Format, spec: PrintSpec | None) -> Format:
    """Give a format the bleed that the shop asks for."""
    if spec is None or form.bleed == spec.bleed:
        return form
    return dataclasses.replace(form, bleed=spec.bleed)


def plain(form: Format, spec: PrintSpec | None) -> PrintSpec | None:
    """Leave out the marks of single pages where sheets get their own."""
    if spec is None or not form.imposition:
        return spec
    return dataclasses.replace(spec, marks="none")


def slugged(form: Format, spec: PrintSpec | None) -> bool:
    """Say whether the pages themselves have a line of words under their marks."""
    marked = plain(form, spec)
    return marked is not None and marked.marks == "full"


def lacking(form: Format, pages: int) -> int:
    """Say how many pages a booklet or a fold lacks to fill its sheets; 0 for other formats.

    Less than 0 where a fold has too many: its panels cannot be more.
    """
    if form.panels:
        return len(form.panels) - pages
    return -pages % STITCHED if form.imposition == "booklet" else 0


def printed(
    job: Job,
    rendered: Rendered,
    composition: Composition,
    form: Format,
    *,
    spec: PrintSpec,
    edition: Edition,
    slugs: Slugs,
) -> Printed:
    """Lay pages on sheets where the format asks for it, and ask what a shop would ask.

    *slugs* renders the line of words under the marks of sheets. Raises Rejected where
    the pages cannot be laid on sheets.
    """
    rtl = edition.locale.direction == "rtl"
    data = _laid(job, rendered, form, spec, slugs, rtl=rtl)
    ordered = _ordered(rendered, composition, form, edition, rtl=rtl)
    report = preflight(data, spec, ordered=ordered)
    found = tuple(
        dataclasses.replace(placed.finding(job.name), origin=Origin(job.name))
        for placed in report.found
    )
    return Printed(
        data=data,
        pages=report.pages,
        findings=found,
        preflight=_in_short(report, spec),
    )


def _laid(
    job: Job,
    rendered: Rendered,
    form: Format,
    spec: PrintSpec,
    slugs: Slugs,
    *,
    rtl: bool,
) -> bytes:
    if not form.imposition:
        return rendered.pdf
    stapled = form.imposition == "booklet"
    sides = len(rendered.pages) // 2 if stapled else 2
    width = booklet.A4_ACROSS[0] if stapled else _across(form)
    try:
        slug = slugs(width, sides) if spec.marks == "full" else b""
        if stapled:
            return booklet.booklet(
                rendered.pdf,
                rtl=rtl,
                printable=spec.printable,
                marks=spec.marks,
                slug=slug,
            )
        return folding.fold(
            rendered.pdf, fold=form.imposition, rtl=rtl, marks=spec.marks, slug=slug
        )
    except RenderError as error:
        hint = error.hint
        if stapled and spec.marks != "none":
            hint = f"A4 has no room for marks: 'marks: none' in print spec {spec.name!r}"
        finding = Finding(
            code=UNLAID, message=error.message, origin=Origin(job.name), hint=hint
        )
        raise Rejected(
            f"{UNLAID} {error.message}",
            hint=hint,
            findings=[finding],
            data=rendered.pdf,
        ) from error


def _across(form: Format) -> float:
    """Give the width in mm of a sheet of panels."""
    return sum(form.panels[panel - 1] for panel in folding.OUTSIDE)


def _ordered(
    rendered: Rendered,
    composition: Composition,
    form: Format,
    edition: Edition,
    *,
    rtl: bool,
) -> Ordered:
    """Say what is known of the file before it is opened."""
    pages = len(rendered.pages)
    trim, folds, multiple = (form.width, form.height), _none(pages), None
    if form.imposition == "booklet":
        pages //= 2
        trim, multiple = booklet.A4_ACROSS, 2
        folds = ((trim[0] / 2,),) * pages
    elif form.imposition:
        pages, folds = 2, folding.folds(form.imposition, rtl)
        trim = (_across(form), form.height)
    page, box = _code_place(rendered, composition, form, rtl=rtl)
    return Ordered(
        pages=pages,
        multiple=multiple,
        trim=trim,
        folds=folds,
        edition_code=edition.code,
        code_text=qrcode.text_of(edition),
        code_page=page,
        code_box=box,
    )


def _none(pages: int) -> tuple[tuple[float, ...], ...]:
    return ((),) * pages


def _code_place(
    rendered: Rendered, composition: Composition, form: Format, *, rtl: bool
) -> tuple[int | None, Rectangle | None]:
    """Say where the QR code stands in the finished file, as far as that is known."""
    marks = (
        scanned.place(each, rendered)
        for each in composition.expected
        if each.kind == qrcode.KIND
    )
    mark = next((found for found in marks if found is not None), None)
    if mark is None:
        return None, None
    page, across, up = mark.page, 0.0, 0.0
    if form.imposition:
        if page != len(rendered.pages) - 1:
            return None, None  # wrong, and found so; the whole file is looked at
        page = 0
        across, up = _last_page_at(form, rtl=rtl)
    return page, Rectangle(
        x0=mark.x0 + across, y0=mark.y0 + up, x1=mark.x1 + across, y1=mark.y1 + up
    )


def _last_page_at(form: Format, *, rtl: bool) -> tuple[float, float]:
    """Lower left corner of the last page on the first side of the sheets, in points."""
    if form.imposition == "booklet":
        sheet = booklet.A4_ACROSS
        left = sheet[0] / 2 - (0 if rtl else form.width)
        return left * _MM, (sheet[1] - form.height) / 2 * _MM
    order = folding.order(folding.OUTSIDE, rtl=rtl)
    before = order[: order.index(len(form.panels))]
    return sum(form.panels[panel - 1] for panel in before) * _MM, 0.0


def _in_short(report: Report, spec: PrintSpec) -> dict[str, Any]:
    """Say for the manifest what the file is and how the preflight went."""
    levels = [placed.answer.severity for placed in report.found]
    said: dict[str, Any] = {
        "spec": spec.name,
        "standard": spec.standard,
        "condition": spec.condition.identifier,
        "profile": of_bytes(intent.profile(spec.condition)),
        "errors": levels.count(Severity.ERROR),
        "warnings": levels.count(Severity.WARNING),
    }
    ink = report.facts.get("ink_max")
    if isinstance(ink, (int, float)):
        said["ink_max"] = round(float(ink), 1)
    return said

"""F80: whether the pages are as many, as large and as full as was ordered."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.inking import blank
from leaflets.pdf.preflight.painted import Kind, PageInk, Painted
from leaflets.pdf.preflight.sight import is_text, mm, seen

_SLACK = 0.1
"""Millimetres by which two sizes may differ and be one."""


@question("F801", basis="the order: number of pages")
def there_are_as_many_pages_as_ordered(case: Case) -> Iterator[Answer]:
    """The file has the number of pages that was ordered."""
    wanted, there = case.ordered.pages, len(case.pages)
    if wanted is not None and there != wanted:
        yield Answer(message=f"{there} pages, ordered are {wanted}")


@question("F802", basis="the order: a stitched sheet has four pages")
def pages_fill_their_sheets(case: Case) -> Iterator[Answer]:
    """The number of pages is a multiple of what a sheet holds."""
    sheet, there = case.ordered.multiple, len(case.pages)
    if sheet and (there % sheet or not there):
        yield Answer(
            message=f"{there} pages, which is no multiple of {sheet}",
            hint="blank pages belong into the file, or its end is anybody's guess",
        )


@question("F803", basis="GWG 2015: all pages have one size; shops")
def pages_have_one_size(case: Case) -> Iterator[Answer]:
    """All pages are cut to the same size."""
    if case.ordered.trim is not None or not case.pages:
        return  # each is held to the size that was ordered
    first = _size(case.pages[0])
    for page in case.pages[1:]:
        size = _size(page)
        if bool(page.trim) is not bool(case.pages[0].trim):
            continue  # F211 says that nobody knows where one of them is cut
        if not _alike(size, first):
            yield Answer(
                message=f"cut to {_said(size)}, page 1 to {_said(first)}",
                page=page.number,
                rectangle=page.finished,
            )


@question("F804", basis="the order: finished size")
def pages_have_the_ordered_size(case: Case) -> Iterator[Answer]:
    """Every page is cut to the size that was ordered."""
    wanted = case.ordered.trim
    for page in case.pages if wanted else ():
        size = _size(page)
        if wanted and not _alike(size, wanted):
            yield Answer(
                message=f"cut to {_said(size)}, ordered is {_said(wanted)}",
                page=page.number,
                rectangle=page.finished,
            )


@question("F805", basis="GWG 2015: no empty pages")
def no_page_is_blank(case: Case) -> Iterator[Answer]:
    """Every page shows something once it is cut."""
    for page in case.pages:
        if page.broken:
            continue  # what it holds is not known; another question says so
        if not any(_shows(thing) for thing in seen(case, page)):
            yield Answer(
                message="nothing is printed",
                severity=Severity.WARNING,
                page=page.number,
                rectangle=page.finished,
                hint="a page that is meant to be bare can say what it is for",
            )


def _shows(thing: Painted) -> bool:
    """Say whether a thing leaves ink: not white, and no text of spaces alone."""
    return not blank(thing.colour) and (thing.kind is not Kind.TEXT or is_text(thing))


def _size(page: PageInk) -> tuple[float, float]:
    """Give the size in mm of a page as it is shown."""
    width, height = mm(page, page.finished.width), mm(page, page.finished.height)
    return (height, width) if page.rotate % 180 else (width, height)


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= _SLACK for a, b in zip(one, other, strict=True))


def _said(size: tuple[float, float]) -> str:
    return f"{size[0]:.1f} × {size[1]:.1f} mm"

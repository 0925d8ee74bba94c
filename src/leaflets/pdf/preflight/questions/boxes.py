"""F21: the boxes of a page: what is cut, what bleeds, how large the sheet is."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.painted import PageInk
from leaflets.pdf.rendered import Rectangle

_SLACK = 0.01
_LONGEST = 14400.0
"""Units: the longest side of a sheet (ISO 32000-1, annex C)."""


@question("F211", basis="ISO 15930-7, 6.6 and ISO 15930-4, 6.9: TrimBox or ArtBox")
def each_page_says_where_it_is_cut(case: Case) -> Iterator[Answer]:
    """Every page says where it is cut."""
    for page in case.pages:
        if page.trim is None:
            yield Answer(
                message="there is no trim box that says where to cut",
                page=page.number,
                hint="export with a trim box; a shop cannot guess it from crop marks",
            )


@question("F212", basis="ISO 15930-7, 6.6: TrimBox or ArtBox, not both")
def no_page_is_cut_twice(case: Case) -> Iterator[Answer]:
    """No page has an art box besides its trim box."""
    for page in case.pages:
        if page.trim is not None and page.art is not None:
            yield Answer(
                message="there is an art box besides the trim box",
                page=page.number,
                rectangle=page.art,
            )


@question("F213", basis="ISO 15930-7, 6.6: trim within bleed within media")
def the_boxes_lie_in_each_other(case: Case) -> Iterator[Answer]:
    """The trim box lies in the bleed box, and that in the sheet."""
    for page in case.pages:
        for inner, outer, what in _pairs(page):
            if not _holds(outer, inner):
                yield Answer(message=what, page=page.number, rectangle=inner)
        for box, name in (
            (page.trim, "trim"),
            (page.bleed, "bleed"),
            (page.media, "media"),
        ):
            if box is not None and not (box.width > 0 and box.height > 0):
                yield Answer(message=f"the {name} box is empty", page=page.number)


def _pairs(page: PageInk) -> Iterator[tuple[Rectangle, Rectangle, str]]:
    trim, bleed, crop = page.trim, page.bleed, page.crop
    if trim is not None:
        yield (
            trim,
            bleed or page.media,
            (
                "the trim box reaches out of the bleed box"
                if bleed
                else "the trim box reaches out of the sheet"
            ),
        )
        if crop is not None:
            yield trim, crop, "the crop box hides a part of the trimmed page"
    if bleed is not None:
        yield bleed, page.media, "the bleed box reaches out of the sheet"


def _holds(outer: Rectangle, inner: Rectangle) -> bool:
    return outer.holds(inner.x0, inner.y0, _SLACK) and outer.holds(
        inner.x1, inner.y1, _SLACK
    )


@question("F214", basis="GWG 2015: no rotated pages")
def no_page_is_turned(case: Case) -> Iterator[Answer]:
    """No page is turned when it is shown."""
    for page in case.pages:
        if page.rotate % 360:
            yield Answer(
                message=f"it is turned by {page.rotate % 360} degrees when it is shown",
                severity=Severity.WARNING,
                page=page.number,
                hint="some machines turn it and some do not",
            )


@question("F215", basis="GWG 2015: no scaled units")
def no_page_has_a_scale(case: Case) -> Iterator[Answer]:
    """No page has a unit of its own."""
    for page in case.pages:
        if page.user_unit != 1:
            yield Answer(
                message=f"its unit is {page.user_unit:g} points, and some machines "
                "print it smaller",
                page=page.number,
            )


@question("F216", basis="ISO 32000-1, annex C: the longest side of a page")
def no_sheet_is_too_large(case: Case) -> Iterator[Answer]:
    """No sheet is larger than PDF allows."""
    for page in case.pages:
        longest = max(page.media.width, page.media.height)
        if longest > _LONGEST:
            yield Answer(
                message=f"the sheet is {longest:.0f} units long, and PDF allows "
                f"{_LONGEST:.0f}",
                page=page.number,
            )

"""F22: links, notes and fields that lie on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.numbers import rectangle_of
from leaflets.pdf.preflight.painted import PageInk
from leaflets.pdf.rendered import Rectangle

_ALLOWED = {"TrapNet", "PrinterMark"}
_MOST = 10_000


@question(
    "F221", basis="ISO 15930-7, 6.14 and ISO 15930-4, 6.13: annotations outside the bleed"
)
def no_annotation_lies_on_the_page(case: Case) -> Iterator[Answer]:
    """No link, note or field lies within the bleed."""
    for page in case.pages:
        kinds: Counter[str] = Counter()
        places: dict[str, Rectangle] = {}
        for kind, place in _annotations(page):
            kinds[kind] += 1
            places.setdefault(kind, place)
        for kind, count in kinds.items():
            yield Answer(
                message=f"{count} annotation{'s' * (count > 1)} ({kind}) "
                f"{'lie' if count > 1 else 'lies'} within the bleed",
                page=page.number,
                rectangle=places[kind],
                hint="links and notes have no place in a file for print: leave them out",
            )


def _annotations(page: PageInk) -> Iterator[tuple[str, Rectangle]]:
    for item in _listed(page):
        if _within(page, item) and _kind(item) not in _ALLOWED:
            yield _kind(item), rectangle_of(item.get("/Rect")) or _inner(page)


def outside(page: PageInk) -> Iterator[Any]:
    """Yield the annotations of a page that lie beside its bleed."""
    return (item for item in _listed(page) if not _within(page, item))


def _listed(page: PageInk) -> Iterator[Any]:
    listed = page.page.get("/Annots")
    for item in list(listed)[:_MOST] if isinstance(listed, pikepdf.Array) else ():
        if isinstance(item, pikepdf.Dictionary):
            yield item


def _within(page: PageInk, item: Any) -> bool:
    """Say whether one lies within the bleed; one that does not say where may."""
    place = rectangle_of(item.get("/Rect"))
    return place is None or _touch(place, _inner(page))


def _inner(page: PageInk) -> Rectangle:
    return page.bleed or page.finished


def _kind(item: Any) -> str:
    return str(item.get("/Subtype", "/of no kind"))[1:]


def _touch(one: Rectangle, other: Rectangle) -> bool:
    return not (
        one.x1 < other.x0 or one.x0 > other.x1 or one.y1 < other.y0 or one.y0 > other.y1
    )

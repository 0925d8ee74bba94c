"""Scan a file for its codes, once for all questions, within bounds.

A page of which the place of its code is known is drawn there at 600 dpi. A page of which
nothing is known is looked over at 300 dpi first (a bar of 0.25 mm has three pixels), and
what was found is drawn again, with the paper around it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from leaflets.pdf import window
from leaflets.pdf.codes import FINENESS, Code, read_on
from leaflets.pdf.preflight.base import Case
from leaflets.pdf.preflight.naming import expected
from leaflets.pdf.preflight.painted import PageInk
from leaflets.pdf.preflight.sight import MM
from leaflets.pdf.rendered import Rectangle
from leaflets.pdf.window import Windows

PAGES = 40
"""Pages of a file without an order that are looked over: the last, the first, and on
from the end."""

LIKELY = 2
"""Pages that are looked at again at 600 dpi where 300 show nothing: the likeliest."""

COARSE = 300.0
AROUND = 5.0
"""Millimetres of paper around a code that are drawn with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """What a scanner reads in a file."""

    codes: tuple[Code, ...] = ()
    left_out: int = 0
    """Pages that were not looked over, because there are too many."""

    unseen: bool = False
    """True where a page was not looked over, because it must not be drawn."""

    coarse: tuple[int, ...] = ()
    """Pages that are too large to be drawn finely enough."""


def code_pages(case: Case) -> tuple[PageInk, ...]:
    """Give the pages that the code of the edition may stand on, the likeliest first.

    It is one where the order says which. Else it may be any, for the last page of a
    leaflet lies on the first side of a folded sheet.
    """
    number = case.ordered.code_page
    if number is not None:
        return tuple(page for page in case.pages if page.number == number)
    if len(case.pages) < 2:
        return case.pages
    return (case.pages[-1], case.pages[0], *case.pages[-2:0:-1])[:PAGES]


def scanned(case: Case) -> Scanned:
    """Scan the file; nothing where the order leaves that out."""
    if not case.ordered.read_codes:
        return Scanned()
    found: Scanned | None = case.shared.get("scanned")
    if found is None:
        found = case.shared["scanned"] = _scan(case)
        case.shared.setdefault("facts", {})["codes"] = [
            {"page": code.page + 1, "kind": code.kind, "text": code.text}
            for code in found.codes
        ]
    return found


def _scan(case: Case) -> Scanned:
    likely = code_pages(case)
    pages = tuple(page for page in likely if case.drawable(page))
    unseen = len(pages) < len(likely)
    if not pages:
        return Scanned(unseen=unseen)
    with window.opened(case.data) as windows:
        if expected(case) or case.ordered.code_text:
            codes = _held(windows, pages, case.ordered.code_box)
            seen = tuple(_closer(windows, *each) for each in codes)
            return Scanned(codes=seen, unseen=unseen)
        found = [
            _closer(windows, page, code)
            for page in sorted(pages, key=lambda page: page.number)
            for code in read_on(windows, page.number, page.finished, fineness=COARSE)
        ]
    return Scanned(
        codes=tuple(found),
        left_out=len(case.pages) - len(likely),
        unseen=unseen,
        coarse=tuple(sorted(page.number for page in pages if _too_large(page))),
    )


def _held(
    windows: Windows, pages: tuple[PageInk, ...], box: Rectangle | None
) -> list[tuple[PageInk, Code]]:
    """Find the QR codes of the first page that has any, in the order of *pages*."""
    rounds = [(pages, COARSE), (pages[:LIKELY], FINENESS)]
    if box is not None:
        rounds = [(pages, FINENESS)]
    for looked, fineness in rounds:
        for page in looked:
            area = page.finished if box is None else _cut(page, box)
            found = read_on(windows, page.number, area, fineness=fineness, squares=True)
            if found:
                return [(page, code) for code in found]
    return []


def _closer(windows: Windows, page: PageInk, code: Code) -> Code:
    """Read a code again with all the paper around it that is left when it is cut."""
    rim = AROUND * MM / (page.user_unit or 1.0)
    box = code.box
    grown = Rectangle(x0=box.x0 - rim, y0=box.y0 - rim, x1=box.x1 + rim, y1=box.y1 + rim)
    near = read_on(windows, page.number, _cut(page, grown))
    same = (each for each in near if each.text == code.text and each.kind == code.kind)
    return replace(next(same, code), page=page.number)


def _cut(page: PageInk, box: Rectangle) -> Rectangle:
    """Give what of a rectangle is left on the page when it is cut."""
    cut = page.finished
    return Rectangle(
        x0=max(box.x0, cut.x0),
        y0=max(box.y0, cut.y0),
        x1=min(box.x1, cut.x1),
        y1=min(box.y1, cut.y1),
    )


def _too_large(page: PageInk) -> bool:
    """Say whether a page has more pixels than are drawn, even at 300 dpi."""
    width = page.finished.width * COARSE / 72
    height = page.finished.height * COARSE / 72
    return width * height > window.PIXELS or max(width, height) > window.LONGEST

"""Whether a folded leaflet fits its panels, and what is over by how much.

A fold has so many panels and no more. What does not fit is never set smaller: it is
measured on the pages that it took instead, and somebody takes words out.

The text stands before the section on evidence, which begins on a panel of its own and
has the clinic's block behind it. Each of the two is over by what stands on the pages
that it has too many of, less what is free on the last that it may have; of the ways to
make both fit, the shortest is named.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflets.compose.html import Composition
from leaflets.compose.panels import GROUP, broken
from leaflets.findings import Finding, Severity
from leaflets.model.format import Format
from leaflets.model.locale import Locale
from leaflets.origin import Origin
from leaflets.pdf.rendered import PageBox, Rendered
from leaflets.pdf.runs import PageGlyphs

CODE = "P117"
"""What does not fit."""

PARTED = "P118"
"""A group of a box, such as the signs to call for help at, that two panels share."""

MM = 72 / 25.4
"""Points in a millimetre."""

LEAST = 1.0
"""mm by which a part is over at least, where it ends on a panel too many."""

TEXT, REST = "text", "evidence and clinic"

HINTS = {
    TEXT: "take a block or an item out of the leaflet's short form; no type is set smaller",
    REST: "shorten the clinic's details, or take a claim out of the leaflet's short form and"
    " its sources with it; no type is set smaller",
}
"""What can be done about each part."""

SLACK = 2.0
"""Points by which ink may hang out of the area of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """What has to be shorter, and by how much."""

    panel: int
    """The panel that it has to end on, from 1."""

    part: str
    mm: float


def overfull(
    rendered: Rendered,
    composition: Composition,
    form: Format,
    *,
    locale: Locale,
    pages: Sequence[PageGlyphs],
) -> Iterator[Finding]:
    """Find what does not fit the panels of a folded leaflet.

    *locale* is as the panels are set in it, *pages* are the finished ones, read again.
    """
    have, need = len(rendered.pages), len(form.panels)
    if not need or have == need:
        return
    if have < need:
        yield _finding(f"{have} panels are filled, and the sheet has {need}", "")
        return
    for over in measure(rendered, composition, pages, need):
        lines = _lines(over.mm, form, locale)
        yield _finding(
            f"panel {over.panel} ({over.part}) in {locale.tag!r} is over by"
            f" {math.ceil(over.mm)} mm ({lines} line{'s' if lines > 1 else ''})",
            HINTS[over.part],
        )


def parted(rendered: Rendered, composition: Composition) -> Iterator[Finding]:
    """Find groups of points that begin on one panel and end on the next."""
    if composition.filling is None:
        return
    for name, panels in _broken(rendered).items():
        if name.startswith(f"{GROUP}-"):
            box, _, number = name.removeprefix(f"{GROUP}-").rpartition("-")
            first, last = panels[0], panels[-1]
            yield Finding(
                code=PARTED,
                message=f"group {number} of box {box!r} breaks over panels {first} and {last}",
                hint="look whether it can be read on; a shorter text before it keeps it whole",
                origin=Origin("page"),
                severity=Severity.WARNING,
            )


def as_data(rendered: Rendered, composition: Composition) -> dict[str, object]:
    """Say for the manifest how the panels are filled; empty for other formats.

    ``type`` is the size of the body for Latin in pt, ``writing`` whether there are lines
    to write on, ``boxes`` what was asked of boxes, and ``parted`` what two panels share.
    """
    filling = composition.filling
    if filling is None:
        return {}
    return {
        "type": filling.text,
        "writing": filling.writing,
        "boxes": filling.boxes,
        "parted": {name: list(panels) for name, panels in _broken(rendered).items()},
    }


def _broken(rendered: Rendered) -> dict[str, tuple[int, ...]]:
    return broken((mark.id, mark.page + 1) for mark in rendered.marks)


def measure(
    rendered: Rendered,
    composition: Composition,
    pages: Sequence[PageGlyphs],
    need: int,
) -> tuple[Over, ...]:
    """Say what is over where there are more pages than *need*, by the shortest way."""
    pairs = list(zip(pages, rendered.boxes, strict=True))
    heights = [used(page, box) / MM for page, box in pairs]
    rooms = [box.content.height / MM for _, box in pairs]
    begins = _evidence_begins(rendered, composition)
    surplus = len(pairs) - need
    text = list(zip(heights, rooms, strict=True))[:begins]
    rest = list(zip(heights, rooms, strict=True))[begins:]
    # So many panels off the text, the others off what follows it: the least in all.
    off = min(
        (n for n in range(surplus + 1) if n < len(text) and surplus - n < len(rest)),
        key=lambda n: _excess(text, n) + _excess(rest, surplus - n),
        default=0,
    )
    found = []
    if off:
        mm = _excess(text, off)
        found.append(Over(panel=len(text) - off, part=TEXT, mm=mm))
    if surplus - off:
        mm = _excess(rest, surplus - off)
        found.append(Over(panel=need, part=REST, mm=mm))
    return tuple(found)


def _excess(panels: Sequence[tuple[float, float]], count: int) -> float:
    """Say what the last *count* of panels hold that the one before them has no room for.

    A panel is what is used of it and its height. A block that may not break goes on to
    the next panel and leaves room behind it, which counts.
    """
    if not count:
        return 0.0
    height, room = panels[-count - 1]
    over = sum(height for height, _ in panels[-count:]) - (room - height)
    return max(over, LEAST)


def used(page: PageGlyphs, box: PageBox) -> float:
    """Height of what stands in the area of the text of a page, from its top, in points."""
    area = box.content
    lowest = area.y1
    inks = [run.rough for run in page.runs if run.painted]
    for ink in (*inks, *page.pictures):
        if ink is None or ink[1] < area.y0 - SLACK or ink[3] > area.y1 + SLACK:
            continue
        lowest = min(lowest, ink[1])
    return area.y1 - lowest


def _evidence_begins(rendered: Rendered, composition: Composition) -> int:
    """Page on which the section on evidence begins, from 0; all of them if it is lost."""
    parts = {e.id for e in composition.expected if e.kind == "part"}
    there = [mark.page for mark in rendered.marks if mark.id in parts]
    return min(there, default=len(rendered.pages))


def _lines(mm: float, form: Format, locale: Locale) -> int:
    line = form.text * locale.scale * locale.line_height / MM
    return max(math.ceil(mm / line - 0.01), 1)


def _finding(message: str, hint: str) -> Finding:
    return Finding(code=CODE, message=message, hint=hint, origin=Origin("page"))

"""What of a page can be seen once it is cut, and how its place is said to a person.

Things outside the trimmed page (marks, a slug) are cut off, those in a soft mask give no
ink of their own, and what is clipped away or wholly transparent gives none either.
"""

from __future__ import annotations

import unicodedata

from leaflets.pdf import bidi
from leaflets.pdf.matrix import Box
from leaflets.pdf.preflight.base import Case
from leaflets.pdf.preflight.painted import Kind, PageInk, Painted
from leaflets.pdf.rendered import Rectangle

_RIGHT = frozenset(("R", "AL"))

MM = 72 / 25.4
"""Points in a millimetre."""

_EXCERPT = 24
"""Letters of a text that a message quotes."""

_LINE = 200
"""Letters of a run that are looked at to find where it begins."""


def seen(case: Case, page: PageInk) -> tuple[Painted, ...]:
    """Give what of a page leaves ink or knocks it out, in drawing order."""
    key = f"seen {page.number}"
    found: tuple[Painted, ...] | None = case.shared.get(key)
    if found is None:
        found = tuple(
            thing
            for thing in page.painted
            if not thing.hidden and thing.alpha > 0 and drawn(page, thing)
        )
        case.shared[key] = found
    return found


def letters(case: Case, page: PageInk) -> tuple[Painted, ...]:
    """Give the texts among them that show any ink: not the spaces."""
    key = f"letters {page.number}"
    found: tuple[Painted, ...] | None = case.shared.get(key)
    if found is None:
        found = case.shared[key] = tuple(filter(is_text, seen(case, page)))
    return found


def is_text(thing: Painted) -> bool:
    """Say whether a thing is text with letters in it."""
    if thing.kind is not Kind.TEXT or (thing.text and not thing.text.strip()):
        return False
    x0, y0, x1, y1 = thing.box
    return x1 > x0 and y1 > y0


def drawn(page: PageInk, thing: Painted) -> bool:
    """Say whether a thing stands on the trimmed page, and not in a soft mask."""
    if thing.masking:
        return False
    x0, y0, x1, y1 = thing.box
    cut = page.finished
    return (x1 > cut.x0 and x0 < cut.x1 and y1 > cut.y0 and y0 < cut.y1) or (
        # a line along the page has no height, and still stands on it
        (x1 == x0 or y1 == y0) and cut.holds(x0, y0) and cut.holds(x1, y1)
    )


def mm(page: PageInk, points: float) -> float:
    """Give a length on the page in mm."""
    return points * (page.user_unit or 1.0) / MM


def at(page: PageInk, box: Box) -> str:
    """Say where the upper left corner of a box is, as one measures on the cut page."""
    left, top = (max(0.0, mm(page, each)) for each in _corner(page, box))
    return f"{left:.1f} mm from the left and {top:.1f} mm from the top"


def _corner(page: PageInk, box: Box) -> tuple[float, float]:
    x0, y0, x1, y1 = box
    cut = page.finished
    turned = {
        0: (x0 - cut.x0, cut.y1 - y1),
        90: (y0 - cut.y0, x0 - cut.x0),
        180: (cut.x1 - x1, y0 - cut.y0),
        270: (cut.y1 - y1, cut.x1 - x1),
    }
    return turned.get(page.rotate % 360, turned[0])


def across(page: PageInk, box: Box) -> tuple[float, float]:
    """Give how far the left and right side of a box are from the left cut, in mm.

    Left and right as the page is shown, turned or not.
    """
    x0, y0, x1, y1 = box
    cut = page.finished
    turned = {
        0: (x0 - cut.x0, x1 - cut.x0),
        90: (y0 - cut.y0, y1 - cut.y0),
        180: (cut.x1 - x1, cut.x1 - x0),
        270: (cut.y1 - y1, cut.y1 - y0),
    }
    left, right = turned.get(page.rotate % 360, turned[0])
    return mm(page, left), mm(page, right)


def edges(page: PageInk, box: Box) -> tuple[float, float, float, float]:
    """Give how far a box is from the cut edges: left, bottom, right, top, in mm.

    Less than 0 where it reaches over the edge.
    """
    x0, y0, x1, y1 = box
    cut = page.finished
    near = (x0 - cut.x0, y0 - cut.y0, cut.x1 - x1, cut.y1 - y1)
    left, bottom, right, top = (mm(page, each) for each in near)
    return left, bottom, right, top


def outline(box: Box) -> Rectangle:
    """Give a box as a rectangle."""
    x0, y0, x1, y1 = box
    return Rectangle(x0=x0, y0=y0, x1=x1, y1=y1)


def called(thing: Painted) -> str:
    """Say what a thing is: text by its words, others by their kind."""
    if thing.kind is Kind.TEXT:
        return excerpt(thing)
    kind = "area" if thing.kind is Kind.FILL else str(thing.kind)
    return f"{'an' if kind[0] in 'ai' else 'a'} {kind}"


def several(thing: Painted) -> str:
    """Say what several of its kind are called."""
    return "areas" if thing.kind is Kind.FILL else f"{thing.kind}s"


def excerpt(thing: Painted) -> str:
    """Quote the beginning of a text."""
    words = plain(_in_reading_order(thing.text[:_LINE]))
    if not words:
        return "text"
    return f"text '{words[:_EXCERPT]}{'…' if len(words) > _EXCERPT else ''}'"


def _in_reading_order(words: str) -> str:
    """Turn a line round that runs from right to left: glyphs lie as they are seen."""
    if words.isascii() or not any(unicodedata.bidirectional(c) in _RIGHT for c in words):
        return words
    return "".join(words[place] for place in bidi.visual(bidi.levels(words, "rtl")))


def plain(words: str) -> str:
    """Give words without what moves a terminal's pen or turns the order of a line."""
    return " ".join("".join(c for c in words if c.isprintable() or c.isspace()).split())

"""Say in which inks a code is printed, from what is painted under it."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.pdf.matrix import Box
from leaflets.pdf.preflight.base import Case
from leaflets.pdf.preflight.inking import TRACE, black_alone, blank, mixes
from leaflets.pdf.preflight.painted import Kind, PageInk, Painted
from leaflets.pdf.preflight.sight import seen
from leaflets.pdf.rendered import Rectangle

_INSIDE = 0.5
"""Points: what only touches the edge of a code is no part of it."""

_INKS = ("cyan", "magenta", "yellow")


def wrong_inks(case: Case, page: PageInk, box: Rectangle) -> Iterator[str]:
    """Say what is wrong with the inks of the code in *box*; nothing where none is."""
    things = _under(case, page, box)
    faults = dict.fromkeys(fault for fault in map(_fault, things) if fault)
    yield from faults
    if not faults and not any(_black(thing) for thing in things):
        yield "is not printed in solid black"


def _under(case: Case, page: PageInk, box: Rectangle) -> list[Painted]:
    """Give what can be seen of all that is painted in *box*, ground and code alike."""
    kept: list[Painted] = []
    for thing in seen(case, page):
        x0, y0, x1, y1 = thing.box
        if (
            x1 <= box.x0 + _INSIDE
            or x0 >= box.x1 - _INSIDE
            or y1 <= box.y0 + _INSIDE
            or y0 >= box.y1 - _INSIDE
        ):
            continue
        if blank(thing.colour):
            if _covers(thing, thing.box, box):
                kept.clear()  # paper again, whatever was there before
            continue
        kept.append(thing)
    return kept


def _covers(thing: Painted, cover: Box, box: Rectangle) -> bool:
    x0, y0, x1, y1 = cover
    return (
        thing.kind is Kind.FILL
        and not mixes(thing)
        and not thing.soft_mask
        and x0 <= box.x0 + _INSIDE
        and y0 <= box.y0 + _INSIDE
        and x1 >= box.x1 - _INSIDE
        and y1 >= box.y1 - _INSIDE
    )


def _fault(thing: Painted) -> str:
    colour = thing.colour
    if colour.inks is not None:
        several = [
            f"{ink * 100:.0f} % {name}"
            for name, ink in zip(_INKS, colour.inks, strict=False)
            if ink > TRACE
        ]
        return f"is printed with {', '.join(several)} too" if several else ""
    if colour.colorants:
        named = [name for name in colour.colorants if name not in ("Black", "None")]
        return f"is printed in {', '.join(named)}" if named else ""
    if thing.kind is Kind.IMAGE and colour.components == 1 and "Gray" in colour.space:
        return ""
    return f"is painted in {colour.space}, which is not black alone"


def _black(thing: Painted) -> bool:
    """Say whether a thing can be solid black; of an image in grey it is taken to be."""
    if thing.colour.inks is None:
        return thing.kind is Kind.IMAGE or "Black" in thing.colour.colorants
    return black_alone(thing.colour) and thing.alpha >= 1 - TRACE

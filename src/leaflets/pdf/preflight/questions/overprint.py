"""F41: what overprints and what knocks out: white, black text, rich black, black areas."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.ground import Ground, ground, spots
from leaflets.pdf.preflight.inking import TRACE, black_alone, blank, how_many, lets_through
from leaflets.pdf.preflight.painted import Kind, PageInk, Painted
from leaflets.pdf.preflight.sight import MM, called, excerpt, letters, seen

_AREA = 10 * MM
"""Lesser side in points from which a black area shows what lies beneath it."""

_MOSTLY_BLACK = 0.85


@question("F411", basis="GWG 2015: white text and line art never overprint")
def white_knocks_out(case: Case) -> Iterator[Answer]:
    """White knocks out what lies beneath it."""
    for page in case.pages:
        yield from merged(page, _white(case, page))


def _white(case: Case, page: PageInk) -> Iterator[Fault]:
    for thing in seen(case, page):
        if thing.kind is Kind.IMAGE and not (thing.image and thing.image.mask):
            continue
        if thing.overprint and blank(thing.colour):
            vanishes = lets_through(thing)
            yield Fault(
                thing=thing,
                what=_white_name(thing),
                many="white things",
                fault="set to overprint, so that it vanishes"
                if vanishes
                else "set to overprint, so that it may vanish",
                weight=_area(thing),
                severity=Severity.ERROR if vanishes else Severity.WARNING,
                hint="switch overprint off for white",
            )


def _white_name(thing: Painted) -> str:
    return (
        f"white {excerpt(thing)}"
        if thing.kind is Kind.TEXT
        else f"a white {called(thing).partition(' ')[2]}"
    )


def _area(thing: Painted) -> float:
    x0, y0, x1, y1 = thing.box
    return (x1 - x0) * (y1 - y0)


@question("F412", basis="GWG 2015: text in solid black overprints")
def black_text_overprints(case: Case) -> Iterator[Answer]:
    """Black text on a colour overprints it."""
    for page in case.pages:
        under = ground(case, page)
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what=f"black {excerpt(thing)}",
                    many="black texts",
                    fault="cut out of the colour beneath instead of overprinting it",
                    amount=f"{thing.size:.1f} pt",
                    weight=-thing.size,
                    severity=Severity.WARNING,
                    hint="set black text to overprint, in DeviceCMYK with overprint mode 1",
                )
                for thing in letters(case, page)
                if black_alone(thing.colour)
                and not lets_through(thing)
                and _coloured(under, thing)
            ),
        )


def _coloured(under: Ground, thing: Painted) -> bool:
    """Say whether more than black, or a picture in colour, lies beneath a thing."""
    x, y = _middle(thing)
    found = under.beneath(x, y, thing.order)
    if not found:
        return False
    if found[0].colour.inks is None:
        return not blank(found[0].colour) and found[0].colour.components > 1
    return max(under.inks(x, y, thing.order)[:3]) > TRACE


def _middle(thing: Painted) -> tuple[float, float]:
    x0, y0, x1, y1 = thing.box
    return (x0 + x1) / 2, (y0 + y1) / 2


@question("F413", basis="shops: text in black alone; four plates never fit to a hair")
def text_is_not_in_rich_black(case: Case) -> Iterator[Answer]:
    """Black text is in black ink alone."""
    for page in case.pages:
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what=f"black {excerpt(thing)}",
                    many="black texts",
                    fault="mixed of several inks",
                    amount=_recipe(thing),
                    weight=float(how_many(thing.colour)),
                    severity=Severity.WARNING,
                    hint="set black text in solid black alone",
                )
                for thing in letters(case, page)
                if rich_black(thing)
            ),
        )


def rich_black(thing: Painted) -> bool:
    """Say whether a thing is nearly black, with other inks in it."""
    inks = thing.colour.inks
    return inks is not None and inks[3] > _MOSTLY_BLACK and max(inks[:3]) > TRACE


def _recipe(thing: Painted) -> str:
    inks = thing.colour.inks or ()
    return " / ".join(f"{100 * ink:.0f}" for ink in inks)


@question("F414", basis="GWG 2015: large solid areas knock out")
def black_areas_knock_out(case: Case) -> Iterator[Answer]:
    """Large black areas hide what lies beneath them."""
    for page in case.pages:
        under = ground(case, page)
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what="a black area",
                    many="black areas",
                    fault="set to overprint, so that what lies beneath shows through",
                    weight=_area(thing),
                    severity=Severity.WARNING,
                    hint="switch overprint off for large black areas",
                )
                for thing in seen(case, page)
                if thing.kind in {Kind.FILL, Kind.SHADING}
                and black_alone(thing.colour)
                and lets_through(thing)
                and _large(thing)
                and _any_colour(under, page, thing)
            ),
        )


def _large(thing: Painted) -> bool:
    x0, y0, x1, y1 = thing.box
    return min(x1 - x0, y1 - y0) >= _AREA


def _any_colour(under: Ground, page: PageInk, thing: Painted) -> bool:
    for x, y in spots(thing.box, page.finished):
        found = under.beneath(x, y, thing.order)
        if found and (
            (found[0].colour.inks is None and not blank(found[0].colour))
            or max(under.inks(x, y, thing.order)[:3]) > TRACE
        ):
            return True
    return False

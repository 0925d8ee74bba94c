"""F40: how much ink lies where things overprint, or mix with what lies beneath them."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.ground import ground, spots
from leaflets.pdf.preflight.inking import breadth, laid, mixes, percent, registration
from leaflets.pdf.preflight.painted import PageInk, Painted
from leaflets.pdf.preflight.questions.inks import SLACK, SMALL, TOO_MUCH, own_inks
from leaflets.pdf.preflight.sight import called, seen

_ESTIMATED = 3000
"""Transparent things of a file whose sum with what lies beneath is estimated."""


@question("F403", basis="ISO 32000-1, 8.6.7 and 11.3: estimated from boxes")
def mixed_things_have_no_more_ink_than_the_paper_bears(case: Case) -> Iterator[Answer]:
    """Nothing transparent or overprinting brings the ink beneath it over the limit."""
    left = _ESTIMATED
    for page in case.pages:
        mixed = [thing for thing in seen(case, page) if _estimable(thing)]
        if len(mixed) > left:
            yield Answer(
                message=f"{len(mixed) - left} of {len(mixed)} transparent or overprinting "
                "things are not estimated, the smaller ones",
                severity=Severity.WARNING,
                page=page.number,
                hint="flatten the artwork, or have its ink looked at by the print shop",
            )
            mixed = sorted(mixed, key=_extent, reverse=True)[:left]
        left -= len(mixed)
        yield from merged(page, _mixed(case, page, mixed))


def _estimable(thing: Painted) -> bool:
    return (
        mixes(thing)
        and own_inks(thing) is not None
        and breadth(thing) >= SMALL
        and not registration(thing.colour)
    )


def _extent(thing: Painted) -> float:
    x0, y0, x1, y1 = thing.box
    return (x1 - x0) * (y1 - y0)


def _mixed(case: Case, page: PageInk, things: list[Painted]) -> Iterator[Fault]:
    limit = case.spec.ink_limit
    for thing in things:
        amount = _together(case, page, thing)
        if amount > limit + SLACK:
            yield Fault(
                thing=thing,
                what=called(thing),
                many="things",
                fault=f"mixed with what lies beneath to more than {limit} % ink",
                amount=f"about {amount:.0f} %",
                weight=amount,
                severity=Severity.WARNING,
                hint=TOO_MUCH,
            )


def _together(case: Case, page: PageInk, thing: Painted) -> float:
    inks = own_inks(thing)
    if inks is None:
        return 0.0
    under = ground(case, page)
    return max(
        percent(laid(thing, inks, under.inks(x, y, thing.order)))
        for x, y in spots(thing.box, page.finished)
    )

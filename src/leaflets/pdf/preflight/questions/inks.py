"""F40: how much ink lies on the paper of areas, lines and letters; registration colour."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.inking import Inks, breadth, percent, registration
from leaflets.pdf.preflight.painted import Kind, PageInk, Painted
from leaflets.pdf.preflight.sight import MM, called, seen, several

SLACK = 0.5
"""Percent, from rounding."""

SMALL = MM
"""Points: what is narrower than a millimetre dries, whatever lies on it."""

TOO_MUCH = "ink that does not dry marks the next sheet; use lighter or fewer inks"
"""The way out of too much ink."""


@question(
    "F401", basis="paper: the print spec's ink limit, 280 to 300 % as shops publish it"
)
def areas_have_no_more_ink_than_the_paper_bears(case: Case) -> Iterator[Answer]:
    """No area, line or gradient has more ink than the paper bears."""
    for page in case.pages:
        yield from merged(page, _areas(case, page))


def _areas(case: Case, page: PageInk) -> Iterator[Fault]:
    greatest = 0.0
    for thing in seen(case, page):
        inks = own_inks(thing)
        if inks is None or thing.alpha < 1 or registration(thing.colour):
            continue
        greatest = max(greatest, percent(inks))
        fault = over(case, thing, percent(inks))
        small = breadth(thing) < SMALL
        if fault is not None and not (small and fault.severity is Severity.WARNING):
            yield _milder(fault) if small else fault
    note(case, greatest)


def own_inks(thing: Painted) -> Inks | None:
    """Give the inks of a thing itself; None for an image, which has many."""
    if thing.kind is Kind.IMAGE and not (thing.image and thing.image.mask):
        return None
    return thing.colour.inks


def over(case: Case, thing: Painted, amount: float) -> Fault | None:
    """Give the fault of a thing with so much ink; None if the paper bears it."""
    limit, warned = case.spec.ink_limit, case.spec.ink_warning
    if amount <= min(limit, warned) + SLACK:
        return None
    bad = amount > limit + SLACK
    return Fault(
        thing=thing,
        what=called(thing),
        many=several(thing),
        fault=f"with more than {limit if bad else warned} % ink",
        amount=f"{amount:.0f} %",
        weight=amount,
        severity=Severity.ERROR if bad else Severity.WARNING,
        hint=TOO_MUCH,
    )


def _milder(fault: Fault) -> Fault:
    """Say of a thing narrower than a millimetre that it is, as a warning."""
    return dataclasses.replace(
        fault, fault=f"narrower than 1 mm {fault.fault}", severity=Severity.WARNING
    )


@question("F404", basis="GWG 2015: registration colour is for marks outside the page")
def registration_colour_stays_outside(case: Case) -> Iterator[Answer]:
    """Nothing on the trimmed page is in the colour of all plates."""
    for page in case.pages:
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what=called(thing),
                    many="things",
                    fault="in registration colour",
                    weight=breadth(thing),
                    hint="use black alone; registration colour is for printer's marks",
                )
                for thing in seen(case, page)
                if registration(thing.colour)
            ),
        )


def note(case: Case, amount: float) -> None:
    """Keep the greatest sum of inks among the facts of the file, in whole percent."""
    facts = case.shared.setdefault("facts", {})
    facts["ink_max"] = max(facts.get("ink_max", 0), round(amount))

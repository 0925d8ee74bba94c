"""F51: type that is too small for its inks, or that nobody can see."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.ground import Ground, ground
from leaflets.pdf.preflight.inking import blank, how_many, lets_through, lightness
from leaflets.pdf.preflight.painted import Painted
from leaflets.pdf.preflight.questions.overprint import rich_black
from leaflets.pdf.preflight.sight import drawn, excerpt, is_text, letters

_SLACK = 0.05
"""Points that a size may be less by, from rounding."""

_LIGHTER = 0.35
"""Difference in lightness from which light text on a ground counts as reversed."""

_ACROSS = (0.1, 0.5, 0.9)


@question("F511", basis="shops: 6 to 7 pt in one ink")
def type_is_large_enough(case: Case) -> Iterator[Answer]:
    """No type is smaller than the paper holds."""
    least = case.spec.type_least
    for page in case.pages:
        yield from merged(
            page,
            (
                _small(thing, f"smaller than {least:g} pt", Severity.ERROR)
                for thing in letters(case, page)
                if thing.size < least - _SLACK
            ),
        )


@question("F512", basis="shops: 7 to 8 pt in several inks")
def type_in_several_inks_is_larger(case: Case) -> Iterator[Answer]:
    """Type in several inks is large enough to bear plates that do not quite fit."""
    least = case.spec.type_several
    for page in case.pages:
        yield from merged(
            page,
            (
                _small(thing, f"in several inks and smaller than {least:g} pt")
                for thing in letters(case, page)
                if thing.size < least - _SLACK
                and how_many(thing.colour) > 1
                # F413 says that of black in several inks, at any size
                and not rich_black(thing)
            ),
        )


@question("F513", basis="shops: 7 pt and more for light type on a dark ground")
def reversed_type_is_larger(case: Case) -> Iterator[Answer]:
    """Light type on a dark ground is large enough not to fill in."""
    least = case.spec.type_several
    for page in case.pages:
        under = ground(case, page)
        yield from merged(
            page,
            (
                _small(thing, f"light on dark and smaller than {least:g} pt")
                for thing in letters(case, page)
                if thing.size < least - _SLACK and _reversed(thing, under)
            ),
        )


def _small(thing: Painted, fault: str, severity: Severity = Severity.WARNING) -> Fault:
    return Fault(
        thing=thing,
        what=excerpt(thing),
        many="texts",
        fault=fault,
        amount=f"{thing.size:.1f} pt",
        weight=-thing.size,
        severity=severity,
        hint="set it larger, or in one dark ink on paper",
    )


def _reversed(thing: Painted, under: Ground) -> bool:
    x0, y0, x1, y1 = thing.box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    beneath = under.beneath(x, y, thing.order)
    if not beneath or lets_through(thing):
        return False
    if beneath[0].colour.inks is None:  # a picture: how dark it is there is not known
        return blank(thing.colour) and not blank(beneath[0].colour)
    inks = (0.0, 0.0, 0.0, 0.0) if blank(thing.colour) else thing.colour.inks
    if inks is None:
        return False
    return lightness(inks) - lightness(under.inks(x, y, thing.order)) > _LIGHTER


@question("F514", basis="GWG 2015: no invisible text")
def every_text_can_be_seen(case: Case) -> Iterator[Answer]:
    """No text is invisible."""
    for page in case.pages:
        under = ground(case, page)
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what=excerpt(thing),
                    many="texts",
                    fault=why,
                    severity=Severity.WARNING,
                    weight=thing.size,
                    hint="take it out, or let it be seen",
                )
                for thing in page.painted
                if is_text(thing) and drawn(page, thing) and (why := _unseen(thing, under))
            ),
        )


def _unseen(thing: Painted, under: Ground) -> str:
    """Say why a text cannot be seen; empty if it can."""
    if thing.hidden:
        return "that is not painted, or clipped away"
    if thing.alpha <= 0:
        return "that is wholly transparent"
    if not blank(thing.colour):
        return ""
    x0, y0, x1, y1 = thing.box
    for part in _ACROSS:
        beneath = under.beneath(x0 + part * (x1 - x0), (y0 + y1) / 2, thing.order)
        if beneath and not blank(beneath[0].colour):
            return ""
    return "white on white"

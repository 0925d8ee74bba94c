"""F50: lines that are too thin to print: lines, slender areas, letters in outline."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.ground import Ground, ground
from leaflets.pdf.preflight.inking import blank, how_many
from leaflets.pdf.preflight.painted import Kind, PageInk, Painted
from leaflets.pdf.preflight.sight import seen

_SLACK = 0.005
"""Points; a quarter of a point is often written as 0.248."""

_NOTHING = 1e-6

_WAY_OUT = "draw the line thicker, or leave it out"


@question("F501", basis="ISO 32000-1, 8.4.3.2: width 0 is the thinnest of the device")
def no_line_is_without_width(case: Case) -> Iterator[Answer]:
    """Every line has a width of its own."""
    for page in case.pages:
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what="a line",
                    many="lines",
                    fault="of width 0, as thin as the machine can draw",
                    hint=_WAY_OUT,
                )
                for thing in _lines(case, page)
                if thing.thickness < _NOTHING and not blank(thing.colour)
            ),
        )


@question("F502", basis="shops: 0.2 to 0.3 pt in one ink")
def lines_are_thick_enough(case: Case) -> Iterator[Answer]:
    """No line is thinner than the paper holds."""
    for page in case.pages:
        yield from merged(
            page,
            (
                _thin(thing, case.spec.line_least, "", Severity.ERROR)
                for thing in _lines(case, page)
                if _NOTHING <= thing.thickness < case.spec.line_least - _SLACK
                and not blank(thing.colour)
            ),
        )


@question("F503", basis="shops: 0.4 to 0.5 pt in several inks, and for white lines")
def lines_in_several_inks_are_thicker(case: Case) -> Iterator[Answer]:
    """Lines in several inks, and white ones, are thick enough to stay whole."""
    least = case.spec.line_several
    for page in case.pages:
        under = ground(case, page)
        yield from merged(
            page,
            (
                _thin(thing, least, kind, Severity.WARNING)
                for thing in _lines(case, page)
                if thing.thickness < least - _SLACK and (kind := _kind(thing, under, case))
            ),
        )


def _kind(thing: Painted, under: Ground, case: Case) -> str:
    """Say why a line needs more than the least; empty if it does not, or F502 says it."""
    if blank(thing.colour):
        x0, y0, x1, y1 = thing.box
        beneath = under.beneath((x0 + x1) / 2, (y0 + y1) / 2, thing.order)
        return "white " if beneath and not blank(beneath[0].colour) else ""
    thick = thing.thickness >= case.spec.line_least - _SLACK
    return "in several inks " if thick and how_many(thing.colour) > 1 else ""


def _lines(case: Case, page: PageInk) -> Iterator[Painted]:
    for thing in seen(case, page):
        slender = thing.kind in {Kind.FILL, Kind.TEXT} and thing.thickness > 0
        if thing.kind is Kind.STROKE or slender:
            yield thing


def _thin(thing: Painted, least: float, kind: str, severity: Severity) -> Fault:
    white, inks = (kind, "") if kind == "white " else ("", kind)
    return Fault(
        thing=thing,
        what=f"a {white}line",
        many=f"{white}lines",
        fault=f"{inks}thinner than {least:g} pt",
        amount=f"{thing.thickness:.2f} pt",
        weight=-thing.thickness,
        severity=severity,
        hint=_WAY_OUT,
    )

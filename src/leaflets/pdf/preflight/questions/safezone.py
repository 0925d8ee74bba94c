"""F52: what stands too near to a cut, a fold, or the rim that a machine cannot reach."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.matrix import Box
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.inking import black_alone, blank, registration
from leaflets.pdf.preflight.painted import HAIR, Kind, PageInk, Painted
from leaflets.pdf.preflight.sight import (
    across,
    called,
    edges,
    excerpt,
    is_text,
    letters,
    seen,
    several,
)

_SLACK = 0.05
"""Millimetres: less than anyone can cut."""

_FINE = 1.0
"""Points: cut marks are no thicker."""


@question("F521", basis="shops: 3 to 6 mm between text and the cut")
def text_keeps_off_the_cut(case: Case) -> Iterator[Answer]:
    """Text keeps its distance from the trimmed edge, glyph by glyph."""
    for page in case.pages:
        yield from merged(page, _near_the_cut(case, page))


def _near_the_cut(case: Case, page: PageInk) -> Iterator[Fault]:
    warned, least = case.spec.safe, case.spec.safe_least
    for thing in letters(case, page):
        gap = min(edges(page, thing.box))
        if gap >= max(warned, least) - _SLACK:
            continue
        bad = gap < least - _SLACK
        limit = least if bad else warned
        yield Fault(
            thing=thing,
            what=excerpt(thing),
            many="texts",
            fault=f"nearer than {limit:g} mm to the trimmed edge",
            amount=f"{gap:.1f} mm" if gap >= 0 else f"{-gap:.1f} mm over the edge",
            weight=-gap,
            severity=Severity.ERROR if bad else Severity.WARNING,
            hint="a knife is off by up to a millimetre; move the text inwards",
        )


@question("F522", basis="shops: text at least 3 mm from a fold")
def text_keeps_off_the_folds(case: Case) -> Iterator[Answer]:
    """No text stands on a fold, or close to one."""
    for page in case.pages:
        if page.number < len(case.ordered.folds):
            yield from merged(
                page, _near_a_fold(case, page, case.ordered.folds[page.number])
            )


def _near_a_fold(case: Case, page: PageInk, folds: tuple[float, ...]) -> Iterator[Fault]:
    for thing in letters(case, page):
        left, right = across(page, thing.box)
        for fold in folds:
            gap = max(left - fold, fold - right)
            if gap >= case.spec.fold_safe - _SLACK:
                continue
            crossed = gap < 0
            yield Fault(
                thing=thing,
                what=excerpt(thing),
                many="texts",
                fault=f"across the fold at {fold:g} mm"
                if crossed
                else f"nearer than {case.spec.fold_safe:g} mm to the fold at {fold:g} mm",
                amount=f"{-gap if crossed else gap:.1f} mm",
                weight=-gap,
                severity=Severity.ERROR if crossed else Severity.WARNING,
                hint="keep each text within its panel",
            )


@question("F523", basis="office printers: a rim of 4 to 6 mm stays bare")
def nothing_stands_in_the_unprintable_rim(case: Case) -> Iterator[Answer]:
    """Nothing stands where the machine cannot print."""
    if case.spec.printable <= 0:
        return
    for page in case.pages:
        yield from merged(page, _in_the_rim(case, page))


def _in_the_rim(case: Case, page: PageInk) -> Iterator[Fault]:
    rim = case.spec.printable
    for thing in seen(case, page):
        gap = min(edges(page, thing.box))
        spaces = thing.kind is Kind.TEXT and not is_text(thing)
        if gap < rim - _SLACK and not blank(thing.colour) and not spaces:
            yield Fault(
                thing=thing,
                what=called(thing),
                many="things",
                fault=f"within the rim of {rim:g} mm that the machine leaves bare",
                amount=f"{max(0.0, gap):.1f} mm from the edge",
                weight=-gap,
                hint="leave the rim white for machines that cannot print to the edge",
            )


@question("F524", basis="shops: marks may not reach the bleed")
def only_art_stands_in_the_bleed(case: Case) -> Iterator[Answer]:
    """No words and no printer's marks stand in the bleed, where they are cut off."""
    for page in case.pages if case.spec.bleed > 0 else ():
        if page.trim is not None:
            yield from merged(page, _cut_off(case, page))


def _cut_off(case: Case, page: PageInk) -> Iterator[Fault]:
    for thing in page.painted:
        if thing.hidden or thing.masking or thing.alpha <= 0 or blank(thing.colour):
            continue
        apart = -min(_beyond(page, thing.box))
        # what ends at the edge of the bleed does not reach it
        if not 0 <= apart < case.spec.bleed - _SLACK or not (
            is_text(thing) or registration(thing.colour) or _mark(thing)
        ):
            continue
        yield Fault(
            thing=thing,
            what=called(thing),
            many=several(thing),
            fault="in the bleed, to be cut off with it",
            amount=f"{apart:.1f} mm from the cut",
            weight=-apart,
            severity=Severity.WARNING,
            hint=f"words belong on the page, and marks {case.spec.bleed:g} mm away from it",
        )


def _beyond(page: PageInk, box: Box) -> tuple[float, float, float, float]:
    """Give how far a box reaches inwards over each cut, in mm; less than 0 if not at all."""
    x0, y0, x1, y1 = box
    left, bottom, right, top = edges(page, (x1, y1, x0, y0))
    return left, bottom, right, top


def _mark(thing: Painted) -> bool:
    """Say whether a thing is drawn as cut marks are: fine, black, along the page."""
    x0, y0, x1, y1 = thing.box
    upright = min(x1 - x0, y1 - y0) <= thing.thickness + HAIR
    slender = thing.kind is Kind.STROKE and upright and thing.thickness <= _FINE
    return slender and black_alone(thing.colour)

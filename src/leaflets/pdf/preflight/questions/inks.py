"""F40: how much ink lies on the paper, of areas, images, and what lies upon each other."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.ground import ground, spots
from leaflets.pdf.preflight.inking import (
    Inks,
    breadth,
    laid,
    mixes,
    percent,
    registration,
)
from leaflets.pdf.preflight.painted import ImageFacts, Kind, PageInk, Painted
from leaflets.pdf.preflight.peaks import greatest_ink
from leaflets.pdf.preflight.pixels import Unmeasured, filters, space_of
from leaflets.pdf.preflight.sight import MM, seen

_SLACK = 0.5
"""Percent, from rounding."""

_SMALL = MM
"""Points: what is narrower than a millimetre dries, whatever lies on it."""

_ESTIMATED = 3000
"""Transparent things of a file whose sum with what lies beneath is estimated."""

_PIXELS = 600_000_000
"""Pixels of all images of a file that are measured; each size of one counts."""

_TOO_MUCH = "ink that does not dry marks the next sheet; use lighter or fewer inks"

_Measured = dict[tuple[object, ...], float | str]


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
        inks = _own(thing)
        if inks is None or thing.alpha < 1 or registration(thing.colour):
            continue
        greatest = max(greatest, percent(inks))
        fault = _over(case, thing, percent(inks))
        small = breadth(thing) < _SMALL
        if fault is not None and not (small and fault.severity is Severity.WARNING):
            yield _milder(fault) if small else fault
    _note(case, greatest)


def _own(thing: Painted) -> Inks | None:
    """Give the inks of a thing itself; None for an image, which has many."""
    if thing.kind is Kind.IMAGE and not (thing.image and thing.image.mask):
        return None
    return thing.colour.inks


def _over(case: Case, thing: Painted, amount: float) -> Fault | None:
    """Give the fault of a thing with so much ink; None if the paper bears it."""
    limit, warned = case.spec.ink_limit, case.spec.ink_warning
    if amount <= min(limit, warned) + _SLACK:
        return None
    bad = amount > limit + _SLACK
    kind = "area" if thing.kind is Kind.FILL else str(thing.kind)
    return Fault(
        thing=thing,
        what=f"{'an' if kind[0] in 'ai' else 'a'} {kind}",
        many=f"{kind}s",
        fault=f"with more than {limit if bad else warned} % ink",
        amount=f"{amount:.0f} %",
        weight=amount,
        severity=Severity.ERROR if bad else Severity.WARNING,
        hint=_TOO_MUCH,
    )


def _milder(fault: Fault) -> Fault:
    """Say of a thing narrower than a millimetre that it is, as a warning."""
    return Fault(
        thing=fault.thing,
        what=fault.what,
        many=fault.many,
        fault=f"narrower than 1 mm {fault.fault}",
        amount=fault.amount,
        weight=fault.weight,
        severity=Severity.WARNING,
        hint=fault.hint,
    )


@question("F402", basis="paper: the print spec's ink limit, as the greatest mean over 1 mm")
def images_have_no_more_ink_than_the_paper_bears(case: Case) -> Iterator[Answer]:
    """No image has more ink than the paper bears, on any square millimetre."""
    for page in case.pages:
        faults = []
        for thing, image in _pictures(case, page):
            amount = _measured(case, image)
            if isinstance(amount, float) and thing.alpha >= 1:
                fault = _over(case, thing, amount)
                if fault is not None:
                    faults.append(fault)
        yield from merged(page, faults)


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
        and _own(thing) is not None
        and breadth(thing) >= _SMALL
        and not registration(thing.colour)
    )


def _extent(thing: Painted) -> float:
    x0, y0, x1, y1 = thing.box
    return (x1 - x0) * (y1 - y0)


def _mixed(case: Case, page: PageInk, things: list[Painted]) -> Iterator[Fault]:
    limit = case.spec.ink_limit
    for thing in things:
        amount = _together(case, page, thing)
        if amount > limit + _SLACK:
            yield Fault(
                thing=thing,
                what=f"{'an' if thing.kind is Kind.IMAGE else 'a'} {thing.kind}",
                many="things",
                fault=f"mixed with what lies beneath to more than {limit} % ink",
                amount=f"about {amount:.0f} %",
                weight=amount,
                severity=Severity.WARNING,
                hint=_TOO_MUCH,
            )


def _together(case: Case, page: PageInk, thing: Painted) -> float:
    inks = _own(thing)
    if inks is None:
        return 0.0
    under = ground(case, page)
    return max(
        percent(laid(thing, inks, under.inks(x, y, thing.order)))
        for x, y in spots(thing.box, page.finished)
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
                    what="an area" if thing.kind is Kind.FILL else f"{thing.kind}",
                    many="things",
                    fault="in registration colour",
                    weight=breadth(thing),
                    hint="use black alone; registration colour is for printer's marks",
                )
                for thing in seen(case, page)
                if registration(thing.colour)
            ),
        )


@question("F405", basis="what is not measured is said")
def every_image_is_measured(case: Case) -> Iterator[Answer]:
    """No image has an amount of ink that is not known."""
    for page in case.pages:
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what="an image",
                    many="images",
                    fault="whose ink could not be measured",
                    amount=why,
                    severity=Severity.WARNING,
                    hint="have its ink looked at by the print shop",
                )
                for thing, image in _pictures(case, page)
                if isinstance(why := _measured(case, image), str)
            ),
        )


def _pictures(case: Case, page: PageInk) -> Iterator[tuple[Painted, ImageFacts]]:
    """Give the images that have inks of their own, and could have too much of them."""
    for thing in seen(case, page):
        image = thing.image
        if image is None or image.mask or image.stream is None:
            continue
        space = space_of(image.stream.get("/ColorSpace"))
        most = space.most if space is not None else 0.0
        # JPEG 2000 may name its colours inside, where they are not looked for
        within = "/ColorSpace" not in image.stream and "JPXDecode" in filters(image.stream)
        if within or most > min(case.spec.ink_limit, case.spec.ink_warning):
            yield thing, image


def _measured(case: Case, image: ImageFacts) -> float | str:
    """Give the greatest ink of an image in percent, or why it is not known."""
    kept: _Measured = case.shared.setdefault("greatest ink", {})
    key = (image.key, *(round(each, 1) for each in image.matrix[:4]))
    found = kept.get(key) if image.key != (0, 0) else None
    if found is None:
        try:
            found = _measure(case, image)
            _note(case, found)
        except Unmeasured as why:
            found = str(why)
        kept[key] = found
    return found


def _measure(case: Case, image: ImageFacts) -> float:
    left = case.shared.setdefault("pixels left", _PIXELS) - image.width * image.height
    if left < 0:
        raise Unmeasured("the images of the file have too many pixels in all")
    case.shared["pixels left"] = left
    least = float(min(case.spec.ink_limit, case.spec.ink_warning))
    return greatest_ink(image, unless_over=least)


def _note(case: Case, amount: float) -> None:
    """Keep the greatest sum of inks among the facts of the file, in whole percent."""
    facts = case.shared.setdefault("facts", {})
    facts["ink_max"] = max(facts.get("ink_max", 0), round(amount))

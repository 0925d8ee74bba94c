"""F40: how much ink images lay on the paper, by their pixels."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.imagespace import space_of
from leaflets.pdf.preflight.painted import ImageFacts, PageInk, Painted
from leaflets.pdf.preflight.peaks import greatest_ink
from leaflets.pdf.preflight.pixels import Unmeasured, filters
from leaflets.pdf.preflight.questions.colour import light
from leaflets.pdf.preflight.questions.inks import note, over
from leaflets.pdf.preflight.sight import seen

_PIXELS = 600_000_000
"""Pixels of all images of a file that are measured; each size of one counts."""

_Measured = dict[tuple[object, ...], float | str]


@question("F402", basis="paper: the print spec's ink limit, as the greatest mean over 1 mm")
def images_have_no_more_ink_than_the_paper_bears(case: Case) -> Iterator[Answer]:
    """No image has more ink than the paper bears, on any square millimetre."""
    for page in case.pages:
        faults = []
        for thing, image in _pictures(case, page):
            amount = _measured(case, image)
            if isinstance(amount, float):
                # what shines through from beneath can only add to it
                fault = over(case, thing, amount * thing.alpha)
                if fault is not None:
                    faults.append(fault)
        yield from merged(page, faults)


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
        if image is None or image.mask:
            continue
        if _most(thing, image) > min(case.spec.ink_limit, case.spec.ink_warning):
            yield thing, image


def _most(thing: Painted, image: ImageFacts) -> float:
    """Give the most ink that an image could have by its colour space, in percent."""
    if image.stream is None:
        return 0.0 if light(thing.colour) else 100.0 * thing.colour.components
    if "/ColorSpace" not in image.stream and "JPXDecode" in filters(image.stream):
        return 400.0  # its colours are named inside, where they are not looked for
    space = space_of(image.stream.get("/ColorSpace"))
    return space.most if space is not None else 0.0


def _measured(case: Case, image: ImageFacts) -> float | str:
    """Give the greatest ink of an image in percent, or why it is not known."""
    kept: _Measured = case.shared.setdefault("greatest ink", {})
    key = (image.key, *(round(each, 1) for each in image.matrix[:4]))
    found = kept.get(key) if image.key != (0, 0) else None
    if found is None:
        try:
            found = _measure(case, image)
            note(case, found)
        except Unmeasured as why:
            found = str(why)
        kept[key] = found
    return found


def _measure(case: Case, image: ImageFacts) -> float:
    if image.stream is None:
        raise Unmeasured("it stands among the drawing instructions")
    left = case.shared.setdefault("pixels left", _PIXELS) - image.width * image.height
    if left < 0:
        raise Unmeasured("the images of the file have too many pixels in all")
    case.shared["pixels left"] = left
    least = float(min(case.spec.ink_limit, case.spec.ink_warning))
    return greatest_ink(image, unless_over=least)

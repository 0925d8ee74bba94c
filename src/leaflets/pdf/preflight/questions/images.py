"""F6: images: enough pixels, not far too many, and packed as every machine reads it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pikepdf

from leaflets.findings import Severity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.painted import ImageFacts, PageInk, Painted
from leaflets.pdf.preflight.pixels import filters
from leaflets.pdf.preflight.sight import MM, seen

_TINY = 64
"""Pixels of the lesser side; GWG 2015 leaves out what is smaller: dots and strips."""

_SHOWN = 10 * MM
"""Points of the lesser side on the page, from which a tiny image is seen as one."""

_FLAT = 8
"""Pixels; what has fewer is a flat colour, however large it is drawn."""

_FAR_MORE = 4
"""So many times the pixels that anyone asks for are of no use."""

_OLD = "PDF/X-1a"
_NOT_IN_OLD = ("JPXDecode", "JBIG2Decode")


@question("F601", basis="GWG 2015: error under 150 pixels an inch, warning under 225")
def images_have_enough_pixels(case: Case) -> Iterator[Answer]:
    """Images have enough pixels for the size in which they stand."""
    for page in case.pages:
        yield from merged(page, _coarse(case, page, bitmap=False))


@question("F602", basis="GWG 2015: error under 550 pixels an inch, warning under 800")
def bitmaps_have_enough_pixels(case: Case) -> Iterator[Answer]:
    """Images of one bit a pixel have enough pixels for the size in which they stand."""
    for page in case.pages:
        yield from merged(page, _coarse(case, page, bitmap=True))


def _coarse(case: Case, page: PageInk, *, bitmap: bool) -> Iterator[Fault]:
    least, wanted = case.spec.bitmap_ppi if bitmap else case.spec.image_ppi
    for thing, image in _images(case, page):
        ppi = min(image.ppi)
        tiny = min(image.width, image.height) < _TINY
        if _bitmap(image) != bitmap or (tiny and not _shown(thing, image)):
            continue
        if ppi >= max(least, wanted) - 0.5:
            continue
        bad = ppi < least - 0.5
        if tiny and not bad:
            continue
        yield Fault(
            thing=thing,
            what=_name(image),
            many=_many(image),
            fault=f"of fewer than {least if bad else wanted} pixels an inch",
            amount=f"{ppi:.0f}",
            weight=-ppi,
            severity=Severity.ERROR if bad and not tiny else Severity.WARNING,
            hint="use a larger original, or set the image smaller",
        )


def _shown(thing: Painted, image: ImageFacts) -> bool:
    """Say whether an image of few pixels is drawn so large that they can be seen."""
    x0, y0, x1, y1 = thing.box
    large = min(x1 - x0, y1 - y0) >= _SHOWN
    return large and min(image.width, image.height) >= _FLAT


@question("F603", basis="four times the pixels that GWG 2015 asks for add size, not detail")
def images_have_not_far_too_many_pixels(case: Case) -> Iterator[Answer]:
    """Images have not many times the pixels that a press can show."""
    for page in case.pages:
        faults = []
        for thing, image in _images(case, page):
            asked = (case.spec.bitmap_ppi if _bitmap(image) else case.spec.image_ppi)[1]
            ppi = min(image.ppi)
            if ppi > asked * _FAR_MORE and min(image.width, image.height) >= _TINY:
                faults.append(
                    Fault(
                        thing=thing,
                        what=_name(image),
                        many=_many(image),
                        fault=f"of more than {asked * _FAR_MORE} pixels an inch",
                        amount=f"{ppi:.0f}",
                        weight=ppi,
                        severity=Severity.INFO,
                        hint="the file could be much smaller and print the same",
                    )
                )
        yield from merged(page, faults)


@question("F604", basis="ISO 32000-1, 8.9.5.3: every machine interpolates in its own way")
def images_are_not_interpolated(case: Case) -> Iterator[Answer]:
    """No image leaves it to the machine to smooth it."""
    for page in case.pages:
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what=_name(image),
                    many=_many(image),
                    fault="to be smoothed by the machine that prints it",
                    severity=Severity.INFO,
                )
                for thing, image in _images(case, page)
                if image.interpolate
            ),
        )


@question("F605", basis="ISO 15930-4: PDF 1.4 has no images of 16 bits")
def images_have_eight_bits_at_most(case: Case) -> Iterator[Answer]:
    """Images have 8 bits a value at most."""
    old = case.spec.standard.startswith(_OLD)
    for page in case.pages:
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what=_name(image),
                    many=_many(image),
                    fault="of 16 bits a value",
                    severity=Severity.ERROR if old else Severity.INFO,
                    hint="8 bits are all that a press can show",
                )
                for thing, image in _images(case, page)
                if image.bits > 8
            ),
        )


@question("F606", basis="ISO 15930-4: no JPEG 2000 and no JBIG2")
def images_are_packed_as_the_standard_allows(case: Case) -> Iterator[Answer]:
    """Images are packed in a way that the file's standard knows."""
    if not case.spec.standard.startswith(_OLD):
        return
    for page in case.pages:
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what=_name(image),
                    many=_many(image),
                    fault=f"packed as {packed}, which {case.spec.standard} does not know",
                    hint="pack it as JPEG or Flate",
                )
                for thing, image in _images(case, page)
                for packed in filters(image.stream)
                if packed in _NOT_IN_OLD
            ),
        )


@question("F607", basis="ISO 15930-7 and ISO 15930-4: no OPI, no alternate images")
def images_stand_for_themselves(case: Case) -> Iterator[Answer]:
    """No image is to be exchanged for another when it is printed."""
    for page in case.pages:
        yield from merged(
            page,
            (
                Fault(
                    thing=thing,
                    what=_name(image),
                    many=_many(image),
                    fault=f"to be exchanged for another ({key[1:]})",
                    hint="place the final image itself",
                )
                for thing, image in _images(case, page)
                for key in ("/OPI", "/Alternates")
                if key in image.stream
            ),
        )


def _images(case: Case, page: PageInk) -> Iterator[tuple[Painted, ImageFacts]]:
    for thing in seen(case, page):
        if thing.image is not None:
            stream = thing.image.stream
            if not isinstance(stream, (pikepdf.Stream, pikepdf.Dictionary)):
                # an inline image can have none of the entries that are asked for
                yield thing, dataclasses.replace(thing.image, stream=pikepdf.Dictionary())
            else:
                yield thing, thing.image


def _bitmap(image: ImageFacts) -> bool:
    return image.mask or image.bits == 1


def _name(image: ImageFacts) -> str:
    kind = "a bitmap" if _bitmap(image) else "an image"
    return f"{kind} of {image.width} × {image.height} pixels"


def _many(image: ImageFacts) -> str:
    return "bitmaps" if _bitmap(image) else "images"

"""F30: colours that are not the inks of the press."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from leaflets.findings import Severity
from leaflets.pdf.preflight import identity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.colours import PROCESS
from leaflets.pdf.preflight.painted import Colour, PageInk, Painted
from leaflets.pdf.preflight.reach import resources
from leaflets.pdf.preflight.sight import called, several

_LIGHT = {"DeviceRGB": "RGB", "CalRGB": "calibrated RGB", "Lab": "Lab"}
_OWN = {*PROCESS, "All", "None"}


def _fault(
    thing: Painted, said: str, severity: Severity = Severity.ERROR, hint: str = ""
) -> Fault:
    x0, y0, x1, y1 = thing.box
    return Fault(
        thing=thing,
        what=called(thing),
        many=several(thing),
        fault=said,
        weight=(x1 - x0) * (y1 - y0),
        severity=severity,
        hint=hint,
    )


def light(colour: Colour) -> str:
    """Name what a colour of light is: RGB, Lab, an RGB profile; empty for inks."""
    if colour.space == "ICCBased" and colour.components == 3:
        return "RGB of an ICC profile"
    return _LIGHT.get(colour.space, "")


@question(
    "F301", basis="ISO 15930-7, 6.5 and ISO 15930-4, 6.4: no RGB; shops refuse it first"
)
def nothing_is_in_light(case: Case) -> Iterator[Answer]:
    """Nothing is in RGB or Lab."""
    for page in case.pages:
        yield from merged(page, _in_light(page))


def _in_light(page: PageInk) -> Iterator[Fault]:
    for thing in page.painted:
        named = light(thing.colour)
        if named:
            yield _fault(
                thing,
                f"in {named}",
                hint="convert it to the inks of the printing condition",
            )
        elif thing.colour.space == "JPXDecode":
            yield _fault(
                thing,
                "in colours that only the picture itself names",
                Severity.WARNING,
                hint="give the image a colour space of inks",
            )


@question("F302", basis="ISO 15930-7, 6.5: a profile on inks means a second conversion")
def inks_are_plain(case: Case) -> Iterator[Answer]:
    """Colours in four inks have no profile of their own."""
    own = {
        intent.DestOutputProfile.objgen
        for intent in identity.intents(case.pdf)
        if isinstance(intent.get("/DestOutputProfile"), pikepdf.Stream)
    }
    for page in case.pages:
        yield from merged(page, _profiled(page, own, case.spec.standard))


def _profiled(page: PageInk, own: set[tuple[int, int]], standard: str) -> Iterator[Fault]:
    for thing in page.painted:
        colour = thing.colour
        if colour.space != "ICCBased" or colour.components != 4:
            continue
        if colour.profile in own and colour.profile != (0, 0):
            yield _fault(
                thing,
                "in CMYK with the profile of the output intent, which PDF/X forbids",
                hint="use DeviceCMYK, which means the same and keeps its overprint",
            )
        else:
            yield _fault(
                thing,
                "in CMYK with a profile of its own, which a press may convert again",
                Severity.ERROR if standard.startswith("PDF/X-1a") else Severity.WARNING,
                hint="use DeviceCMYK",
            )


@question("F303", basis="shops: a spot colour is a plate more; ISO 15930-7, 6.5.5")
def no_ink_is_added(case: Case) -> Iterator[Answer]:
    """There are no spot colours."""
    for page in case.pages:
        yield from merged(page, _spots(page))


def _spots(page: PageInk) -> Iterator[Fault]:
    for thing in page.painted:
        names = [name for name in thing.colour.colorants if name not in _OWN]
        if names:
            listed = ", ".join(repr(name[:40]) for name in names[:4])
            yield _fault(
                thing,
                f"in the spot colour {listed}",
                Severity.WARNING,
                hint="ask the shop whether it is wanted, or convert it to four inks",
            )


@question(
    "F304", basis="ISO 15930-4, 6.4.4 and ISO 15930-7, 6.5.5: what stands in for an ink"
)
def what_stands_in_for_an_ink_is_ink(case: Case) -> Iterator[Answer]:
    """What stands in for a spot colour is no colour of light."""
    for page in case.pages:
        yield from merged(
            page,
            (
                _fault(
                    thing,
                    f"in {', '.join(thing.colour.colorants)[:40]!r}, for which "
                    f"{thing.colour.alternate} stands in",
                    hint="give the spot colour a stand-in of four inks",
                )
                for thing in page.painted
                if thing.colour.alternate in {*_LIGHT, "ICC RGB"}
            ),
        )


@question("F305", basis="ISO 15930-4, 6.4: grey only as DeviceGray; ISO 15930-7, 6.5.3")
def grey_is_plain(case: Case) -> Iterator[Answer]:
    """Grey has no profile of its own."""
    strict = case.spec.standard.startswith("PDF/X-1a")
    for page in case.pages:
        yield from merged(
            page,
            (
                _fault(
                    thing,
                    "in grey with a profile of its own, which a press may convert",
                    Severity.ERROR if strict else Severity.WARNING,
                    hint="use DeviceGray or black",
                )
                for thing in page.painted
                if thing.colour.space == "CalGray"
                or (thing.colour.space == "ICCBased" and thing.colour.components == 1)
            ),
        )


@question("F306", basis="ISO 32000-1, 8.6.5.6: default spaces change what DeviceCMYK means")
def no_default_space_changes_the_inks(case: Case) -> Iterator[Answer]:
    """No resource gives DeviceCMYK, DeviceGray or DeviceRGB another meaning."""
    for each in resources(case):
        if each.category == "ColorSpace" and each.name in {
            "/DefaultCMYK", "/DefaultGray", "/DefaultRGB",
        }:  # fmt: skip
            yield Answer(
                message=f"{each.name[1:]} gives the device's colours another meaning",
                severity=Severity.WARNING,
                page=each.page,
                hint="leave it out: the output intent says what the inks are",
            )

"""F32: transparency: what it is mixed in, and where it may not be at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.painted import PageInk, Painted

_LIGHT = {"DeviceRGB", "CalRGB", "ICCBased 3", "Lab"}


@question(
    "F321", basis="ISO 15930-7, 6.5: groups are mixed in the inks of the output intent"
)
def transparency_is_mixed_in_inks(case: Case) -> Iterator[Answer]:
    """Transparency is mixed in DeviceCMYK."""
    for page in case.pages:
        for space, count in Counter(page.groups).items():
            if space in {"", "DeviceCMYK"}:
                continue
            many = (
                f"{count} transparency groups are"
                if count > 1
                else ("a transparency group is")
            )
            yield Answer(
                message=f"{many} mixed in {space}",
                severity=Severity.WARNING if space == "DeviceGray" else Severity.ERROR,
                page=page.number,
                hint="mixed in RGB, black becomes four inks"
                if space in _LIGHT
                else "name DeviceCMYK as the space of the group",
            )


@question("F322", basis="ISO 15930-4, 6.14 (PDF/X-1a): no transparency")
def nothing_is_transparent_where_it_may_not_be(case: Case) -> Iterator[Answer]:
    """A file for PDF/X-1a has no transparency."""
    if not case.spec.standard.startswith("PDF/X-1a"):
        return
    for page in case.pages:
        yield from merged(page, _transparent(page))
        if page.groups:
            yield Answer(
                message=f"{len(page.groups)} transparency group"
                f"{'s are' if len(page.groups) > 1 else ' is'} drawn, "
                "which PDF/X-1a does not know",
                page=page.number,
                hint="flatten it, or ask the shop for PDF/X-4",
            )


def _transparent(page: PageInk) -> Iterator[Fault]:
    for thing in page.painted:
        how = _how(thing)
        if how and not thing.masking:
            x0, y0, x1, y1 = thing.box
            yield Fault(
                thing=thing,
                what="something",
                many="things",
                fault=f"{how}, which PDF/X-1a does not know",
                weight=(x1 - x0) * (y1 - y0),
                hint="flatten it, or ask the shop for PDF/X-4",
            )


def _how(thing: Painted) -> str:
    if thing.soft_mask:
        return "seen through a soft mask"
    if thing.alpha < 1:
        return "transparent"
    if thing.blend != "Normal":
        return f"mixed by {thing.blend}"
    return ""

"""Whether a scanner reads from the finished page what its QR code was made to hold."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.compose import qrcode
from leaflets.compose.html import Composition
from leaflets.compose.setter import Expectation
from leaflets.findings import Finding
from leaflets.origin import Origin
from leaflets.pdf import codes, modules
from leaflets.pdf.rendered import Mark, Rectangle, Rendered

CODE = "P116"

MM = 72 / 25.4
"""Points in a millimetre."""

RIM = 2.0
"""Points around the picture that are looked at with it."""


def wrong(
    rendered: Rendered, composition: Composition, *, read: bool = True
) -> Iterator[Finding]:
    """Read the QR code again, at 600 dpi from where it was put, and compare.

    What only a good reader reads from a clean file is wrong as well: too small, too faint,
    with something upon it or close to it. A page without one is wrong: no template leaves
    the edition's code out. So is a code on another page than the last, where whoever is
    asked for it would not find it. Where it is not to be *read*, because the file changes
    once more and the preflight reads it then (F911 to F917), its place alone is looked at.
    """
    wanted = [each for each in composition.expected if each.kind == qrcode.KIND]
    if not wanted:
        yield _finding("no template sets the QR code of the edition")
    for each in wanted:
        mark = place(each, rendered)
        if mark is None:
            yield _finding("the QR code is not on the page")
            continue
        if mark.page != len(rendered.pages) - 1:
            yield _finding(f"the QR code stands on page {mark.page + 1}, not on the last")
        if not read:
            continue
        box = Rectangle(
            x0=mark.x0 - RIM, y0=mark.y0 - RIM, x1=mark.x1 + RIM, y1=mark.y1 + RIM
        )
        found = [code for code in codes.read(rendered.pdf, mark.page, box) if code.square]
        if [code.text for code in found] != [each.text]:
            seen = ", ".join(repr(code.text) for code in found) or "nothing"
            yield _finding(f"the QR code says {seen}, not {each.text!r}")
        else:
            yield from map(_finding, _hard(found[0]))


def _hard(code: codes.Code) -> Iterator[str]:
    """Say why a code that was read here may not be read by every telephone."""
    side = modules.side(code) / MM
    if side < modules.SMALL:
        yield f"the QR code has modules of {side:.2f} mm, under {modules.SMALL:g} mm"
    if modules.contrast(code) < modules.CONTRAST:
        yield f"the QR code has a contrast of {modules.contrast(code):.0%}"
    if modules.quiet(code) < modules.QUIET:
        yield "something stands in the quiet zone of the QR code"
    if code.spare < modules.SPARE:
        yield "something covers a part of the QR code"


def place(expectation: Expectation, rendered: Rendered) -> Mark | None:
    """Say where an Expectation stands on the pages; None if nowhere."""
    return next((mark for mark in rendered.marks if mark.id == expectation.id), None)


def _finding(message: str) -> Finding:
    return Finding(code=CODE, message=message, origin=Origin("page"))

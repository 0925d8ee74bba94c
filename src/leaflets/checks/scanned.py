"""Whether a scanner reads from the finished page what its QR code was made to hold."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.compose import qrcode
from leaflets.compose.html import Composition
from leaflets.compose.setter import Expectation
from leaflets.findings import Finding
from leaflets.origin import Origin
from leaflets.pdf import qr
from leaflets.pdf.rendered import Mark, Rectangle, Rendered

CODE = "P116"


def wrong(rendered: Rendered, composition: Composition) -> Iterator[Finding]:
    """Read the QR code again, at 600 dpi from where it was put, and compare.

    A page without one is wrong: no template leaves the edition's code out. So is a code
    on another page than the last, where whoever is asked for it would not find it.
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
        box = Rectangle(x0=mark.x0, y0=mark.y0, x1=mark.x1, y1=mark.y1)
        read = qr.read(rendered.pdf, mark.page, box)
        if read != (each.text,):
            seen = ", ".join(map(repr, read)) or "nothing"
            yield _finding(f"the QR code says {seen}, not {each.text!r}")


def place(expectation: Expectation, rendered: Rendered) -> Mark | None:
    """Say where an Expectation stands on the pages; None if nowhere."""
    return next((mark for mark in rendered.marks if mark.id == expectation.id), None)


def _finding(message: str) -> Finding:
    return Finding(code=CODE, message=message, origin=Origin("page"))

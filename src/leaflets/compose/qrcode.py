"""The QR code in the clinic's block: what it holds, how it is set, what stands beside it.

It holds the code of the edition. Where the clinic says where it has its leaflets, the
address stands before it, and the code behind ``#``: any web server takes such an
address, none is told by it what somebody reads, and a page with an anchor for every
edition leads to the right one.
"""

from __future__ import annotations

from leaflets.compose.environment import Markup
from leaflets.compose.figures import as_data_address
from leaflets.compose.setter import Expectation, Setter
from leaflets.model.edition import Edition
from leaflets.pdf import qr

KIND = "qr"
"""Kind of its Expectation, whose text is what it holds."""

_COLOURS = {"cmyk": "device-cmyk(0 0 0 1)", "rgb": "#000000"}


def text_of(edition: Edition) -> str:
    """Say what the QR code of an edition holds."""
    page = edition.imprint.leaflets
    return f"https://{page.value}#{edition.code}" if page else edition.code


def picture(setter: Setter) -> Markup:
    """Set the QR code as a picture, to be read again from the finished page.

    It is drawn in black alone, with its own quiet zone. Read aloud it is what it holds:
    the words beside it (``caption``) say what it is for.
    """
    words = text_of(setter.edition)
    number = len(setter.expected) + 1
    made = Expectation(
        id=f"m{number}",
        kind=KIND,
        name="edition",
        text=words,
        direction="ltr",
        lang=setter.edition.leaflet.original,
    )
    setter.expected.append(made)
    drawn = qr.svg(words, colour=_COLOURS[setter.form.colour])
    size = qr.side(words)
    return Markup(
        '<img class="qr" data-mark="{}" src="{}" alt="{}" style="width:{}mm;height:{}mm">'
    ).format(made.id, as_data_address(drawn), words, size, size)


def caption(setter: Setter) -> Markup:
    """Say what the QR code is for, and where it leads for those who cannot scan it."""
    page = setter.edition.imprint.leaflets
    if page is None:
        return setter.phrase("imprint.code")
    return setter.phrase("imprint.leaflets", address=setter.place(page))

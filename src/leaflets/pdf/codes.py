"""Read QR and bar codes from a page as a scanner would: from what can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import zxingcpp

from leaflets.pdf import window
from leaflets.pdf.matrix import around
from leaflets.pdf.rendered import Rectangle
from leaflets.pdf.window import Window, Windows

PIXELS = window.PIXELS
"""Most pixels that a page or a part of it is drawn with."""

FINENESS = 600.0
"""Pixels an inch: a bar of 0.25 mm has six of them."""

_SQUARES = ("QRCode", "QRCodeModel1", "QRCodeModel2")

_SQUARE = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_ANY = zxingcpp.BarcodeFormats(())

Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code that was read."""

    kind: str
    """As the reader calls it: ``QR Code``, ``Code 128`` …"""

    text: str
    square: bool
    """True for a QR code."""

    page: int
    corners: Corners
    """In points: where reading begins, and on around the code; its own edge, without
    the quiet zone."""

    modules: int = 0
    """Modules along one side of a QR code; 0 for others."""

    spare: float = 1.0
    """Part of a QR code's error correction that reading it did not use up."""

    window: Window = field(compare=False, repr=False)
    """What it was read from."""

    @property
    def box(self) -> Rectangle:
        """Bounds of the code, in points."""
        x0, y0, x1, y1 = around(self.corners)
        return Rectangle(x0=x0, y0=y0, x1=x1, y1=y1)


def read(data: bytes, page: int, box: Rectangle | None = None) -> tuple[Code, ...]:
    """Read the codes of a page at 600 dpi, from above to below.

    *box* (in points) is all that is looked at; the first page is 0. Raises RenderError
    for a file or a page that is not there.
    """
    with window.opened(data) as windows:
        return read_on(windows, page, box)


def read_on(
    windows: Windows,
    page: int,
    box: Rectangle | None = None,
    *,
    fineness: float = FINENESS,
    squares: bool = False,
) -> tuple[Code, ...]:
    """Read the codes of a page of an opened file; see ``read``.

    *squares* leaves all codes out but QR codes, and takes a quarter of the time.
    """
    seen = windows.look(page, box, fineness=fineness)
    kinds = _SQUARE if squares else _ANY
    found = () if seen is None else tuple(_codes(seen, page, kinds))
    return tuple(sorted(found, key=lambda code: (-code.box.y1, code.box.x0, code.text)))


def _codes(seen: Window, page: int, kinds: zxingcpp.BarcodeFormats) -> Iterator[Code]:
    # Plain: letter by letter, where else a control character is said in letters.
    for each in zxingcpp.read_barcodes(
        seen.picture, formats=kinds, text_mode=zxingcpp.TextMode.Plain
    ):
        place = each.position
        corners = tuple(
            seen.point(corner.x, corner.y)
            for corner in (
                place.top_left,
                place.top_right,
                place.bottom_right,
                place.bottom_left,
            )
        )
        square = each.format.name in _SQUARES
        extra: Any = each.extra  # a dictionary, though its types say object
        version = str(extra.get("Version", "")) if square else ""
        yield Code(
            kind=str(each.format),
            text=each.text,
            square=square,
            page=page,
            corners=corners,
            spare=float(extra.get("UEC", 1.0)) if square else 1.0,
            modules=17 + 4 * int(version) if version.isdecimal() else 0,
            window=seen,
        )

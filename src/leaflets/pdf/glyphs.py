"""The glyphs of a finished page and where they stand.

WeasyPrint tells nobody what it really set, and what comes out of a PDF as text is
wrong in several scripts. So the finished bytes are read again: which glyph of which
font stands where. Positions are points in the default user space of the page, like
those of ``leaflets.pdf.rendered``.
"""

from __future__ import annotations

import io
import struct

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.contents import Reader, State
from leaflets.pdf.pagefonts import PageFont
from leaflets.pdf.rendered import Rectangle
from leaflets.pdf.runs import PageGlyphs
from leaflets.pdf.textlayer import carrier

_UNREADABLE = (
    pikepdf.PdfError,
    pikepdf.PasswordError,
    AttributeError,  # a dictionary lacks what it must have, or holds something else
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    struct.error,
)


def read(pdf: bytes) -> tuple[PageGlyphs, ...]:
    """Read the glyphs of every page of a finished file.

    Raises RenderError if the file or a content stream in it cannot be understood.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            fonts: dict[tuple[int, int], PageFont] = {}
            return tuple(
                _page(number, page, fonts) for number, page in enumerate(document.pages)
            )
    except _UNREADABLE as error:
        raise RenderError(f"the finished file cannot be read again: {error}") from error


def _page(
    number: int, page: pikepdf.Page, fonts: dict[tuple[int, int], PageFont]
) -> PageGlyphs:
    reader = Reader(fonts)
    contents = page.obj.get("/Contents")
    if isinstance(contents, pikepdf.Stream):
        data = contents.read_bytes()
    else:
        data = b"\n".join(each.read_bytes() for each in contents or ())
    reader.follow(data, page.resources, State(), 0)
    return PageGlyphs(
        number=number,
        media=_rectangle(page.mediabox),
        trim=_rectangle(page.trimbox),
        runs=tuple(run for run in reader.runs if run.font.base != carrier.NAME),
        pictures=tuple(reader.pictures),
        covers=tuple(reader.covers),
    )


def _rectangle(array: pikepdf.Array | pikepdf.Object) -> Rectangle:
    x0, y0, x1, y1 = (float(each) for each in array)
    return Rectangle(x0=min(x0, x1), y0=min(y0, y1), x1=max(x0, x1), y1=max(y0, y1))

"""Pictures of pages, with a bound on their pixels, for a person to see a finding on."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pypdfium2
from PIL import Image

from leaflets.errors import RenderError

LONGEST = 1200
"""Pixels of the longer side: a finding can be found, and a report can be sent by mail."""

SCALE = 110 / 72
"""At most 110 pixels an inch."""

_QUALITY = 78


def pictures(data: bytes, pages: Iterable[int]) -> dict[str, bytes]:
    """Draw pages with all of their media box, turned as they are shown.

    The first page is 0. Gives a PNG or a JPEG, whichever is smaller, by the number of the
    page in words. A page that cannot be drawn is left out; RenderError where the file as a
    whole cannot be opened.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise RenderError(f"the pages cannot be drawn: {error}") from error
    try:
        drawn = {}
        for number in pages:
            try:
                drawn[str(number)] = _draw(document, number)
            except (pypdfium2.PdfiumError, IndexError, ValueError, OSError):
                continue
        return drawn
    finally:
        document.close()


def _draw(document: pypdfium2.PdfDocument, number: int) -> bytes:
    leaf = document[number]
    leaf.set_cropbox(*leaf.get_mediabox())
    # The engine takes the size of a page when it loads it.
    leaf.close()
    leaf = document[number]
    try:
        width, height = leaf.get_size()
        scale = min(SCALE, LONGEST / max(width, height, 1.0))
        image = leaf.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    finally:
        leaf.close()
    return min((_saved(image, "PNG"), _saved(image, "JPEG")), key=len)


def _saved(image: Image.Image, form: str) -> bytes:
    stream = io.BytesIO()
    if form == "PNG":
        few = image.quantize(64)
        few.save(stream, form, optimize=True)
    else:
        image.save(stream, form, quality=_QUALITY, optimize=True)
    return stream.getvalue()

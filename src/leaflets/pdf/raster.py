"""A small picture of a page."""

from __future__ import annotations

import io

import pypdfium2

from leaflets.errors import RenderError


def thumbnail(pdf: bytes, page: int, width_px: int) -> bytes:
    """Draw one page as a PNG of a given width; the same bytes for the same file.

    The first page is 0. Raises RenderError for a file or a page that is not there.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise RenderError(f"the finished file cannot be opened: {error}") from error
    try:
        if not 0 <= page < len(document):
            raise RenderError(f"the finished file has no page {page + 1}")
        leaf = document[page]
        # A hair less, so that rounding up gives the width that was asked for.
        image = leaf.render(scale=width_px / leaf.get_width() * (1 - 1e-9)).to_pil()
        stream = io.BytesIO()
        image.convert("RGB").save(stream, "PNG", compress_level=9)
        leaf.close()
        return stream.getvalue()
    finally:
        document.close()

"""The rim of a sheet that an office printer cannot print on: nothing may stand there."""

from __future__ import annotations

import math

import pypdfium2

from leaflets.errors import RenderError

_DPI = 72
_PAPER = 250
"""From this grey on a pixel is paper: a hair of smoothing is no art."""

_EDGES = ("left", "upper", "right", "lower")


def keep_clear(pdf: bytes, rim: float) -> None:
    """Raise RenderError if anything stands within *rim* mm of an edge of a sheet.

    The sheets are drawn, so that white art and what a clip hides do not count.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            edges = _touched(page, rim)
            page.close()
            if edges:
                raise RenderError(
                    f"side {number + 1} has something within {rim:g} mm of its "
                    f"{' and '.join(edges)} edge, where the printer cannot print",
                    hint="leave wider margins, or print it on a machine that prints "
                    "to the edge and let it be cut",
                )
    finally:
        document.close()


def _touched(page: pypdfium2.PdfPage, rim: float) -> list[str]:
    """Name the edges that something stands at."""
    # Whole pixels that lie in the rim: the one across its inner border may hold both.
    wide = math.floor(rim / 25.4 * _DPI)
    image = page.render(scale=_DPI / 72, grayscale=True, optimize_mode=None).to_pil()
    width, height = image.size
    strips = (
        (0, 0, wide, height),
        (0, 0, width, wide),
        (width - wide, 0, width, height),
        (0, height - wide, width, height),
    )
    return [
        name
        for name, strip in zip(_EDGES, strips, strict=True)
        if min(strip[2] - strip[0], strip[3] - strip[1]) > 0
        and image.crop(strip).getextrema()[0] < _PAPER
    ]

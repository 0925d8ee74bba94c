"""Draw a QR code (ISO/IEC 18004), and read it back from a finished page."""

from __future__ import annotations

from functools import lru_cache

import segno

from leaflets.pdf import codes
from leaflets.pdf.rendered import Rectangle

QUIET = 4
"""Modules of paper that are kept free on every side (ISO/IEC 18004, 9.1)."""

LEAST = 0.42
"""Side of the smallest module, in mm: a telephone reads 0.4 mm at arm's length."""

GREATEST = 0.6
"""Side of the largest module, in mm: more is no easier to read."""

ROOM = 20.0
"""Side in mm that a code with its quiet zone is drawn to, as far as modules allow."""


def side(text: str) -> float:
    """Give the side in mm of the code for *text*, its quiet zone counted in.

    >>> side("TEA-EN-ABCDEFGH")
    17.4
    """
    across = len(_modules(text)) + 2 * QUIET
    return round(across * min(max(ROOM / across, LEAST), GREATEST), 2)


def svg(text: str, *, colour: str, ground: str = "") -> str:
    """Draw the code for *text* as an SVG of ``side(text)`` mm, its quiet zone counted in.

    *colour* is a colour of CSS, and so is *ground*, which lies under all of it; without
    one nothing is painted but the dark modules. Those of a row that touch are one
    shape. The level of error correction is M, or higher where that costs no room.

    Raises ValueError for a text that no code holds.
    """
    modules = _modules(text)
    across = len(modules) + 2 * QUIET
    runs = "".join(
        f"M{QUIET + start} {QUIET + row}h{length}v1h-{length}z"
        for row, line in enumerate(modules)
        for start, length in _runs(line)
    )
    under = f'<path fill="{ground}" d="M0 0h{across}v{across}h-{across}z"/>'
    size = side(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {across}" '
        f'width="{size:g}mm" height="{size:g}mm">{under if ground else ""}'
        f'<path fill="{colour}" d="{runs}"/></svg>'
    )


def read(data: bytes, page: int, box: Rectangle | None = None) -> tuple[str, ...]:
    """Say what the QR codes of a finished page hold, from above to below.

    The page is drawn at 600 dpi, or as fine as ``codes.PIXELS`` allow; *box* (in points)
    is all that is looked at of it. The first page is 0. Raises RenderError for a file
    or a page that is not there.
    """
    return tuple(each.text for each in codes.read(data, page, box) if each.square)


@lru_cache(maxsize=64)
def _modules(text: str) -> tuple[bytes, ...]:
    made = segno.make(text, error="m", micro=False)
    return tuple(bytes(row) for row in made.matrix)


def _runs(line: bytes) -> list[tuple[int, int]]:
    """Give where each run of dark modules of a row begins, and its length."""
    found: list[tuple[int, int]] = []
    start = -1
    for place, dark in enumerate([*line, 0]):
        if dark and start < 0:
            start = place
        elif not dark and start >= 0:
            found.append((start, place - start))
            start = -1
    return found

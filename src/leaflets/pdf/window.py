"""Look at a part of a page as an eye would: as pixels, never more than a bound.

What a page weighs in pixels is for its author to say, and the author may be anybody.
So the part that is wanted is drawn as fine as was asked only if it stays under a
number of pixels; else it is drawn coarser, and says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2

from leaflets.errors import RenderError
from leaflets.pdf.rendered import Rectangle

PIXELS = 40_000_000
"""Most pixels of one window: a page of A4 at 600 dpi has 35 million."""

LONGEST = 60_000
"""Most pixels of one side of a window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of a page, drawn."""

    picture: Any
    """A ``PIL.Image`` of 8-bit grey, or RGB."""

    area: Rectangle
    """What it shows, in points: what was asked for, as far as it lies on the sheet."""

    fineness: float
    """Pixels an inch."""

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point of the page into a place in the picture, counted from above."""
        across, down = self.picture.size
        return (
            (x - self.area.x0) / self.area.width * across,
            (self.area.y1 - y) / self.area.height * down,
        )

    def point(self, across: float, down: float) -> tuple[float, float]:
        """Turn a place in the picture into a point of the page."""
        width, height = self.picture.size
        return (
            self.area.x0 + across / width * self.area.width,
            self.area.y1 - down / height * self.area.height,
        )


class Windows:
    """The pages of one file, to be looked at; made by ``opened``."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document)

    def look(
        self,
        page: int,
        area: Rectangle | None = None,
        *,
        fineness: float,
        pixels: int = PIXELS,
        colour: bool = False,
    ) -> Window | None:
        """Draw a part of a page with *fineness* pixels an inch; None if none of it is there.

        *area* is in points of the page as it is written, whatever its rotation; None is
        all that the page shows. Raises RenderError for a page that cannot be drawn.
        """
        if not 0 <= page < len(self):
            raise RenderError(f"the file has no page {page + 1}")
        try:
            leaf = self._document[page]
        except pypdfium2.PdfiumError as error:
            raise RenderError(f"page {page + 1} cannot be drawn: {error}") from error
        try:
            return _draw(leaf, area, fineness, pixels, colour=colour)
        except (pypdfium2.PdfiumError, OverflowError, MemoryError) as error:
            raise RenderError(f"page {page + 1} cannot be drawn: {error}") from error
        finally:
            leaf.close()


@contextmanager
def opened(data: bytes) -> Iterator[Windows]:
    """Open a file to look at its pages; raises RenderError if it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise RenderError(f"the file cannot be opened: {error}") from error
    try:
        yield Windows(document)
    finally:
        document.close()


def _draw(
    leaf: Any, area: Rectangle | None, fineness: float, pixels: int, *, colour: bool
) -> Window | None:
    leaf.set_rotation(0)
    if area is not None:
        if not all(map(math.isfinite, (area.x0, area.y0, area.x1, area.y1))):
            return None
        if area.width <= 0 or area.height <= 0:
            return None
        leaf.set_cropbox(area.x0, area.y0, area.x1, area.y1)
    shown = Rectangle(**dict(zip(("x0", "y0", "x1", "y1"), leaf.get_bbox(), strict=True)))
    if area is not None and not _meet(shown, area):
        return None  # the reader falls back on the whole sheet
    width, height = shown.width, shown.height
    if not (0 < width < math.inf and 0 < height < math.inf):
        return None
    scale = min(
        fineness / 72,
        math.sqrt(pixels / width / height),
        LONGEST / width,
        LONGEST / height,
    )
    if math.ceil(width * scale) * math.ceil(height * scale) > 2 * pixels:
        return None  # a hair so long that one pixel of its breadth is too many
    picture = leaf.render(scale=scale, grayscale=not colour, may_draw_forms=False).to_pil()
    if picture.mode != ("RGB" if colour else "L"):
        picture = picture.convert("RGB" if colour else "L")
    return Window(picture=picture, area=shown, fineness=scale * 72)


def _meet(shown: Rectangle, area: Rectangle) -> bool:
    """Say whether what is shown lies in what was asked for, but for rounding."""
    return area.holds(shown.x0, shown.y0, 0.1) and area.holds(shown.x1, shown.y1, 0.1)

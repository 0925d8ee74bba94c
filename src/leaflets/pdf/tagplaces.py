"""Where the content of each tag stands on its page, and what stands in no tag.

The file is opened anew, with a reader of another make than that which writes the tags.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from leaflets.errors import RenderError
from leaflets.pdf.rendered import Rectangle


@dataclass(frozen=True, slots=True)
class Places:
    """What was found on the pages of one file."""

    marked: Mapping[tuple[int, int], Rectangle]
    """By page and number (MCID): what the marked content takes of the page, in points."""

    loose: tuple[int, ...]
    """For each page how much is drawn in it that is neither marked nor an artifact."""


def read(pdf: bytes) -> Places:
    """Read where everything stands; raises RenderError if the file cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise RenderError(f"the finished file cannot be opened: {error}") from error
    marked: dict[tuple[int, int], Rectangle] = {}
    loose: list[int] = []
    sides = _Sides.new()
    try:
        for number, page in enumerate(document):
            loose.append(0)
            for item in _items(page):
                mcid = pdfium.FPDFPageObj_GetMarkedContentID(item)
                if mcid < 0:
                    loose[number] += pdfium.FPDFPageObj_CountMarks(item) == 0
                    continue
                here = sides.of(item)
                if here is not None:
                    before = marked.get((number, mcid), here)
                    marked[number, mcid] = _both(before, here)
            page.close()
    finally:
        document.close()
    return Places(marked, tuple(loose))


def _items(page: Any) -> Iterator[Any]:
    return (
        pdfium.FPDFPage_GetObject(page, place)
        for place in range(pdfium.FPDFPage_CountObjects(page))
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """Room for the four sides of an object, made once: a page has thousands."""

    values: tuple[ctypes.c_float, ...]
    pointers: tuple[Any, ...]

    @classmethod
    def new(cls) -> _Sides:
        """Make room for four sides."""
        values = tuple(ctypes.c_float() for _ in range(4))
        return cls(values, tuple(map(ctypes.byref, values)))

    def of(self, item: Any) -> Rectangle | None:
        """Give what an object takes of the page; nothing for one without ink."""
        if not pdfium.FPDFPageObj_GetBounds(item, *self.pointers):
            return None
        x0, y0, x1, y1 = (side.value for side in self.values)
        if x1 <= x0 or y1 <= y0:
            return None
        return Rectangle(x0=x0, y0=y0, x1=x1, y1=y1)


def _both(one: Rectangle, other: Rectangle) -> Rectangle:
    """Give the smallest rectangle around two."""
    return Rectangle(
        x0=min(one.x0, other.x0),
        y0=min(one.y0, other.y0),
        x1=max(one.x1, other.x1),
        y1=max(one.y1, other.y1),
    )

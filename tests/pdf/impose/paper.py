"""Pages for the tests of imposition: each is painted in a grey that is its number."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

MM = 72 / 25.4
STEP = 10
"""Greys between two pages; paper is 255."""

Box = tuple[float, float, float, float]


def mm(*lengths: float) -> list[float]:
    """Give millimetres as points."""
    return [length * MM for length in lengths]


def content(number: int, box: Sequence[float]) -> bytes:
    """Paint a box in the grey of a page's number."""
    x0, y0, x1, y1 = box
    grey = number * STEP / 255
    return f"{grey:.5f} g {x0:.4f} {y0:.4f} {x1 - x0:.4f} {y1 - y0:.4f} re f".encode()


def page(
    pdf: pikepdf.Pdf,
    number: int,
    width: float = 148.0,
    height: float = 210.0,
    *,
    bleed: float = 3.0,
    **entries: Any,
) -> Dictionary:
    """Make a page of so many mm, painted all over; *entries* replace its own."""
    trim = mm(0, 0, width, height)
    media = mm(-bleed, -bleed, width + bleed, height + bleed)
    made = Dictionary(
        Type=Name.Page,
        MediaBox=Array(media),
        Resources=Dictionary(),
        Contents=pdf.make_stream(content(number, media)),
    )
    if bleed:
        made.update({"/TrimBox": Array(trim), "/BleedBox": Array(media)})
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made


def book(
    pages: int | Sequence[tuple[float, float]],
    *,
    bleed: float = 3.0,
    **entries: Any,
) -> bytes:
    """Make a file of so many A5 pages, or of pages of these sizes."""
    sizes = [(148.0, 210.0)] * pages if isinstance(pages, int) else pages
    pdf = pikepdf.new()
    for number, (width, height) in enumerate(sizes, 1):
        made = page(pdf, number, width, height, bleed=bleed, **entries)
        pdf.pages.append(pikepdf.Page(made))
    return saved(pdf)


def cornered(*entries: dict[str, Any]) -> bytes:
    """Make pages of 100 × 60 mm, each painted 20 × 10 mm in its lower left corner.

    Each has entries of its own; one that is a function is given the file.
    """
    pdf = pikepdf.new()
    for number, own in enumerate(entries, 1):
        made = Dictionary(
            Type=Name.Page,
            MediaBox=Array(mm(0, 0, 100, 60)),
            Resources=Dictionary(),
            Contents=pdf.make_stream(content(number, mm(0, 0, 20, 10))),
        )
        for key, value in own.items():
            made[f"/{key}"] = value(pdf) if callable(value) else value
        pdf.pages.append(pikepdf.Page(made))
    return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Write a file, the same each time."""
    stream = io.BytesIO()
    pdf.save(stream, deterministic_id=True, fix_metadata_version=False)
    return stream.getvalue()


def sizes(data: bytes, box: str = "/TrimBox") -> list[tuple[float, ...]]:
    """Give a box of every page, in mm."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            tuple(round(float(side) / MM, 2) for side in each.obj[box])
            for each in pdf.pages
        ]


class Seen:
    """The sides of a file as they look, at two pixels a point."""

    def __init__(self, data: bytes) -> None:
        document = pypdfium2.PdfDocument(data)
        self.images = [
            each.render(scale=2, grayscale=True, optimize_mode=None).to_pil()
            for each in document
        ]
        document.close()

    def number(self, side: int, x: float, y: float) -> int:
        """Say which page is seen at a point, in mm from the upper left; 0 for paper."""
        grey = self.images[side].getpixel((round(x * MM * 2), round(y * MM * 2)))
        return 0 if grey > 252 else round(grey / STEP)

    def row(self, side: int, xs: Sequence[float], y: float = 100.0) -> tuple[int, ...]:
        """Say which pages are seen at some places side by side."""
        return tuple(self.number(side, x, y) for x in xs)

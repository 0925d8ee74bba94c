"""Sheets made by hand: pages of any size, with art, words and codes of any kind."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf
import segno

MM = 72 / 25.4
K = "0 0 0 1 k"
CODE = "TEA-EN-ABCDEFGH"
A6 = (105.0, 148.0)


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page; lengths in mm, places counted from the lower left corner of the trim."""

    content: str = ""
    size: tuple[float, float] = A6
    bleed: float = 3.0
    entries: Mapping[str, object] = field(default_factory=dict)


def square(
    text: str,
    *,
    x: float = 20.0,
    y: float = 20.0,
    module: float = 0.5,
    dark: str = K,
    turn: str = "1 0 0 1",
    hurt: int = 0,
) -> str:
    """Draw a QR code; *hurt* modules of its middle rows are dark that should not be."""
    matrix = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    size = len(matrix)
    cells = [(row, column) for row in range(9, size - 8) for column in range(9, size - 8)]
    for row, column in cells[:hurt]:
        matrix[row][column] = 1
    boxes = " ".join(
        f"{column} {size - 1 - row} 1 1 re"
        for row, line in enumerate(matrix)
        for column, is_dark in enumerate(line)
        if is_dark
    )
    place = f"{turn} {x * MM:.3f} {y * MM:.3f} cm {module * MM:.4f} 0 0 {module * MM:.4f} 0 0 cm"
    return f"q {place} {dark} {boxes} f Q\n"


def art(x: float, y: float, width: float, height: float, ink: str = K) -> str:
    """Fill a rectangle."""
    box = " ".join(f"{each * MM:.3f}" for each in (x, y, width, height))
    return f"q {ink} {box} re f Q\n"


def words(text: str, *, x: float = 20.0, y: float = 60.0) -> str:
    """Set a line in Helvetica, 10 pt."""
    return f"BT {K} /F1 10 Tf {x * MM:.3f} {y * MM:.3f} Td ({text}) Tj ET\n"


def bound(pages: Sequence[Page], *, identifier: str = "", subject: str = "") -> bytes:
    """Bind pages to a file that names itself in its packet and its information."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )  # fmt: skip
    font = pdf.make_indirect(font)
    for each in pages:
        width, height, bleed = (*(side * MM for side in each.size), each.bleed * MM)
        sheet = [-bleed, -bleed, width + bleed, height + bleed]
        pdf.add_blank_page(page_size=(10, 10))
        page = pdf.pages[-1].obj
        page.MediaBox = page.BleedBox = pikepdf.Array(sheet)
        page.TrimBox = pikepdf.Array([0, 0, width, height])
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = pdf.make_stream(each.content.encode())
        for key, value in each.entries.items():
            page[f"/{key}"] = value
    if identifier:
        packet = (
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
            'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="">'
            f"<dc:identifier>{identifier}</dc:identifier>"
            "</rdf:Description></rdf:RDF></x:xmpmeta>"
        )
        pdf.Root.Metadata = pdf.make_stream(
            packet.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
    if subject:
        pdf.docinfo["/Subject"] = subject
    stream = io.BytesIO()
    pdf.save(stream, fix_metadata_version=False)
    return stream.getvalue()


def edition(content: str | None = None, **page: object) -> bytes:
    """Bind one right page of an edition: its code in words, in a square, in the file."""
    drawn = words(CODE) + square(CODE) if content is None else content
    return bound([Page(content=drawn, **page)], identifier=CODE, subject=CODE)  # type: ignore[arg-type]

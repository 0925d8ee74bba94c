"""A line of words outside the bleed: what this sheet is, for who handles the plates."""

from __future__ import annotations

from html import escape
from typing import Any

from leaflets.pdf.identity import Identity
from leaflets.pdf.press.boxes import MM, PIXEL, Sheet
from leaflets.pdf.press.marks import GAP, LENGTH
from leaflets.pdf.printspec import PrintSpec

SIZE = 6
"""Of the type, in points: the smallest that shops publish as sure to print."""

_HEIGHT = 4.0
"""Of the line, in mm."""

_CSS = """\
@page {{ size: {width:.3f}mm {height}mm; margin: 0 }}
html {{ font: {size}pt/{height}mm {families}; color: device-cmyk(0 0 0 1) }}
body {{ margin: 0 }}
p {{ margin: 0; white-space: nowrap; overflow: hidden; height: {height}mm;
    break-after: page }}
"""


def html(
    sheet: Sheet, count: int, identity: Identity, spec: PrintSpec, families: str
) -> tuple[str, str]:
    """Write the slug of each of *count* pages as a document of its own: HTML and CSS.

    The name of the edition and the page come first; a title too long for the line is
    cut off at its end. *families* are those of the document, quoted as CSS does.
    """
    lines = "".join(
        f'<p><span dir="ltr">{escape(identity.code or identity.identifier)} · {number}/{count} · '
        f"{escape(spec.condition.identifier)} · {escape(spec.name)}</span> · "
        f"{escape(identity.title)}"
        for number in range(1, count + 1)
    )
    css = _CSS.format(width=sheet.width / MM, height=_HEIGHT, size=SIZE, families=families)
    head = f'<!doctype html><html lang="{identity.lang}" dir="{identity.direction}">'
    return f"{head}<body>{lines}", css


def paint(slug: Any, stream: Any, sheet: Sheet) -> None:
    """Paint the page *slug* of the engine below the cut marks.

    The stream is that of a page, whose y runs down from the top of the trimmed page.
    """
    below = sheet.height + sheet.bottom + GAP + LENGTH + GAP
    with stream.stacked():
        stream.transform(e=0, f=below)
        slug.paint(stream, PIXEL)

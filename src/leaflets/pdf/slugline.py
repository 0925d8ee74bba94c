"""A line of words outside the bleed: what this sheet is, for who handles the plates."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from leaflets.pdf.identity import Identity
from leaflets.pdf.platemarks import LINE, MM
from leaflets.pdf.printspec import PrintSpec

SIZE = 6
"""Of the type, in points: the smallest that shops publish as sure to print."""

_CSS = """\
@page {{ size: {width:.3f}mm {height}mm; margin: 0 }}
html {{ font: {size}pt/{height}mm {families}; color: device-cmyk(0 0 0 1) }}
body {{ margin: 0 }}
p {{ margin: 0; white-space: nowrap; overflow: hidden; height: {height}mm;
    break-after: page }}
"""


def html(
    width: float, count: int, identity: Identity, spec: PrintSpec, families: Sequence[str]
) -> tuple[str, str]:
    """Write the slug of each of *count* pages as a document of its own: HTML and CSS.

    The name of the edition and the page come first; a title too long for the line is
    cut off at its end. *width* is in points; *families* are those of the document.
    """
    lines = "".join(
        f'<p><span dir="ltr">{escape(identity.code or identity.identifier)} · {number}/{count} · '
        f"{escape(spec.condition.identifier)} · {escape(spec.name)}</span> · "
        f"{escape(identity.title)}"
        for number in range(1, count + 1)
    )
    css = _CSS.format(
        width=width / MM,
        height=round(LINE / MM, 3),
        size=SIZE,
        families=", ".join(f'"{name}"' for name in families),
    )
    head = f'<!doctype html><html lang="{identity.lang}" dir="{identity.direction}">'
    return f"{head}<body>{lines}", css

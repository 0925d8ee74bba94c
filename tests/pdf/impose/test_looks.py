"""A sheet looks like its pages: patterns, gradients, masks and groups move with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops

from leaflets.pdf.identity import Identity
from leaflets.pdf.impose.repeat import repeat
from leaflets.pdf.variant import Variant

STYLE = """
@page { size: 4in 8in; margin: 0.5in }
html { font: 12pt "Noto Sans"; color: device-cmyk(0 0 0 1) }
.strip { height: 0.6in; margin-bottom: 0.1in }
.gradient { background: linear-gradient(90deg, #b03, #06a) }
.stripes { background: repeating-linear-gradient(45deg, #b03 0 4px, #06a 4px 8px) }
.tiles { background-size: 0.3in; background-image: url("data:image/svg+xml,\
<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>\
<circle cx='5' cy='5' r='4' fill='teal'/></svg>") }
.clear { background: device-cmyk(1 0 0 0); opacity: 0.5; margin-top: -0.5in }
"""
BODY = """<p>Words over <b>art</b></p>
<div class="strip gradient"></div><div class="strip stripes"></div>
<div class="strip tiles"></div><div class="strip clear"></div>
<svg width="100" height="60"><title>Art</title><mask id="m"><rect width="100" height="60" fill="white"/>
<circle cx="50" cy="30" r="20"/></mask>
<rect width="100" height="60" fill="#060" mask="url(#m)"/></svg>"""

SHEET = (127.0, 228.6)
"""5 × 9 inches: half an inch round the page, so that pixels fall on pixels."""


def drawn(data: bytes) -> Image.Image:
    """Draw the first page, two pixels a point."""
    document = pypdfium2.PdfDocument(data)
    try:
        image: Image.Image = document[0].render(scale=2).to_pil().convert("RGB")
        return image
    finally:
        document.close()


@pytest.mark.parametrize("turned", [False, True])
def test_art_of_every_kind_moves_with_its_page(
    engine: Any, identity: Callable[..., Identity], turned: bool
) -> None:
    """Pixel by pixel the same, half an inch further in, upright or on its head."""
    data = engine.render(
        f"<html lang=en><title>t</title><body>{BODY}</body></html>",
        stylesheets=[STYLE],
        variant=Variant.PRESS,
        identity=identity(),
    ).pdf
    page = drawn(data)
    if turned:
        # The second page of a sheet that is turned over its head.
        two = engine.render(
            f"<html lang=en><title>t</title><body>{BODY}"
            f"<div style='break-before: page'></div>{BODY}</body></html>",
            stylesheets=[STYLE],
            variant=Variant.PRESS,
            identity=identity(),
        ).pdf
        made = repeat(two, across=1, down=1, sheet=SHEET, turn="head")
        document = pypdfium2.PdfDocument(made)
        sheet = document[1].render(scale=2).to_pil().convert("RGB").rotate(180)
        document.close()
    else:
        sheet = drawn(repeat(data, across=1, down=1, sheet=SHEET))

    inside = sheet.crop((72, 72, 72 + page.width, 72 + page.height))
    assert len(page.getcolors(1 << 20) or ()) > 100
    difference = ImageChops.difference(page, inside)
    # Rounding differs by one level here and there, and where a picture is turned its
    # smoothed edges lie half a pixel off.
    assert sum(difference.convert("L").histogram()[48 if turned else 8 :]) < 400

"""The boxes of every page, for whoever draws on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import Any

import pikepdf

from leaflets.pdf.preflight.limits import COORDINATE
from leaflets.pdf.preflight.numbers import rectangle_of
from leaflets.pdf.preflight.walk import LETTER, inherited
from leaflets.pdf.rendered import Rectangle


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page's boxes in points, as the file gives them."""

    number: int
    """First page is 0."""

    media: Rectangle
    """Letter where the file gives none that can be drawn."""

    trim: Rectangle
    """The trim box; else the crop box; else the media box."""

    bleed: Rectangle | None
    rotate: int
    """Degrees clockwise by which it is shown turned: 0, 90, 180 or 270."""


def sheets(pdf: pikepdf.Pdf) -> Iterator[Sheet]:
    """Read the boxes of every page; a box that is none counts as not given."""
    for number, page in enumerate(pdf.pages):
        leaf = page.obj
        media = _box(inherited(leaf, "/MediaBox")) or LETTER
        crop = _box(inherited(leaf, "/CropBox"))
        turned = inherited(leaf, "/Rotate")
        quarter = int(turned) % 360 if isinstance(turned, int) else 0
        yield Sheet(
            number=number,
            media=media,
            trim=_box(leaf.get("/TrimBox")) or crop or media,
            bleed=_box(leaf.get("/BleedBox")),
            rotate=quarter if quarter % 90 == 0 else 0,
        )


def _box(given: Any) -> Rectangle | None:
    box = rectangle_of(given)
    if box is None or not all(abs(each) < COORDINATE for each in astuple(box)):
        return None
    return box if box.width >= 1 and box.height >= 1 else None

"""The boxes of every page, for whoever draws on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any

import pikepdf

from leaflets.pdf.rendered import Rectangle

_ANCESTORS = 60
"""How far up the page tree a box is looked for; a tree of more floors is no tree."""

_A4 = Rectangle(x0=0.0, y0=0.0, x1=595.276, y1=841.89)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page's boxes in points, as the file gives them."""

    number: int
    """First page is 0."""

    media: Rectangle
    """A4 where the file gives none that can be drawn."""

    trim: Rectangle
    """The trim box; else the crop box; else the media box."""

    bleed: Rectangle | None
    rotate: int
    """Degrees clockwise by which it is shown turned: 0, 90, 180 or 270."""


def sheets(pdf: pikepdf.Pdf) -> Iterator[Sheet]:
    """Read the boxes of every page; a box that is none counts as not given."""
    for number, page in enumerate(pdf.pages):
        leaf = page.obj
        media = _box(_inherited(leaf, "/MediaBox")) or _A4
        crop = _box(_inherited(leaf, "/CropBox"))
        turned = _inherited(leaf, "/Rotate")
        quarter = int(turned) % 360 if isinstance(turned, int) else 0
        yield Sheet(
            number=number,
            media=media,
            trim=_box(leaf.get("/TrimBox")) or crop or media,
            bleed=_box(leaf.get("/BleedBox")),
            rotate=quarter if quarter % 90 == 0 else 0,
        )


def _inherited(leaf: Any, key: str) -> Any:
    for _ in range(_ANCESTORS):
        if not isinstance(leaf, pikepdf.Dictionary):
            return None
        if key in leaf:
            return leaf[key]
        leaf = leaf.get("/Parent")
    return None


def _box(given: Any) -> Rectangle | None:
    if not isinstance(given, pikepdf.Array) or len(given) != 4:
        return None
    try:
        x0, y0, x1, y1 = (float(each) for each in given)
    except (TypeError, ValueError, OverflowError):
        return None
    if not all(isfinite(each) and abs(each) < 1e7 for each in (x0, y0, x1, y1)):
        return None
    box = Rectangle(x0=min(x0, x1), y0=min(y0, y1), x1=max(x0, x1), y1=max(y0, y1))
    return box if box.width >= 1 and box.height >= 1 else None

"""Where a page is cut, how far its art reaches over, and how large its sheet is.

The trimmed page begins at the origin, and goes on doing so: patterns are anchored to the
page, so that moving everything would shift them (ISO 32000-1, 8.7.3.1). Lengths in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf.platemarks import MM, ROOM
from leaflets.pdf.printspec import PrintSpec

PIXEL = 0.75
"""Points in a CSS pixel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The boxes of one page, in points from the lower left of the trimmed page."""

    width: float
    height: float
    left: float
    """Bleed on each side: no more than the shop asks for, and than there is art."""

    bottom: float
    right: float
    top: float
    room: float
    """For marks, around the bleed."""

    def boxes(self) -> dict[str, tuple[float, float, float, float]]:
        """Give the three boxes of the page, each within the next."""
        bleed = (-self.left, -self.bottom, self.width + self.right, self.height + self.top)
        media = (
            bleed[0] - self.room,
            bleed[1] - self.room,
            bleed[2] + self.room,
            bleed[3] + self.room,
        )
        trim = (0.0, 0.0, self.width, self.height)
        return {"TrimBox": trim, "BleedBox": bleed, "MediaBox": media}


def sheet(page: Any, spec: PrintSpec) -> Sheet:
    """Give the boxes of a laid-out page of the engine."""
    bleed = {
        side: min(pixels * PIXEL, spec.bleed * MM) for side, pixels in page.bleed.items()
    }
    return Sheet(
        width=page.width * PIXEL,
        height=page.height * PIXEL,
        room=ROOM[spec.marks],
        **bleed,
    )


def write(page: Any, sheet: Sheet) -> None:
    """Write the boxes into a page's dictionary."""
    page.pop("CropBox", None)
    page.pop("ArtBox", None)
    for name, box in sheet.boxes().items():
        page[name] = pydyf.Array(round(side, 4) for side in box)

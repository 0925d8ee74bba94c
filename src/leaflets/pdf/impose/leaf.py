"""A page as it is laid on a sheet: upright, cut to its trim, with what bleeds over it.

The page becomes a form (ISO 32000-1, 8.10) whose content is not touched, so that inks,
overprint and fonts stay what they are. A pattern is anchored to the form, and moves
with it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.matrix import Box, Matrix, bounds, times
from leaflets.pdf.preflight.opening import stream_bytes

POINTS = 72 / 25.4
"""Points in a millimetre."""

LARGEST = 14400.0
"""Points: the greatest side of a page, 200 inches (ISO 32000-1, annex C)."""

LEAST = 3.0
"""Points: a page with a lesser side is a mistake."""

ASSUMED_BLEED = 3 * POINTS
"""How far art may reach over the trim where a page does not say: further out are marks."""

_INHERITED = 64
"""Steps up the tree of pages; more is a circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of the file that is laid out. Lengths in points."""

    number: int
    """First page is 1, as people count."""

    form: Any = field(repr=False)
    upright: Matrix
    """From the form to the page as it is read, its trim beginning at (0, 0)."""

    width: float
    height: float
    """Size when it is cut."""

    reach: Box
    """What of it may be seen, bleed and all, as it is read."""

    @property
    def bleed(self) -> float:
        """Least that it reaches over its trim on any side."""
        return self.spill(left=True, right=True)

    def spill(self, *, left: bool, right: bool) -> float:
        """Least that it reaches over its trim above, below and on the given sides."""
        x0, y0, x1, y1 = self.reach
        sides = [-y0, y1 - self.height]
        sides += [-x0] if left else []
        sides += [x1 - self.width] if right else []
        return max(0.0, min(sides))

    @property
    def size(self) -> str:
        """Its size in mm, for messages."""
        return f"{self.width / POINTS:.1f} × {self.height / POINTS:.1f} mm"


def read(pdf: pikepdf.Pdf, index: int) -> Leaf:
    """Read page *index* (the first is 0) as a form of the same file.

    Its size is its TrimBox, else its CropBox, else its MediaBox. Raises RenderError for
    a page that has no sound size or is turned by anything but quarters.
    """
    page, number = pdf.pages[index].obj, index + 1
    unit = _unit(page, number)
    media = _box(_inherited(page, "/MediaBox"), number)
    if media is None:
        raise RenderError(f"page {number} has no size", hint="it lacks a MediaBox")
    crop = _within(_box(_inherited(page, "/CropBox"), number) or media, media, number)
    trimmed = _box(_inherited(page, "/TrimBox"), number)
    trim = _within(trimmed or crop, media, number)
    given = _box(_inherited(page, "/BleedBox"), number)
    if given is None:
        given = _both(crop, _grown(trim, ASSUMED_BLEED / unit)) if trimmed else trim
    bleed = _around(_both(given, media), trim)
    upright = _upright(trim, _turn(page, number), unit)
    _, _, width, height = bounds(_corners(trim), upright)
    if not LEAST <= min(width, height) <= max(width, height) <= LARGEST:
        raise RenderError(
            f"page {number} measures {width:.4g} × {height:.4g} points",
            hint=f"a side of a page has {LEAST:g} to {LARGEST:g} points",
        )
    return Leaf(
        number=number,
        form=_form(pdf, page, bleed, number),
        upright=upright,
        width=width,
        height=height,
        reach=bounds(_corners(bleed), upright),
    )


def _form(pdf: pikepdf.Pdf, page: Any, box: Box, number: int) -> Any:
    """Copy what a page draws into a form; its one stream is copied as it is."""
    contents = page.get("/Contents")
    form = pdf.make_stream(b"")
    if isinstance(contents, pikepdf.Stream) and "/F" not in contents:
        form.write(contents.read_raw_bytes())
        for key in ("/Filter", "/DecodeParms"):
            if key in contents:
                form[key] = contents[key]
    elif isinstance(contents, pikepdf.Array):
        # Parts may be cut anywhere between two operators: white space joins them.
        parts = [part for part in contents if isinstance(part, pikepdf.Stream)]
        form.write(b"\n".join(stream_bytes(part) for part in parts))
    elif contents is not None:
        raise RenderError(f"what page {number} draws cannot be read")
    form["/Type"] = pikepdf.Name.XObject
    form["/Subtype"] = pikepdf.Name.Form
    form["/BBox"] = pikepdf.Array([round(side, 4) for side in box])
    resources = _inherited(page, "/Resources")
    known = isinstance(resources, pikepdf.Dictionary)
    form["/Resources"] = resources if known else pikepdf.Dictionary()
    group = page.get("/Group")
    if isinstance(group, pikepdf.Dictionary):
        # The group of a page stands alone even where it does not say so (11.4.7).
        form["/Group"] = pikepdf.Dictionary({**dict(group.items()), "/I": True})
    return form


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _around(box: Box, inner: Box) -> Box:
    """Widen a box, where it must be, so that it holds another."""
    return (
        min(box[0], inner[0]),
        min(box[1], inner[1]),
        max(box[2], inner[2]),
        max(box[3], inner[3]),
    )


def _within(box: Box, media: Box, number: int) -> Box:
    inside = _both(box, media)
    if inside[0] >= inside[2] or inside[1] >= inside[3]:
        raise RenderError(f"the boxes of page {number} leave nothing of it")
    return inside


def _both(first: Box, second: Box) -> Box:
    return (
        max(first[0], second[0]),
        max(first[1], second[1]),
        min(first[2], second[2]),
        min(first[3], second[3]),
    )


def _upright(trim: Box, turn: int, unit: float) -> Matrix:
    """Turn a page as /Rotate asks, clockwise, and move its corner to (0, 0)."""
    x0, y0, x1, y1 = trim
    turned: Matrix = {
        0: (1.0, 0.0, 0.0, 1.0, -x0, -y0),
        90: (0.0, -1.0, 1.0, 0.0, -y0, x1),
        180: (-1.0, 0.0, 0.0, -1.0, x1, y1),
        270: (0.0, 1.0, -1.0, 0.0, y1, -x0),
    }[turn]
    return times(turned, (unit, 0.0, 0.0, unit, 0.0, 0.0))


def _turn(page: Any, number: int) -> int:
    turn = _inherited(page, "/Rotate")
    if turn is None:
        return 0
    value = _number(turn)
    if value is None or value % 90:
        raise RenderError(
            f"page {number} is turned by {turn}", hint="pages turn by quarters only"
        )
    return int(value) % 360


def _unit(page: Any, number: int) -> float:
    unit = page.get("/UserUnit")
    value = 1.0 if unit is None else _number(unit)
    if value is None or not 0 < value <= LARGEST:
        raise RenderError(f"page {number} has {unit} as its unit of length")
    return value


def _box(given: Any, number: int) -> Box | None:
    if given is None:
        return None
    sides = list(given) if isinstance(given, pikepdf.Array) and len(given) == 4 else []
    values = [value for side in sides if (value := _number(side)) is not None]
    if len(values) != 4:
        raise RenderError(f"a box of page {number} is not four numbers")
    x0, x1 = sorted((values[0], values[2]))
    y0, y1 = sorted((values[1], values[3]))
    return x0, y0, x1, y1


def _number(given: Any) -> float | None:
    """Give a number of the file; None for what is none, or is beyond all paper."""
    try:
        value = float(given)
    except (TypeError, ValueError, ArithmeticError):
        return None
    return value if math.isfinite(value) and abs(value) < 1e7 else None


def _inherited(page: Any, key: str) -> Any:
    """Look a key up on the page and, where it has none, above it in the tree."""
    at = page
    for _ in range(_INHERITED):
        if not isinstance(at, pikepdf.Dictionary):
            return None
        if (found := at.get(key)) is not None:
            return found
        at = at.get("/Parent")
    return None


def _corners(box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    return (box[0], box[1]), (box[2], box[3])

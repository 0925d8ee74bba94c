"""One page of a preflighted file as a drawing: its picture, its boxes, and what was found.

Everything is drawn in points as the page is shown, turned if the file turns it, with y
downwards as SVG has it.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

Sides = tuple[float, float, float, float]
"""Left, top, width, height, as the page is shown."""

_MM = 72 / 25.4
_MOST = 300
"""Most rectangles on one page; more hide what they are about."""

_KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What was found, with the places on the page that it is about."""

    number: int
    severity: str
    places: tuple[Sequence[float], ...]


@dataclass(frozen=True, slots=True)
class View:
    """How the user space of a page becomes the page as it is shown."""

    media: Sequence[float]
    rotate: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is shown."""
        x0, y0, x1, y1 = self.media
        across, down = x1 - x0, y1 - y0
        return (down, across) if self.rotate % 180 else (across, down)

    def box(self, sides: Sequence[float]) -> Sides:
        """Place a box of the file, x0, y0, x1, y1, on the page as it is shown."""
        one, other = self._point(sides[0], sides[1]), self._point(sides[2], sides[3])
        left, top = min(one[0], other[0]), min(one[1], other[1])
        return left, top, abs(one[0] - other[0]), abs(one[1] - other[1])

    def _point(self, x: float, y: float) -> tuple[float, float]:
        x0, y0, x1, y1 = self.media
        match self.rotate:
            case 90:
                return y - y0, x - x0
            case 180:
                return x1 - x, y - y0
            case 270:
                return y1 - y, x1 - x
        return x - x0, y1 - y


def drawing(
    sheet: Mapping[str, Any],
    picture: bytes,
    marks: Iterable[Mark],
    *,
    safe: float,
    label: str,
) -> str:
    """Draw a page as SVG; *safe* is the width of the safe zone in mm.

    A picture that is neither PNG nor JPEG is left out; the lines are drawn all the same.
    """
    media = _four(sheet["media"])
    view = View(media, int(sheet["rotate"]))
    width, height = view.size
    trim = _four(sheet["trim"])
    parts = [_picture(picture, width, height)]
    if sheet["bleed"]:
        parts.append(_line("bleed", view.box(_four(sheet["bleed"]))))
    parts.append(_line("trim", view.box(trim)))
    rim = safe * _MM
    inner = (trim[0] + rim, trim[1] + rim, trim[2] - rim, trim[3] - rim)
    if inner[2] > inner[0] and inner[3] > inner[1]:
        parts.append(_line("safe", view.box(inner)))
    for fold in sheet["folds"]:
        x = trim[0] + float(fold) * _MM
        left, top, across, down = view.box((x, trim[1], x, trim[3]))
        # A rectangle without width would not be drawn at all.
        parts.append(
            f'<line class="fold" x1="{left:.2f}" y1="{top:.2f}" '
            f'x2="{left + across:.2f}" y2="{top + down:.2f}"/>'
        )
    parts += _marks(marks, view)
    return (
        f'<svg viewBox="0 0 {width:.2f} {height:.2f}" role="img" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )


def swatch(name: str) -> str:
    """Draw a short piece of a kind of line, for the key."""
    return (
        '<svg viewBox="0 0 36 12" aria-hidden="true">'
        f'<line class="{name}" x1="0" y1="8" x2="36" y2="8"/></svg>'
    )


def _picture(picture: bytes, width: float, height: float) -> str:
    kind = next((_KINDS[head] for head in _KINDS if picture.startswith(head)), "")
    if not kind:
        return ""
    inside = base64.b64encode(picture).decode("ascii")
    return (
        f'<image width="{width:.2f}" height="{height:.2f}" preserveAspectRatio="none" '
        f'href="data:image/{kind};base64,{inside}"/>'
    )


def _marks(marks: Iterable[Mark], view: View) -> list[str]:
    width, height = view.size
    size = max(width, height) / 60
    boxes, badges = [], []
    taken: set[tuple[int, int]] = set()
    drawn = 0
    for mark in marks:
        level = escape(mark.severity)
        for place in mark.places[: max(0, _MOST - drawn)]:
            left, top, across, down = view.box(_four(place))
            # A hairline must be seen, and its rectangle has no area.
            rim = max(0.0, (size / 3 - min(across, down)) / 2)
            sides = (left - rim, top - rim, across + 2 * rim, down + 2 * rim)
            boxes.append(_line(f"place {level}", sides))
            x, y = max(size, sides[0]), max(size, sides[1])
            x, y = min(x, width - size), min(y, height - size)
            while (round(x / size / 2), round(y / size)) in taken and x < width - size:
                x += size * 2
            taken.add((round(x / size / 2), round(y / size)))
            badges.append(
                f'<g class="badge {level}"><circle cx="{x:.2f}" cy="{y:.2f}" r="{size:.2f}"/>'
                f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size * 1.2:.2f}">'
                f"{mark.number}</text></g>"
            )
            drawn += 1
    return boxes + badges


def _line(name: str, sides: Sides) -> str:
    left, top, across, down = sides
    return (
        f'<rect class="{name}" x="{left:.2f}" y="{top:.2f}" width="{across:.2f}" '
        f'height="{down:.2f}"/>'
    )


def _four(sides: Sequence[Any]) -> Sides:
    x0, y0, x1, y1 = (float(each) for each in sides)
    return x0, y0, x1, y1

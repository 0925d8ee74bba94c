"""Pictures drawn from facts, as vectors.

An icon array shows a proportion as so many of a hundred figures; a bar shows it as a
length. Both are drawn from the fact itself, so that the picture and the number cannot
disagree, and both can be told without colour: what is counted is filled, the rest is
an outline (WCAG 1.4.1; Ancker 2006 on icon arrays).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from decimal import Decimal

PER_ROW = 20
"""A hundred figures stand in five rows of twenty: half a row is ten."""

_STEP = 10.0
_GAP = 2.0
"""Between the tenth and the eleventh figure of a row, so that tens can be seen."""

_WIDTH, _BAR, _LANE = 200.0, 10.0, 6.0
"""Width of a bar, its height, and that of the lane for the range under it."""


def icon_array(filled: int, whole: int, *, ink: str, fill: str, mirrored: bool) -> str:
    """Draw *whole* figures of which *filled* are filled with *ink*, as an SVG.

    The rest are outlines in *fill*. In right-to-left text counting begins at the right.

    >>> svg = icon_array(15, 100, ink="#000", fill="#777", mirrored=False)
    >>> svg.count('class="on"')
    15
    """
    rows = -(-whole // PER_ROW)
    columns = min(PER_ROW, whole)
    width, height = columns * _STEP + (columns - 1) // 10 * _GAP, rows * _STEP
    shapes = []
    for i in range(whole):
        row, column = divmod(i, PER_ROW)
        x = (column + 0.5) * _STEP + column // 10 * _GAP
        if mirrored:
            x = width - x
        on = i < filled
        shapes.append(_figure(x, (row + 0.5) * _STEP, on, ink if on else fill))
    return _svg(width, height, "".join(shapes))


def _figure(x: float, y: float, on: bool, colour: str) -> str:
    """Draw a head over shoulders, filled or in outline."""
    inside, name = (colour, "on") if on else ("none", "off")
    style = f'fill="{inside}" stroke="{colour}" stroke-width="0.7"'
    head = f'<circle cx="{x:g}" cy="{y - 2.3:g}" r="1.7" {style}/>'
    left, right, top, foot = x - 3.1, x + 3.1, y + 0.5, y + 4.2
    body = (
        f'<path d="M{left:g} {foot:g}V{y + 2.6:g}Q{left:g} {top:g} {x:g} {top:g}'
        f'Q{right:g} {top:g} {right:g} {y + 2.6:g}V{foot:g}Z" {style}/>'
    )
    return f'<g class="{name}">{head}{body}</g>'


def bar(
    value: Decimal,
    whole: Decimal,
    span: tuple[Decimal, Decimal] | None,
    *,
    ink: str,
    fill: str,
    mirrored: bool,
) -> str:
    """Draw one bar as an SVG: an outline for the whole, a fill for the value.

    Under it a line with ends goes from the lowest to the highest value of its range.
    """

    def at(amount: Decimal) -> float:
        x = float(amount / whole) * (_WIDTH - 1) + 0.5
        return _WIDTH - x if mirrored else x

    start, end = sorted((at(Decimal(0)), at(value)))
    parts = [
        _box(start, end, f'fill="{fill}"'),
        _box(0.5, _WIDTH - 0.5, f'fill="none" stroke="{fill}" stroke-width="0.7"'),
    ]
    if span is None:
        return _svg(_WIDTH, _BAR, "".join(parts))
    low, high = sorted((at(span[0]), at(span[1])))
    height, middle = _BAR + _LANE, _BAR + _LANE / 2 + 0.5
    ends = f"M{low:g} {_BAR + 1:g}V{height:g}M{high:g} {_BAR + 1:g}V{height:g}"
    path = f'd="{ends}M{low:g} {middle:g}H{high:g}"'
    parts.append(f'<path {path} fill="none" stroke="{ink}" stroke-width="1.4"/>')
    return _svg(_WIDTH, height, "".join(parts))


def as_data_address(svg: str) -> str:
    """Write an SVG as a ``data:`` address: a picture that needs no file."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def tokens(colour: str) -> Mapping[str, str]:
    """Give the ink and fill of a picture, for a screen or a press (K only).

    Ink on fill and fill on paper both stand out at 3:1 or better (WCAG 1.4.11).
    """
    if colour == "cmyk":
        return {"ink": "device-cmyk(0 0 0 1)", "fill": "device-cmyk(0 0 0 0.55)"}
    return {"ink": "#1d2b33", "fill": "#5a8a92"}


def _box(left: float, right: float, style: str) -> str:
    return (
        f'<rect x="{left:g}" y="0.5" width="{right - left:g}" '
        f'height="{_BAR - 1:g}" {style}/>'
    )


def _svg(width: float, height: float, inner: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}">{inner}</svg>'
    )

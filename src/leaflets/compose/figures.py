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
_RADIUS = 3.7


def icon_array(filled: int, whole: int, *, ink: str, paper: str, mirrored: bool) -> str:
    """An SVG of *whole* figures of which *filled* are filled; in right-to-left text
    counting begins at the right.

    >>> icon_array(15, 100, ink="#000", paper="#fff", mirrored=False).count('class="on"')
    15
    """
    rows = -(-whole // PER_ROW)
    columns = min(PER_ROW, whole)
    width, height = columns * _STEP, rows * _STEP
    shapes = []
    for i in range(whole):
        row, column = divmod(i, PER_ROW)
        x = (column + 0.5) * _STEP
        if mirrored:
            x = width - x
        shapes.append(_figure(x, (row + 0.5) * _STEP, i < filled, ink, paper))
    return _svg(width, height, "".join(shapes))


def _figure(x: float, y: float, on: bool, ink: str, paper: str) -> str:
    """A head over shoulders, filled or in outline."""
    fill, name = (ink, "on") if on else (paper, "off")
    style = f'fill="{fill}" stroke="{ink}" stroke-width="0.7"'
    head = f'<circle cx="{x:g}" cy="{y - 2.2:g}" r="1.7" {style}/>'
    left, right, top, foot = x - 3, x + 3, y + 0.4, y + 4
    body = (
        f'<path d="M{left:g} {foot:g}V{y + 2.4:g}Q{left:g} {top:g} {x:g} {top:g}'
        f'Q{right:g} {top:g} {right:g} {y + 2.4:g}V{foot:g}Z" {style}/>'
    )
    return f'<g class="{name}">{head}{body}</g>'


def bar(
    value: Decimal,
    whole: Decimal,
    span: tuple[Decimal, Decimal] | None,
    *,
    ink: str,
    paper: str,
    mirrored: bool,
) -> str:
    """An SVG of one bar: a track for the whole, a fill for the value, a thin line with
    ends for the range from the lowest to the highest value.
    """
    width, height = 200.0, 14.0

    def at(amount: Decimal) -> float:
        x = float(amount / whole) * width
        return width - x if mirrored else x

    start, end = at(Decimal(0)), at(value)
    parts = [
        f'<rect x="0.4" y="2.4" width="{width - 0.8:g}" height="{height - 4.8:g}" '
        f'fill="{paper}" stroke="{ink}" stroke-width="0.6"/>',
        f'<rect x="{min(start, end):g}" y="2.4" width="{abs(end - start):g}" '
        f'height="{height - 4.8:g}" fill="{ink}"/>',
    ]
    if span is not None:
        low, high = sorted((at(span[0]), at(span[1])))
        line = f"M{low:g} 0.5V{height - 0.5:g}M{high:g} 0.5V{height - 0.5:g}"
        across = f"M{low:g} {height / 2:g}H{high:g}"
        parts.append(f'<path d="{line}{across}" stroke="{paper}" stroke-width="2.6"/>')
        parts.append(f'<path d="{line}{across}" stroke="{ink}" stroke-width="1.1"/>')
    return _svg(width, height, "".join(parts))


def as_data_address(svg: str) -> str:
    """An SVG as a ``data:`` address: a picture that needs no file."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def tokens(colour: str) -> Mapping[str, str]:
    """Ink and paper of a picture, for a screen or for a press (black only, on K)."""
    if colour == "cmyk":
        return {"ink": "device-cmyk(0 0 0 0.85)", "paper": "device-cmyk(0 0 0 0)"}
    return {"ink": "#2b3a42", "paper": "#ffffff"}


def _svg(width: float, height: float, inner: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}">{inner}</svg>'
    )

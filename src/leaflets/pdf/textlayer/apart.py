"""Keep apart what stands side by side, so that rows are read as rows.

poppler puts the blocks of a page in order by two rules: what stands above comes before
what it overlaps, and a column comes before the one beside it, however long both are. So
all of a table's first column is read before its second, and the foot of a page before a
column that ends above it; and a short last line of a cell, which it widens as far as it
meets nothing, comes after the cell beside it. Two kinds of unseen signs stop that:

- a bar, as wide as the row, above and below everything that stands side by side, as the
  second rule gives way where a block lies between two others and overlaps both;
- a post between two neighbours, as high as the row, so that no line is widened past it.

They are artifacts: no reader of tags meets them, and pdfium passes over them, as an
object of one character has no ink for it. Posts are turned by a right angle, so that
poppler joins them to no word. Lengths are CSS pixels from the upper left
corner of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

from leaflets.pdf.boxtree import POINTS, descendants
from leaflets.pdf.textlayer import order
from leaflets.pdf.textlayer.carrier import KEY, Carrier

_TOUCHING = 1.0
"""What two boxes may share and still stand one below the other."""

_NEAR = 4.0
"""Within this one bar does for two rows."""


class Bar(NamedTuple):
    """A sign above or below a row."""

    x: float
    y: float
    width: float
    leftward: bool
    """Whether the row runs from right to left."""


class Post(NamedTuple):
    """A sign between two neighbours."""

    x: float
    y: float
    height: float


class Apart(NamedTuple):
    """What keeps the rows and columns of one page apart."""

    bars: tuple[Bar, ...]
    posts: tuple[Post, ...]


class _Area(NamedTuple):
    box: Any
    x0: float
    y0: float
    x1: float
    y1: float


def find(root: Any) -> Apart:
    """Say what keeps apart what stands side by side on the page whose box is *root*."""
    bars: list[Bar] = []
    posts: list[Post] = []
    for turn, (group, leftward) in enumerate(_groups(root)):
        left, right = min(each.x0 for each in group), max(each.x1 for each in group)
        above, below = min(each.y0 for each in group), max(each.y1 for each in group)
        bars += [
            Bar(left, edge - _TOUCHING, right - left, leftward) for edge in (above, below)
        ]
        across = sorted(group, key=lambda each: each.x0)
        for one, other in pairwise(across):
            if one.x1 <= other.x0 + _TOUCHING:
                # Not in a row with the post above, else poppler takes them for a table.
                x = (one.x1 + other.x0) / 2 + turn % 2
                posts.append(Post(x, above, below - above))
    return Apart(tuple(_fewer(bars)), tuple(posts))


def ballast(words: str, apart: Apart) -> str:
    """Give signs of direction that turn a page the way its widest rows run.

    poppler takes columns from the side that most letters of the page run from.
    """
    widest = max(apart.bars, key=lambda each: each.width, default=None)
    if widest is None:
        return ""
    surplus = order.surplus(words)
    if widest.leftward:
        return order.RLM * max(0, surplus + 1)
    return order.LRM * max(0, -surplus)


def signs(apart: Apart, weight: str, carrier: Carrier) -> Iterator[bytes]:
    """Give the operators of all signs, the first bar with the *weight* of the page."""
    if not apart.bars:
        return
    yield f"/Artifact BMC /{KEY} 1 Tf 100 Tz ".encode()
    for bar in apart.bars:
        text = weight or order.JOINER
        across = sum(carrier.width(each) for each in text)
        scale = POINTS * bar.width * 1000 / across
        yield _at(f"{scale:.0f}", "-1", bar.x, bar.y)
        yield b"".join(b"(%b)Tj " % carrier.code(each) for each in text)
        weight = ""
    sign = carrier.code(order.JOINER)
    wide = carrier.width(order.JOINER)
    for post in apart.posts:
        down = POINTS * post.height * 1000 / wide
        left, top = POINTS * post.x, POINTS * post.y
        yield f"0 {down:.0f} 1 0 {left:.1f} {top:.1f} Tm ".encode() + b"(%b)Tj " % sign
    yield b"EMC"


def _at(right: str, up: str, x: float, y: float) -> bytes:
    return f"{right} 0 0 {up} {POINTS * x:.1f} {POINTS * y:.1f} Tm ".encode()


def _fewer(bars: Iterable[Bar]) -> list[Bar]:
    """Leave out the bars that stand right below another of their kind."""
    found: list[Bar] = []
    for bar in sorted(bars, key=lambda each: (each.x, each.width, each.y)):
        last = found[-1] if found else None
        if last is None or last[::2] != bar[::2] or bar.y - last.y >= _NEAR:
            found.append(bar)
    return sorted(found, key=lambda each: (each.y, each.x))


def _groups(box: Any) -> Iterator[tuple[list[_Area], bool]]:
    """Give what stands side by side in a box and within it, and whether it runs leftward.

    What holds a group comes before the group.
    """
    leftward = box.style["direction"] == "rtl"
    areas = list(_areas(box))
    group: list[_Area] = []
    for area in areas:
        if group and not _beside(group, area):
            if len(group) > 1:
                yield group, leftward
            group = []
        group.append(area)
    if len(group) > 1:
        yield group, leftward
    for area in areas:
        yield from _groups(area.box)


def _beside(group: list[_Area], area: _Area) -> bool:
    above, below = min(each.y0 for each in group), max(each.y1 for each in group)
    return min(below, area.y1) - max(above, area.y0) > _TOUCHING


def _areas(box: Any) -> Iterator[_Area]:
    """Give the boxes in a box that hold words and stand in the flow, or float beside it."""
    for child in getattr(box, "children", ()):
        if (
            isinstance(child, (boxes.LineBox, boxes.MarginBox))
            or hasattr(child, "_box")  # stands in a place of its own
            or getattr(child, "transformation_matrix", None) is not None
            or not any(isinstance(each, boxes.TextBox) for each in descendants(child))
        ):
            continue
        x, y = child.border_box_x(), child.border_box_y()
        yield _Area(child, x, y, x + child.border_width(), y + child.border_height())

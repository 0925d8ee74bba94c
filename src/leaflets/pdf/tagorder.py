"""Whether the order in which tags are read is that in which a page is seen.

Asked of blocks by their places: what is read later in a column stands lower, and the
cells of a row follow one another in the direction in which the table runs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from leaflets.pdf.rendered import Rectangle
from leaflets.pdf.tagtree import Node

_SLACK = 1.0
"""Points by which neighbours may reach into each other: overhangs of letters."""

_INLINE = frozenset(("Span", "Link", "Reference", "Quote", "Code", "Em", "Strong"))
"""Tags that stand in a line, and whose place is that of their block."""

_GROUPS = ("Document", "Part", "Sect", "Art", "Div", "BlockQuote", "L", "LI")
_ROWS = ("Table", "THead", "TBody", "TFoot", "TR")
_HOLDERS = frozenset((*_GROUPS, *_ROWS))
"""Tags that hold blocks and no line: a figure in one of them stands alone."""

_CELLS = frozenset(("TD", "TH"))

Marked = Mapping[tuple[int, int], Rectangle]


@dataclass(frozen=True, slots=True)
class Block:
    """What one tag takes of one page, inline tags in it included."""

    node: Node
    page: int
    place: Rectangle


def disordered(top: tuple[Node, ...], marked: Marked) -> Iterator[tuple[Block, Block]]:
    """Give pairs of blocks of which the one that is read later is seen before.

    One pair for each page is enough to show that its order is wrong.
    """
    pages: dict[int, list[Block]] = defaultdict(list)
    for block in blocks(top, marked):
        pages[block.page].append(block)
    for number in sorted(pages):
        pair = _first_wrong(pages[number])
        if pair is not None:
            yield pair


def _first_wrong(read: list[Block]) -> tuple[Block, Block] | None:
    for place, later in enumerate(read):
        for earlier in read[:place]:
            one, other = earlier.place, later.place
            share = min(one.x1, other.x1) - max(one.x0, other.x0)
            if share > _SLACK and other.y0 >= one.y1 - _SLACK:
                return earlier, later
    return None


def crossed(top: tuple[Node, ...], marked: Marked) -> Iterator[tuple[Block, Block]]:
    """Give neighbouring cells that are read against the direction of their table."""
    for node in top:
        yield from _crossed(node, "LrTb", marked)


def _crossed(node: Node, way: str, marked: Marked) -> Iterator[tuple[Block, Block]]:
    way = node.attributes.get("WritingMode", way)
    if node.kind == "TR":
        cells = [
            block
            for cell in node.nodes
            if cell.kind in _CELLS
            for block in _whole(cell, marked)
        ]
        for first, second in pairwise(cells):
            if first.page != second.page:
                continue
            ahead = _middle(second.place) - _middle(first.place)
            if (ahead if way == "LrTb" else -ahead) < -_SLACK:
                yield first, second
    for each in node.nodes:
        yield from _crossed(each, way, marked)


def _middle(place: Rectangle) -> float:
    return (place.x0 + place.x1) / 2


def blocks(nodes: tuple[Node, ...], marked: Marked) -> Iterator[Block]:
    """Give what each block takes of each page, in the order of reading."""
    for node in nodes:
        own = [mark for each in _in_line(node) for mark in each.marks]
        yield from _placed(node, own, marked)
        for each in _in_line(node):
            below = tuple(kid for kid in each.nodes if not _is_inline(kid, each))
            yield from blocks(below, marked)


def _whole(node: Node, marked: Marked) -> Iterator[Block]:
    """Give what a tag and all below it take of each page."""
    yield from _placed(node, [m for each in node.all() for m in each.marks], marked)


def _in_line(node: Node) -> Iterator[Node]:
    """Give a tag and the inline tags in it."""
    yield node
    for kid in node.nodes:
        if _is_inline(kid, node):
            yield from _in_line(kid)


def _is_inline(kid: Node, node: Node) -> bool:
    in_line = kid.kind == "Figure" and node.kind not in _HOLDERS
    return in_line or kid.kind in _INLINE


def _placed(node: Node, marks: list[tuple[int, int]], marked: Marked) -> Iterator[Block]:
    found: dict[int, list[Rectangle]] = defaultdict(list)
    for mark in marks:
        if mark in marked:
            found[mark[0]].append(marked[mark])
    for page, places in sorted(found.items()):
        around = Rectangle(
            x0=min(each.x0 for each in places),
            y0=min(each.y0 for each in places),
            x1=max(each.x1 for each in places),
            y1=max(each.y1 for each in places),
        )
        yield Block(node, page, around)

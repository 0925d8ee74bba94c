"""What else a tag says: pictures in words, lists by their signs, tables by their heads."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.errors import RenderError
from leaflets.pdf.boxtree import POINTS
from leaflets.pdf.tags.kinds import SVG
from leaflets.pdf.tags.tag import Tag

_SIGNS = {
    "disc": "/Disc",
    "circle": "/Circle",
    "square": "/Square",
    "lower-roman": "/LowerRoman",
    "upper-roman": "/UpperRoman",
    "lower-alpha": "/LowerAlpha",
    "upper-alpha": "/UpperAlpha",
}
"""Signs of items as a list calls them (ISO 32000-1, table 347)."""


def detail(root: Tag, heights: list[float]) -> None:
    """Say of all that is below *root* what its kind asks for.

    *heights* are those of the pages, in CSS pixels. Raises RenderError for a picture
    that has no words.
    """
    names = (f"h{number}" for number in count(1))
    for tag in root.all():
        if tag.kind == "Figure":
            _describe(tag, heights[tag.page])
        elif tag.kind == "L":
            tag.say("List", ListNumbering=_numbering(tag))
        elif tag.kind == "Table":
            _head(tag, names)


def _describe(figure: Tag, height: float) -> None:
    """Say a picture in words, and where it stands in points from the lower left.

    ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3.
    """
    box = figure.box
    if box.element.tag == SVG:
        figure.alt = (box.element.findtext(f"{SVG[:-3]}title") or "").strip()
    else:
        figure.alt = box.element.get("alt", "").strip()
    if not figure.alt:
        source = box.element.get("src", "")[:60]
        raise RenderError(f"picture {source!r} has no alternative text")
    x, y = box.content_box_x(), box.content_box_y()
    sides = (x, height - y - box.height, x + box.width, height - y)
    figure.say("Layout", BBox=pydyf.Array([side * POINTS for side in sides]))


def _numbering(items: Tag) -> str:
    """Say what stands before the items of a list (ISO 14289-1, 7.6)."""
    item = items.tags[0]
    if not any(kid.kind == "Lbl" for kid in item.tags):
        return "/None"
    if item.box is None:
        return "/None"  # words and what they mean
    if item.box.element_tag != "li":
        return "/Decimal"
    style = item.box.style["list_style_type"]
    known = _SIGNS.get(style) if isinstance(style, str) else None
    return known or ("/Decimal" if items.box.element_tag == "ol" else "/Disc")


def _head(table: Tag, names: Iterable[str]) -> None:
    """Say for which cells each header of a table stands (ISO 14289-1, 7.5).

    A header of a group of rows says so of no column and no row. Where there is one, the
    cells call their headers by name.
    """
    rows = [tag for tag in table.all() if tag.kind == "TR"]
    named = any(_scope(cell) == "rowgroup" for row in rows for cell in row.tags)
    column: list[str] = []
    group: list[str] = []
    for row in rows:
        of_row: list[str] = []
        for cell in row.tags:
            if cell.box.colspan != 1:
                cell.say("Table", ColSpan=cell.box.colspan)
            if cell.box.rowspan != 1:
                cell.say("Table", RowSpan=cell.box.rowspan)
            if cell.kind != "TH":
                if named:
                    _call(cell, [*group, *of_row])
                continue
            scope = _scope(cell)
            cell.say("Table", Scope="/Row" if scope == "row" else "/Column")
            if not named:
                continue
            cell.name = next(iter(names))
            if scope == "rowgroup":
                group = [cell.name]
                _call(cell, column)
            elif scope == "row":
                of_row.append(cell.name)
                _call(cell, group)
            else:
                column.append(cell.name)


def _call(cell: Tag, names: list[str]) -> None:
    if names:
        cell.say("Table", Headers=pydyf.Array([pydyf.String(name) for name in names]))


def _scope(cell: Tag) -> Any:
    return cell.box.element.get("scope", "") if cell.kind == "TH" else ""

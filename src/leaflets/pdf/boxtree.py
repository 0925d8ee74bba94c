"""Read what was laid out: words, marked places and boxes of each page.

The engine keeps a tree of boxes for each page, in document order whatever the
direction of the text; positions in it are CSS pixels from the upper left corner of the
trimmed page. Nothing is measured anew here.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

from weasyprint.anchors import rectangle_aabb
from weasyprint.formatting_structure import boxes

from leaflets.pdf import lineends
from leaflets.pdf.linejoin import joined
from leaflets.pdf.rendered import Mark, PageBox, PageText, Rectangle

POINTS = 0.75
"""Points in a CSS pixel."""

MARK = "data-mark"

_GENERATED = ("::before", "::after", "::marker", "::footnote-call", "::footnote-marker")
"""Parts of an element that are not its own words, so that no mark holds them."""


class _Block:
    """Lines that stand one under the other, and what they take of the page's height."""

    def __init__(self, box: Any) -> None:
        self.lines: list[str] = []
        self._top, self._bottom = inf, -inf
        self._is_marker = (box.element_tag or "").endswith("::marker")

    def add(self, line: Any, text: str) -> None:
        self.lines.append(text)
        self._top = min(self._top, line.position_y)
        self._bottom = max(self._bottom, line.position_y + line.height)

    @property
    def text(self) -> str:
        return joined(self.lines)

    def is_beside(self, other: _Block) -> bool:
        """Say whether both share a row of the page; what marks an item is no neighbour."""
        if self is other or self._is_marker or other._is_marker:
            return False
        shared = min(self._bottom, other._bottom) - max(self._top, other._top)
        return shared > 1


def _pieces(blocks: Sequence[_Block]) -> tuple[str, ...]:
    """Give blocks whole, but those that have neighbours line by line."""
    found: list[str] = []
    for block in blocks:
        if len(block.lines) > 1 and any(map(block.is_beside, blocks)):
            found += [f"{line} " for line in block.lines]
        else:
            found.append(block.text)
    return tuple(found)


@dataclass(slots=True)
class Reader:
    """Reads the pages of one document, one after the other."""

    marks: list[Mark] = field(default_factory=list)
    pages: list[PageText] = field(default_factory=list)
    boxes: list[PageBox] = field(default_factory=list)
    _height: float = 0.0
    _lines: dict[str, tuple[object, int]] = field(default_factory=dict)
    _own: list[str] = field(default_factory=list)
    _runs: list[str] = field(default_factory=list)
    _spoken: list[str] = field(default_factory=list)
    _ended: bool = False
    _asides: Container[Any] = ()

    def read(self, page: Any, asides: Container[Any] = ()) -> None:
        """Read the next page: a ``weasyprint.document.Page``.

        *asides* are its boxes that no tag leads to.
        """
        self._asides = asides
        root = page._page_box  # noqa: SLF001 - the tree has no public name
        self._height = page.height
        self.boxes.append(_page_box(page, root))
        body = [box for box in root.children if not isinstance(box, boxes.MarginBox)]
        margins = [box for box in root.children if isinstance(box, boxes.MarginBox)]
        self._own, self._runs, self._spoken = [], [], []
        blocks = [block for box in body for block in self._blocks(box, (), None)]
        own, spoken = "".join(self._own), "".join(self._spoken)
        self._runs = []
        beside = [block for box in margins for block in self._blocks(box, (), None)]
        self.pages.append(
            PageText(
                "\n".join(block.text for block in (*blocks, *beside)),
                blocks=tuple(block.text for block in blocks),
                pieces=_pieces(blocks),
                furniture=tuple(self._runs),
                own=own,
                spoken=spoken,
            )
        )

    def _blocks(self, box: Any, marked: tuple[str, ...], matrix: Any) -> Iterator[_Block]:
        """Give the lines of each block in *box*, and note the marks on the way."""
        box = getattr(box, "_box", box)
        marked, matrix = self._enter(box, marked, matrix)
        block = _Block(box)
        for child in getattr(box, "children", ()):
            if isinstance(child, boxes.LineBox):
                block.add(child, self._line(child, child, marked, matrix))
                continue
            if block.lines:
                self._end()
                yield block
                block = _Block(box)
            yield from self._blocks(child, marked, matrix)
        if block.lines:
            self._end()
            yield block

    def _end(self) -> None:
        """End a block of the words that are spoken, unless it goes on over the page."""
        if self._ended:
            self._spoken.append("\n")

    def _line(self, box: Any, line: Any, marked: tuple[str, ...], matrix: Any) -> str:
        """Give the text of a line, or of what is in one."""
        box = getattr(box, "_box", box)
        if isinstance(box, boxes.TextBox):
            return self._run(box, line, marked, matrix)
        if isinstance(box, boxes.LineBox):
            line = box
        else:
            marked, matrix = self._enter(box, marked, matrix)
        text = ""
        for child in getattr(box, "children", ()):
            inside = self._line(child, line, marked, matrix)
            apart = isinstance(child, (boxes.BlockLevelBox, boxes.LineBox))
            text = f"{text} {inside}" if apart and text else text + inside
        return text

    def _enter(self, box: Any, marked: tuple[str, ...], matrix: Any) -> tuple[Any, Any]:
        """Take up the mark and the transformation of a box."""
        if box.transformation_matrix is not None:
            matrix = (
                box.transformation_matrix @ matrix if matrix else box.transformation_matrix
            )
        if box.element is None or box.element_tag is None:
            return marked, matrix
        if box.element_tag.endswith(_GENERATED):
            return (), matrix
        name = box.element.get(MARK)
        if name and name not in marked:
            marked = (*marked, name)
        if marked and isinstance(box, boxes.ReplacedBox):
            area = (box.content_box_x(), box.content_box_y(), box.width, box.height)
            corners = rectangle_aabb(matrix, *area)
            self._note(
                box,
                "",
                marked=marked,
                area=corners,
                line=box,
                baseline=self._up(corners[3]),
            )
        return marked, matrix

    def _run(self, box: Any, line: Any, marked: tuple[str, ...], matrix: Any) -> str:
        if not box.text or box.style["visibility"] != "visible":
            return ""
        self._runs.append(box.text)
        if box not in self._asides:
            self._spoken.append(lineends.said(box))
            self._ended = getattr(box, "followed", "") == lineends.ENDED
            if not (box.element_tag or "").endswith(_GENERATED):
                self._own.append(box.text)
        if marked:
            x, y = box.position_x, box.position_y
            area = rectangle_aabb(matrix, x, y, box.width, box.height)
            base = rectangle_aabb(matrix, x, y + box.baseline, 0, 0)[1]
            self._note(
                box, box.text, marked=marked, area=area, line=line, baseline=self._up(base)
            )
        return str(box.text)

    def _note(
        self,
        box: Any,
        text: str,
        *,
        marked: tuple[str, ...],
        area: tuple[float, float, float, float],
        line: object,
        baseline: float,
    ) -> None:
        style = box.style
        for name in marked:
            last, number = self._lines.get(name, (line, 0))
            number = number if last is line else number + 1
            self._lines[name] = (line, number)
            self.marks.append(
                Mark(
                    id=name,
                    page=len(self.pages),
                    x0=area[0] * POINTS,
                    y0=self._up(area[3]),
                    x1=area[2] * POINTS,
                    y1=self._up(area[1]),
                    text=text,
                    weight=style["font_weight"],
                    italic=style["font_style"] != "normal",
                    size=style["font_size"] * POINTS,
                    family=tuple(style["font_family"]),
                    direction=style["direction"],
                    lang=style["lang"] or "",
                    line=number,
                    baseline=baseline,
                )
            )

    def _up(self, y: float) -> float:
        """Turn a height from above, in pixels, into one from below, in points."""
        return float(self._height - y) * POINTS


def margin_boxes(page: Any) -> dict[Any, str]:
    """Give every box in the margins of a page, and whether it is Header or Footer.

    What stands at a side counts as a footer: PDF has these two words only.
    """
    root = page._page_box  # noqa: SLF001 - the tree has no public name
    found: dict[Any, str] = {}
    for box in root.children:
        if isinstance(box, boxes.MarginBox):
            kind = "Header" if box.at_keyword.startswith("@top") else "Footer"
            found.update(dict.fromkeys(descendants(box), kind))
    return found


def descendants(box: Any) -> list[Any]:
    """Give a box and all that is in it, in document order."""
    found: list[Any] = []
    waiting = [box]
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)
        found.append(box)
        waiting.extend(reversed(getattr(box, "children", ())))
    return found


def _page_box(page: Any, root: Any) -> PageBox:
    width, height = page.width * POINTS, page.height * POINTS
    bleed = {side: value * POINTS for side, value in page.bleed.items()}
    left, top = root.content_box_x() * POINTS, root.content_box_y() * POINTS
    return PageBox(
        media=Rectangle(
            x0=-bleed["left"],
            y0=-bleed["top"],  # the engine counts the bleed from below as from above
            x1=width + bleed["right"],
            y1=height + bleed["bottom"],
        ),
        trim=Rectangle(x0=0.0, y0=0.0, x1=width, y1=height),
        content=Rectangle(
            x0=left,
            y0=height - top - root.height * POINTS,
            x1=left + root.width * POINTS,
            y1=height - top,
        ),
    )

"""Read what was laid out: words, marked places and boxes of each page.

The engine keeps a tree of boxes for each page, in document order whatever the
direction of the text; positions in it are CSS pixels from the upper left corner of the
trimmed page. Nothing is measured anew here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.anchors import rectangle_aabb
from weasyprint.formatting_structure import boxes

from leaflets.pdf.rendered import Mark, PageBox, PageText, Rectangle

POINTS = 0.75
"""Points in a CSS pixel."""

MARK = "data-mark"

_GENERATED = ("::before", "::after", "::marker", "::footnote-call", "::footnote-marker")
"""Parts of an element that are not its own words, so that no mark holds them."""

_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x9FFF),  # Chinese and Japanese, with their punctuation
    (0xF900, 0xFAFF),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
"""Scripts without spaces between words: a line break in them stands for nothing."""


@dataclass(slots=True)
class Reader:
    """Reads the pages of one document, one after the other."""

    marks: list[Mark] = field(default_factory=list)
    pages: list[PageText] = field(default_factory=list)
    boxes: list[PageBox] = field(default_factory=list)
    _height: float = 0.0
    _lines: dict[str, tuple[object, int]] = field(default_factory=dict)

    def read(self, page: Any) -> None:
        """Read the next page: a ``weasyprint.document.Page``."""
        root = page._page_box  # noqa: SLF001 - the tree has no public name
        self._height = page.height
        self.boxes.append(_page_box(page, root))
        body = [box for box in root.children if not isinstance(box, boxes.MarginBox)]
        margins = [box for box in root.children if isinstance(box, boxes.MarginBox)]
        words: list[str] = []
        for box in (*body, *margins):
            words.extend(self._blocks(box, (), None))
        self.pages.append(PageText("\n".join(words)))

    def _blocks(self, box: Any, marked: tuple[str, ...], matrix: Any) -> Iterator[str]:
        """Give the text of each block in *box*, and note the marks on the way."""
        box = getattr(box, "_box", box)
        marked, matrix = self._enter(box, marked, matrix)
        lines: list[str] = []
        for child in getattr(box, "children", ()):
            if isinstance(child, boxes.LineBox):
                lines.append(self._line(child, child, marked, matrix))
                continue
            if lines:
                yield _joined(lines)
                lines = []
            yield from self._blocks(child, marked, matrix)
        if lines:
            yield _joined(lines)

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


def margin_boxes(page: Any) -> set[Any]:
    """Give every box in the margins of a page: running headers and footers."""
    root = page._page_box  # noqa: SLF001 - the tree has no public name
    found: set[Any] = set()
    for box in root.children:
        if isinstance(box, boxes.MarginBox):
            found.update(descendants(box))
    return found


def descendants(box: Any) -> Iterator[Any]:
    """Give a box and all that is in it, in document order."""
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from descendants(child)


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


def _joined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        gap = " " if text and line and not _unspaced(text[-1], line[0]) else ""
        text = f"{text}{gap}{line}"
    return text


def _unspaced(last: str, first: str) -> bool:
    return any(low <= ord(last) <= high for low, high in _UNSPACED) and any(
        low <= ord(first) <= high for low, high in _UNSPACED
    )

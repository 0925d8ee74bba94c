"""Mend a fault of the engine: it draws the marks of a list after all else.

WeasyPrint 70.0 lays the mark of an item out as a box with a position of its own, and so
draws it as one: behind all text of the page (CSS 2.1, appendix E, step 8). A reader that
takes text as it is drawn, pdfium for one, then gives all bullets and numbers of a page at
its end. Here a mark is drawn right before the lines of its item. It covers nothing and
is covered by nothing, so that no page looks another way.
"""

from __future__ import annotations

from typing import Any

from weasyprint import draw, stacking
from weasyprint.formatting_structure import boxes
from weasyprint.stacking import StackingContext

_ENGINES_CHILDREN = stacking._dispatch_children  # noqa: SLF001 - has no public name
_ENGINES_BLOCKS = draw.draw_block_level
_DRAWN_AS_BLOCKS = (boxes.BlockLevelBox, boxes.TableCellBox, boxes.InlineBlockBox)


def dispatch_children(box: Any, page: Any, *rest: Any) -> Any:
    """Put what is in a box in the order of drawing, as the engine does; keep marks aside.

    Returns what the engine's own function does, with ``list_marks``: what draws each mark.
    """
    children = getattr(box, "children", ())
    marks = [child for child in children if _is_mark(child)]
    if not marks or not isinstance(box, _DRAWN_AS_BLOCKS):
        return _ENGINES_CHILDREN(box, page, *rest)
    others = [child for child in children if not _is_mark(child)]
    found = _ENGINES_CHILDREN(box.copy_with_children(others), page, *rest)
    found.list_marks = tuple(
        StackingContext.from_box(getattr(mark, "_box", mark), page) for mark in marks
    )
    return found


def _is_mark(box: Any) -> bool:
    return bool(getattr(getattr(box, "_box", box), "is_outside_marker", False))


def draw_block_level(page: Any, stream: Any, blocks_and_cells: Any) -> None:
    """Draw blocks one after the other as the engine does, each with its marks first."""
    for block, inside in blocks_and_cells.items():
        for mark in getattr(block, "list_marks", ()):
            draw.draw_stacking_context(stream, mark)
        _ENGINES_BLOCKS(page, stream, {block: {}})
        draw_block_level(page, stream, inside)


def mend() -> None:
    """Let the engine order and draw marks by these; a second time changes nothing."""
    stacking._dispatch_children = dispatch_children  # noqa: SLF001 - has no public name
    draw.draw_block_level = draw_block_level

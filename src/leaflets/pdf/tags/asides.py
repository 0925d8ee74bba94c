"""What stands on a page and is no part of the text: it is marked as an artifact.

Running heads and feet are such, the head of a table where it is said again on the next
page, and a sign that is only there to be seen (ISO 14289-1, 7.1 and 7.8).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from weasyprint.formatting_structure import boxes

from leaflets.pdf.boxtree import descendants, margin_boxes

REPEATED = "Header"
"""What the head of a table is where it stands again: a header of its page."""

DECORATION = ""
"""What a sign is that is not read: it has no place among headers and footers."""


def asides(pages: Iterable[Any]) -> list[dict[Any, str]]:
    """Give for each page the boxes that are not read, and what each is.

    That is ``Header``, ``Footer`` or nothing, the subtype of the artifact (ISO 32000-1,
    table 330).
    """
    heads: set[Any] = set()
    found = []
    for page in pages:
        aside = margin_boxes(page)
        waiting = [page._page_box]  # noqa: SLF001 - has no public name
        while waiting:
            box = waiting.pop()
            box = getattr(box, "_box", box)
            if box in aside:
                continue
            if _is_decoration(box):
                aside.update(dict.fromkeys(descendants(box), DECORATION))
            elif isinstance(box, boxes.TableRowGroupBox) and box.is_header:
                if box.element in heads:
                    aside.update(dict.fromkeys(descendants(box), REPEATED))
                heads.add(box.element)
            else:
                waiting.extend(getattr(box, "children", ()))
        found.append(aside)
    return found


def _is_decoration(box: Any) -> bool:
    """Say whether a box is only there to be seen: hidden, or a picture of a style sheet."""
    if box.element is None or box.element_tag is None:
        return False
    if box.element.get("aria-hidden") == "true":
        return True
    return isinstance(box, boxes.ReplacedBox) and "::" in box.element_tag


def properties(kind: str) -> dict[str, str]:
    """Give the properties of the artifact that a box is (ISO 32000-1, 14.8.2.2.2)."""
    if kind == DECORATION:
        return {"Type": "/Layout"}
    return {"Type": "/Pagination", "Subtype": f"/{kind}"}

"""Let bookmarks say the words of headings, and no sign that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def unmark(page: Any) -> None:
    """Take out of the bookmarks of a page what is hidden from the words of a heading."""
    if not page.bookmarks:
        return
    said = {}
    for box in page._page_box.descendants():  # noqa: SLF001 - has no public name
        if box.bookmark_label and box.element is not None:
            hidden = any(each.get("aria-hidden") == "true" for each in box.element.iter())
            if hidden:
                said[box.bookmark_label] = " ".join("".join(_words(box.element)).split())
    page.bookmarks = [
        (level, said.get(label, label), *rest) for level, label, *rest in page.bookmarks
    ]


def _words(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.get("aria-hidden") != "true":
            yield from _words(child)
        yield child.tail or ""

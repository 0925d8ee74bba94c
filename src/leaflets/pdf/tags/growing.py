"""Grow the tree of tags from what was laid out.

The engine keeps a tree of boxes for each page. One element has many: lines, wrappers,
and a box on each page that it reaches. Here each element becomes one tag, so that a list
which goes on over the page is read as one list. What stands straight in a part that only
groups becomes a paragraph.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from weasyprint.formatting_structure import boxes

from leaflets.pdf.tags.kinds import GROUPS, HEADINGS, is_block, kind_of
from leaflets.pdf.tags.tag import Content, Pressed, Tag

_LABEL = "number"
"""Class of words at the beginning of an item that are its label."""

_LINES = frozenset(("P", "Caption", *HEADINGS))
"""Tags that hold lines."""


class Growth:
    """The tree of one document, page after page."""

    def __init__(self, lang: str) -> None:
        self.root = Tag("Document")
        self._lang = lang
        self._known: dict[tuple[Any, str], Tag] = {}
        self._page = 0
        self._drawn: Mapping[Any, int] = {}
        self._asides: Container[Any] = ()

    def page(self, page: Any, drawn: Mapping[Any, int], asides: Container[Any]) -> None:
        """Take up the next page.

        *drawn* gives the number of the marked content of each box that was drawn,
        *asides* the boxes that are artifacts.
        """
        self._drawn, self._asides = drawn, asides
        self._put(page._page_box, self.root)  # noqa: SLF001 - has no public name
        self._page += 1

    def _put(self, box: Any, tag: Tag) -> None:
        """Put a box, and what is in it, into *tag* or a tag of its own in it."""
        box = getattr(box, "_box", box)
        if box in self._asides:
            return
        tag = self._enter(box, tag)
        if box.link_annotation is not None:
            tag.kids.append(Pressed(self._page, box.link_annotation))
        mcid = self._drawn.get(box)
        if mcid is not None:
            holder = self._body(tag) if tag.kind == "LI" else tag
            lang = box.style["lang"] or self._lang
            holder.kids.append(Content(self._page, mcid, lang))
        lined = isinstance(box, boxes.LineBox) and tag.kind in GROUPS
        for child in getattr(box, "children", ()):
            self._put(child, self._lined(child, box, tag) if lined else tag)

    def _lined(self, child: Any, line: Any, tag: Tag) -> Tag:
        """Give the tag for a part of a line that stands in a part that only groups."""
        child = getattr(child, "_box", child)
        if child in self._asides or is_block(_kind(child)):
            return tag  # a heading that runs into its paragraph stands beside it
        last = tag.kids[-1] if tag.kids else None
        if isinstance(last, Tag) and last.kind in _LINES:
            # So is what is drawn in the next line, or on the next page.
            begun = last.box is None and last.of is line.element
            if begun or _is_blank(child):
                return last
        return tag.add(Tag("P", page=self._page, of=line.element))

    def _enter(self, box: Any, tag: Tag) -> Tag:
        """Give the tag that a box stands in: its own, or that around it."""
        kind = _kind(box)
        if kind in {"", "Span"} and tag.kind == "LI" and _is_label(box) and not tag.kids:
            kind = "Lbl"
        if not kind:
            return tag
        key = (box.element, box.element_tag)
        known = self._known.get(key)
        if known is not None and _stands_in(known, tag):
            return known
        made = Tag(kind, box=box, page=self._page)
        self._known[key] = self._place(tag, kind).add(made)
        return made

    def _place(self, tag: Tag, kind: str) -> Tag:
        """Give the part of *tag* for a new tag: an item has a label and a body."""
        if tag.kind == "LI" and kind not in {"Lbl", "LBody"}:
            return self._body(tag)
        if tag.kind == "L" and kind in {"Lbl", "LBody"}:
            # A word and what is said of it are one item.
            begun = bool(tag.tags) and (kind == "LBody")
            return tag.tags[-1] if begun else tag.add(Tag("LI", page=self._page))
        return tag

    def _body(self, item: Tag) -> Tag:
        for kid in item.tags:
            if kid.kind == "LBody":
                return kid
        return item.add(Tag("LBody", page=self._page))


def _kind(box: Any) -> str:
    """Give the tag that a box has itself: lines and words have that of their element."""
    return "" if isinstance(box, (boxes.LineBox, boxes.TextBox)) else kind_of(box)


def _stands_in(known: Tag, tag: Tag) -> bool:
    """Say whether a tag is *tag* itself, or in it with nothing but itself between."""
    while known is not tag:
        if known.parent is None or (
            known.parent.box is not None and known.parent is not tag
        ):
            return False
        known = known.parent
    return True


def _is_blank(box: Any) -> bool:
    return isinstance(box, boxes.TextBox) and not box.text.strip()


def _is_label(box: Any) -> bool:
    element = box.element
    return element is not None and _LABEL in element.get("class", "").split()

"""Which tag an element of the HTML becomes (ISO 32000-1, 14.8.4).

An element that groups without a meaning of its own has no tag: what stands in it stands
in the tag around it. A ``div`` with an id is a part that has a name, and keeps its own.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes

SVG = "{http://www.w3.org/2000/svg}svg"

GROUPS = frozenset(("Document", "Sect", "Art", "Div", "BlockQuote"))
"""Tags that hold blocks and no words of their own (14.8.4.2)."""

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")

_KINDS = {
    "section": "Sect",
    "article": "Art",
    "blockquote": "BlockQuote",
    "figure": "Div",
    "p": "P",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "li::marker": "Lbl",
    "table": "Table",
    "caption": "Caption",
    "figcaption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
    SVG: "Figure",
} | {heading.lower(): heading for heading in HEADINGS}

_ROLES = {"list": "L", "listitem": "LI"}

_BLOCKS = frozenset(_KINDS.values()) - {"Figure"}


def kind_of(box: Any) -> str:
    """Give the tag of a box, or nothing where it has none of its own.

    ``Span`` stands for words that may be in another language.
    """
    element, name = box.element, box.element_tag
    if element is None or name is None:
        return ""
    if "::" in name:
        return _KINDS.get(name, "")
    given = element.get("role")
    if given in _ROLES:
        return _ROLES[given]
    if name in _KINDS:
        return _KINDS[name]
    if name == "a" and element.get("href"):
        return "Link"
    if name == "div":
        return "Div" if element.get("id") else ""
    said = element.get("lang") and isinstance(box, boxes.InlineLevelBox)
    return "Span" if said else ""


def is_block(kind: str) -> bool:
    """Say whether a tag stands for a block, which no paragraph may hold."""
    return kind in _BLOCKS

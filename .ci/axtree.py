"""Read a page as Chromium tells it to a screen reader: its accessibility tree.

The protocol says no languages; they are those of the DOM, from the nearest element with
one (HTML, 3.2.6.2), by the node that each entry of the tree was made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from chromium import Tab
from hearing import Listener, address

GROUPS = {"RootWebArea", "main", "generic", "none", "sectionheader", "superscript"}
GROUPS |= {"strong", "emphasis", "term", "rowgroup", "section", "region", "group", "Abbr"}
KINDS = {
    "paragraph": "paragraph",
    "listitem": "item",
    "row": "row",
    "cell": "cell",
    "gridcell": "cell",
    "caption": "caption",
    "Figcaption": "caption",
    "rowheader": "row header",
    "columnheader": "column header",
    "table": "table",
}


def heard(tab: Tab) -> Listener:
    """Give what a listener is told of the page in a tab."""
    nodes = tab.ask("Accessibility.getFullAXTree")["nodes"]
    document = tab.ask("DOM.getDocument", depth=-1)["root"]
    reading = _Reading(
        {node["nodeId"]: node for node in nodes}, dict(_given(document, _Given()))
    )
    reading.node(nodes[0])
    reading.listener.rest()
    return reading.listener


@dataclass(frozen=True, slots=True)
class _Given:
    """What the DOM says of a node."""

    lang: str = ""
    scope: str = ""
    number: bool = False
    """Whether it is the number of a reference, which PDF tags as the mark of its item."""


def _given(node: Mapping[str, Any], outer: _Given) -> Iterator[tuple[int, _Given]]:
    """Yield what is given for every node of the DOM."""
    attributes = node.get("attributes", [])
    said = dict(zip(attributes[::2], attributes[1::2], strict=True))
    number = outer.number or "number" in said.get("class", "").split()
    given = _Given(said.get("lang", outer.lang), said.get("scope", ""), number)
    yield node["backendNodeId"], given
    for each in node.get("children", ()):
        yield from _given(each, given)


class _Reading:
    """One walk through the tree of a page."""

    def __init__(
        self, nodes: Mapping[str, Any], given: Mapping[int, tuple[str, str]]
    ) -> None:
        self.listener = Listener()
        self._nodes = nodes
        self._given = given
        self._lang = ""

    def node(self, node: Mapping[str, Any]) -> None:
        """Tell an entry and all that is under it."""
        role = node.get("role", {}).get("value", "none")
        name = node.get("name", {}).get("value", "")
        values = {
            each["name"]: each["value"].get("value") for each in node.get("properties", ())
        }
        outer, listener = self._lang, self.listener
        given = self._given.get(node.get("backendDOMNodeId", 0), _Given(outer))
        self._lang = given.lang
        if node["ignored"] or role in GROUPS:
            self._below(node)
        elif role == "ListMarker" or (role == "StaticText" and given.number):
            listener.mark(name, self._lang)
        elif role == "StaticText":
            listener.hear(name, self._lang)
        elif role == "image":
            listener.note("image", name, self._lang)
        elif role == "figure":
            self._below(node)
        elif role == "heading":
            self._apart(f"heading {values['level']}", node)
        elif role == "list":
            count = sum(self._role(kid) == "listitem" for kid in self._kids(node))
            self._apart(f"list of {count}", node)
        elif role == "link":
            target = str(values.get("url", ""))
            if target.startswith("file:"):
                target = f"#{unquote(urlsplit(target).fragment)}"
            listener.note(f"link to {address(target)}", name, self._lang)
            self._below(node)
            listener.note("end link")
        elif given.scope == "rowgroup":
            # PDF knows no scope of a group of rows; a head that stands over its rows has
            # a column's there, and Chromium calls it a row's.
            self._apart("column header", node)
        elif role in KINDS:
            self._apart(KINDS[role], node)
        else:
            self._apart(f"({role})", node)
        self._lang = outer

    def _apart(self, kind: str, node: Mapping[str, Any]) -> None:
        self.listener.note(kind)
        self._below(node)
        self.listener.note("end " + kind.split(" ", maxsplit=1)[0])

    def _below(self, node: Mapping[str, Any]) -> None:
        for kid in self._kids(node):
            self.node(kid)

    def _kids(self, node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        return (self._nodes[kid] for kid in node.get("childIds", ()) if kid in self._nodes)

    @staticmethod
    def _role(node: Mapping[str, Any]) -> str:
        return str(node.get("role", {}).get("value", ""))

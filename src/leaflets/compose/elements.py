"""Composed HTML as a tree, to be read again.

Only what ``compose`` wrote itself comes here, so the reader is small: every element that
is not void is closed, and nothing is nested wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


@dataclass(slots=True)
class Element:
    """A tag with its attributes, and what stands in it: elements and words."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inner: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """Names in its ``class``."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def children(self) -> tuple[Element, ...]:
        """Elements right in it."""
        return tuple(each for each in self.inner if isinstance(each, Element))

    def every(self, *tags: str) -> Iterator[Element]:
        """Yield the elements of these tags in it, at any depth, in order."""
        for child in self.children:
            if child.tag in tags:
                yield child
            yield from child.every(*tags)


def parse(html: str) -> Element:
    """Read a page; the element that is given holds ``html``."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inner.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].inner.append(data)

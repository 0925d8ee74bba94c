"""One part of a document, as it will stand in the tag tree (ISO 32000-1, 14.7.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Union


class Content(NamedTuple):
    """Marked content that belongs to a tag."""

    page: int
    mcid: int
    lang: str


class Pressed(NamedTuple):
    """The place of a link on a page: what is pressed."""

    page: int
    annotation: Any


Kid = Union["Tag", Content, Pressed]
"""What may stand in a tag."""


@dataclass(slots=True, eq=False)
class Tag:
    """One structure element before it is written."""

    kind: str
    """Its standard type without the slash, such as ``P``."""

    box: Any = None
    """The first of the boxes of its element; None if it stands for no element."""

    page: int = 0
    """The page of that box; the first is 0."""

    of: Any = None
    """The element whose lines it holds, if it is a paragraph that no element is."""

    parent: Tag | None = None
    kids: list[Kid] = field(default_factory=list)
    lang: str = ""
    """BCP 47 tag, where the language is another than around it."""

    alt: str = ""
    name: str = ""
    """By which cells call a header of a table."""

    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Values by name, by owner (``Table``, ``List``, ``Layout``)."""

    def add(self, kid: Tag) -> Tag:
        """Put a tag behind the others in this one, and return it."""
        kid.parent = self
        self.kids.append(kid)
        return kid

    def hold(self, kids: Sequence[Kid]) -> None:
        """Hold these and no others."""
        self.kids = list(kids)
        for kid in self.tags:
            kid.parent = self

    @property
    def tags(self) -> list[Tag]:
        """The tags right below."""
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    def all(self) -> Iterator[Tag]:
        """Give this tag and all below it, in the order of reading."""
        yield self
        for kid in self.tags:
            yield from kid.all()

    def say(self, owner: str, **values: Any) -> None:
        """Add attributes of an owner (ISO 32000-1, 14.8.5)."""
        self.attributes.setdefault(owner, {}).update(values)

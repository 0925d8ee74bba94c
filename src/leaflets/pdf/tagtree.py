"""Write the tag tree of a file out as indented text that a person can read.

One line a tag: what it is, its language, its attributes, the words that stand straight
in it, and the page on which it begins where that is another than before. Before the tree
stand what a viewer is told, behind it the bookmarks. The same file gives the same text.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.textlayer import walk

_INDENT = "  "
_DEEPEST = 200
"""Levels that are followed; a tree that is deeper is no leaflet's."""

_GUIDES = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

_Place = tuple[int, int]

_WRONG = (
    pikepdf.PdfError,
    pikepdf.PasswordError,
    AttributeError,
    ArithmeticError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
)


@dataclass(slots=True)
class Node:
    """One tag of a finished file."""

    kind: str
    lang: str = ""
    alt: str = ""
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    page: int | None = None
    """The page that it says it begins on; the first is 0."""

    links: tuple[tuple[str, str], ...] = ()
    """Where it leads, and how that is described."""

    parts: tuple[Node | str, ...] = ()
    """Tags, and words that stand straight in it, in the order of reading."""

    marks: tuple[tuple[int, int], ...] = ()
    """Page and number of the marked content that stands straight in it."""

    @property
    def nodes(self) -> list[Node]:
        """The tags right below."""
        return [part for part in self.parts if isinstance(part, Node)]

    @property
    def words(self) -> str:
        """All words in it, with one space where there is white space."""
        return " ".join("".join(self._spoken()).split())

    def _spoken(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part._spoken()  # noqa: SLF001 - of its own kind

    def all(self) -> Iterator[Node]:
        """Give this tag and all below it, in the order of reading."""
        yield self
        for node in self.nodes:
            yield from node.all()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One line of the outline that a viewer shows beside the pages."""

    title: str
    level: int
    """1 for the highest."""

    page: int
    height: float
    """Where it leads, in points from below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What a file says about itself to somebody who does not see it."""

    lang: str
    title: str
    shows_title: bool
    direction: str
    pages: int
    tabs: tuple[str, ...]
    """The order in which the tabulator goes through each page with something to press."""

    top: tuple[Node, ...]
    bookmarks: tuple[Bookmark, ...]


def written(pdf: bytes) -> str:
    """Write out the tag tree of a file, what a viewer is told, and the bookmarks.

    Raises RenderError if the file cannot be opened or has no tags.
    """
    tree = read(pdf)
    lines = [
        f"title {_quoted(tree.title)}{'' if tree.shows_title else ' (not shown)'}",
        f"language {tree.lang or '(none)'}",
        f"direction {tree.direction or '(none)'}",
        f"tab order {' '.join(sorted(set(tree.tabs))) or '(none)'}",
        f"pages {tree.pages}",
        "",
        "tags",
    ]
    seen = [-1]
    for node in tree.top:
        lines.extend(_lines(node, 1, seen))
    lines += ["", "bookmarks"]
    lines += [
        f"{_INDENT * each.level}{each.title} (page {each.page + 1})"
        for each in tree.bookmarks
    ]
    return "\n".join(lines) + "\n"


def read(pdf: bytes) -> Tree:
    """Read the tag tree of a file.

    Raises RenderError if the file cannot be opened or has no tags.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return _read(document, walk.words_of_pages(pdf))
    except _WRONG as error:
        raise RenderError(
            "the tags of the file cannot be read", hint="a PDF that is whole has them"
        ) from error


def _read(document: pikepdf.Pdf, words: Mapping[_Place, Mapping[int, str]]) -> Tree:
    if "/StructTreeRoot" not in document.Root:
        raise RenderError("the file has no tags", hint="only tagged formats have some")
    viewer = document.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    numbers = {page.obj.objgen: n for n, page in enumerate(document.pages)}
    reader = _Reader(words, numbers)
    top = reader.kids(document.Root.StructTreeRoot, None, 0)[0]
    return Tree(
        lang=str(document.Root.get("/Lang", "")),
        title=str(document.docinfo.get("/Title", "")),
        shows_title=bool(viewer.get("/DisplayDocTitle", False)),
        direction=str(viewer.get("/Direction", ""))[1:],
        pages=len(document.pages),
        tabs=tuple(
            str(page.obj.get("/Tabs", "(none)")).lstrip("/")
            for page in document.pages
            if "/Annots" in page.obj
        ),
        top=tuple(part for part in top if isinstance(part, Node)),
        bookmarks=tuple(_bookmarks(document, numbers)),
    )


@dataclass(slots=True)
class _Reader:
    words: Mapping[_Place, Mapping[int, str]]
    numbers: Mapping[_Place, int]

    def node(self, element: pikepdf.Object, page: _Place | None, depth: int) -> Node:
        """Read one structure element and all below it."""
        page = element.Pg.objgen if "/Pg" in element else page
        parts, marks, links = self.kids(element, page, depth)
        return Node(
            kind=str(element.S).lstrip("/"),
            lang=str(element.get("/Lang", "")),
            alt=str(element.get("/Alt", "")),
            name=str(element.get("/ID", "")),
            attributes=_attributes(element),
            page=self.numbers.get(page) if page and "/Pg" in element else None,
            links=links,
            parts=parts,
            marks=marks,
        )

    def kids(
        self, element: pikepdf.Object, page: _Place | None, depth: int
    ) -> tuple[
        tuple[Node | str, ...], tuple[tuple[int, int], ...], tuple[tuple[str, str], ...]
    ]:
        """Read what is in an element: tags and words, marked content, links."""
        if depth > _DEEPEST:
            raise RenderError(f"the tags lie more than {_DEEPEST} deep in one another")
        parts: list[Node | str] = []
        marks: list[tuple[int, int]] = []
        links: list[tuple[str, str]] = []
        given = element.get("/K", pikepdf.Array())
        for kid in given if isinstance(given, pikepdf.Array) else [given]:
            if isinstance(kid, int):
                self._mark(kid, page, parts, marks)
            elif not isinstance(kid, pikepdf.Dictionary):
                continue
            elif "/S" in kid:
                parts.append(self.node(kid, page, depth + 1))
            elif "/MCID" in kid:
                place = kid.Pg.objgen if "/Pg" in kid else page
                self._mark(int(kid.MCID), place, parts, marks)
            elif "/Obj" in kid:
                links.append(_link(kid.Obj))
        return tuple(parts), tuple(marks), tuple(links)

    def _mark(
        self, number: int, page: _Place | None, parts: list[Any], marks: list[Any]
    ) -> None:
        if page is not None:
            parts.append(self.words.get(page, {}).get(number, ""))
            marks.append((self.numbers.get(page, -1), number))


def _link(annotation: pikepdf.Object) -> tuple[str, str]:
    action = annotation.get("/A", pikepdf.Dictionary())
    target = action.get("/URI", annotation.get("/Dest", pikepdf.String("")))
    return str(target), str(annotation.get("/Contents", ""))


def _attributes(element: pikepdf.Object) -> dict[str, str]:
    given = element.get("/A", pikepdf.Array())
    said: dict[str, str] = {}
    for owned in given if isinstance(given, pikepdf.Array) else [given]:
        if isinstance(owned, pikepdf.Dictionary):
            said |= {name: _said(value) for name, value in owned.items() if name != "/O"}
    return {name.lstrip("/"): value for name, value in sorted(said.items())}


def _said(value: Any) -> str:
    if isinstance(value, pikepdf.Array):
        return " ".join(_said(each) for each in value)
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    try:
        return f"{float(value):g}"
    except (TypeError, ValueError):
        return str(value)


def _bookmarks(document: pikepdf.Pdf, numbers: Mapping[_Place, int]) -> Iterator[Bookmark]:
    if "/Outlines" not in document.Root:
        return
    waiting = [(document.Root.Outlines.get("/First"), 1)]
    seen: set[_Place] = set()
    while waiting:
        item, level = waiting.pop()
        if item is None or item.objgen in seen:
            continue
        seen.add(item.objgen)
        where = item.get("/Dest", pikepdf.Array())
        page = numbers.get(where[0].objgen, -1) if len(where) else -1
        height = float(where[3]) if len(where) > 3 else 0.0
        yield Bookmark(str(item.get("/Title", "")), level, page, height)
        waiting.append((item.get("/Next"), level))
        waiting.append((item.get("/First"), level + 1))


def _lines(node: Node, depth: int, seen: list[int]) -> Iterator[str]:
    """Write a tag: its words in its own line if they are all that is in it."""
    said = [node.kind]
    if node.lang:
        said.append(f"[{node.lang}]")
    said += [f"{name}={value}" for name, value in node.attributes.items() if name != "BBox"]
    if node.name:
        said.append(f"ID={node.name}")
    if node.alt:
        said.append(f"alt={_quoted(node.alt)}")
    for target, told in node.links:
        said.append(f"-> {target} {_quoted(told)}")
    whole = not node.nodes
    if whole and node.words:
        said.append(_quoted("".join(part for part in node.parts if isinstance(part, str))))
    if node.page is not None and node.page != seen[0]:
        said.append(f"(page {node.page + 1})")
        seen[0] = node.page
    yield f"{_INDENT * depth}{' '.join(said)}"
    if whole:
        return
    straight = ""
    for part in (*node.parts, None):
        if isinstance(part, str):
            straight += part
            continue
        if straight.strip():
            yield f"{_INDENT * (depth + 1)}{_quoted(straight)}"
        straight = ""
        if part is not None:
            yield from _lines(part, depth + 1, seen)


def _quoted(words: str) -> str:
    """Put words between quotation marks, without signs that only guide direction."""
    return f'"{" ".join(_GUIDES.sub("", words).split())}"'

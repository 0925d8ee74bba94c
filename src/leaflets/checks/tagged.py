"""Questions to the tags of a finished file: whether a screen reader can go by them.

Asked of the bytes, opened anew. The Matterhorn Protocol lists what makes a file fail
PDF/UA-1, and a validator asks that in CI; here is asked what a validator cannot know:
whether headings, languages, bookmarks and the order are those of the leaflet.
"""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.checks import tongues
from leaflets.compose.html import Composition
from leaflets.findings import Finding, Severity
from leaflets.origin import Origin
from leaflets.pdf import tagorder, tagplaces, tagtree
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.tagorder import Marked
from leaflets.pdf.tagtree import Node, Tree

CODES = {
    "P401": "The file has one first heading, and none skips a level (WCAG 2.4.6).",
    "P402": "Every figure is said in words (ISO 14289-1, 7.3).",
    "P403": "Every link is described (ISO 14289-1, 7.18.5).",
    "P404": "Every header of a table says for which cells it stands (ISO 14289-1, 7.5).",
    "P405": "Each part is tagged with the language that it is in (ISO 14289-1, 7.2).",
    "P406": "The bookmarks are the headings, in order, and lead to them (7.17).",
    "P407": "The order in which tags are read is that in which the page is seen.",
    "P408": "Whatever is drawn stands in a tag or is an artifact (ISO 14289-1, 7.1).",
    "P409": "The viewer is told title, language, direction and tab order (7.1, 7.18.3).",
}
"""What holds, by the code of the finding that says it does not."""


def inspect(
    rendered: Rendered, composition: Composition, direction: str
) -> Iterator[Finding]:
    """Ask everything of the tags of a finished file.

    *direction* is ``ltr`` or ``rtl``, that of the leaflet's language. Raises RenderError
    for a file whose tags cannot be read.
    """
    tree = tagtree.read(rendered.pdf)
    places = tagplaces.read(rendered.pdf)
    asked = (
        ("P401", _headings(tree)),
        ("P402", _figures(tree)),
        ("P403", _links(tree)),
        ("P404", _tables(tree)),
        ("P405", tongues.wrong(tree, composition.html)),
        ("P406", _bookmarks(tree, places.marked)),
        ("P407", _order(tree, places.marked)),
        ("P408", _loose(places.loose)),
        ("P409", _viewer(tree, direction)),
    )
    for code, wrong in asked:
        for message in wrong:
            yield Finding(
                code=code, message=message, origin=Origin("page"), severity=Severity.ERROR
            )


def level(node: Node) -> int:
    """Give the level of a heading, and 0 for another tag."""
    kind = node.kind
    return int(kind[1]) if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit() else 0


def _all(tree: Tree) -> Iterator[Node]:
    for node in tree.top:
        yield from node.all()


def _headings(tree: Tree) -> Iterator[str]:
    if [node.kind for node in tree.top] != ["Document"]:
        yield "the tags do not stand in one Document"
    headings = [node for node in _all(tree) if level(node)]
    first = sum(level(node) == 1 for node in headings)
    if first != 1:
        yield f"the tags have {first} first headings, not one"
    before = 0
    for node in headings:
        if level(node) > before + 1:
            yield f"heading {_short(node)} is of level {level(node)} and follows {before}"
        before = level(node)


def _figures(tree: Tree) -> Iterator[str]:
    for node in _all(tree):
        if node.kind == "Figure" and not node.alt.strip():
            yield f"a figure on page {_page(node)} has no alternative text"


def _links(tree: Tree) -> Iterator[str]:
    for node in _all(tree):
        if node.kind == "Link" and not node.links:
            yield f"link {_short(node)} on page {_page(node)} leads nowhere"
        for target, told in node.links:
            if not told.strip():
                yield f"the link to {target!r} on page {_page(node)} is not described"


def _tables(tree: Tree) -> Iterator[str]:
    names = {node.name for node in _all(tree) if node.name}
    for node in _all(tree):
        scope = node.attributes.get("Scope")
        if node.kind == "TH" and scope not in {"Row", "Column", "Both"}:
            yield f"table header {_short(node)} has no scope"
        lost = set(node.attributes.get("Headers", "").split()) - names
        if lost:
            yield f"cell {_short(node)} calls a header that is not there"


def _bookmarks(tree: Tree, marked: Marked) -> Iterator[str]:
    headings = [node for node in _all(tree) if level(node)]
    if len(tree.bookmarks) != len(headings):
        yield f"there are {len(headings)} headings and {len(tree.bookmarks)} bookmarks"
        return
    for node, bookmark, depth in zip(
        headings, tree.bookmarks, _depths(headings), strict=True
    ):
        if tongues.letters(bookmark.title) not in tongues.letters(node.words):
            yield f"bookmark {bookmark.title!r} stands for heading {_short(node)}"
        if bookmark.level != depth:
            yield f"bookmark {bookmark.title!r} is of level {bookmark.level}, not {depth}"
        marks = [mark for each in node.all() for mark in each.marks if mark in marked]
        if not marks:
            continue
        page = marks[0][0]
        foot = min(marked[mark].y0 for mark in marks if mark[0] == page)
        if bookmark.page != page or bookmark.height < foot:
            yield f"bookmark {bookmark.title!r} leads elsewhere than to its heading"


def _depths(headings: list[Node]) -> list[int]:
    """Say how deep each heading lies under those before it."""
    over: list[int] = []
    depths = []
    for node in headings:
        while over and over[-1] >= level(node):
            over.pop()
        over.append(level(node))
        depths.append(len(over))
    return depths


def _order(tree: Tree, marked: Marked) -> Iterator[str]:
    for earlier, later in tagorder.disordered(tree.top, marked):
        yield (
            f"on page {later.page + 1} {_short(later.node)} is read after "
            f"{_short(earlier.node)}, and stands above it"
        )
    for first, second in tagorder.crossed(tree.top, marked):
        yield (
            f"on page {first.page + 1} cell {_short(second.node)} is read after "
            f"{_short(first.node)}, and stands before it"
        )


def _loose(pages: tuple[int, ...]) -> Iterator[str]:
    for number, count in enumerate(pages, start=1):
        if count:
            yield f"on page {number} {count} things are drawn outside of all tags"


def _viewer(tree: Tree, direction: str) -> Iterator[str]:
    if not tree.title.strip() or not tree.shows_title:
        yield "a viewer is not told to show the title"
    if not tree.lang:
        yield "the file does not say its language"
    if tree.direction != {"ltr": "L2R", "rtl": "R2L"}[direction]:
        yield f"the file says that it runs {tree.direction or 'in no direction'}"
    if set(tree.tabs) - {"S"}:
        yield "the tabulator does not follow the tags"


def _page(node: Node) -> int:
    pages = [mark[0] for each in node.all() for mark in each.marks]
    return (pages[0] if pages else node.page or 0) + 1


def _short(node: Node) -> str:
    words = node.words or node.alt
    return repr(words if len(words) <= 40 else f"{words[:39]}…")

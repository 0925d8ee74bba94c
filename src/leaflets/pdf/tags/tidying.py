"""Take out of the tree what says nothing, and join what is one."""

from __future__ import annotations

from leaflets.pdf.tags.kinds import HEADINGS
from leaflets.pdf.tags.tag import Kid, Pressed, Tag

_KEPT = frozenset(("TD", "TH"))
"""Cells stand where they are, empty too: without them a table has gaps."""

_BETWEEN = 3
"""Paragraphs at most between a heading and the same in the other language."""


def tidy(tag: Tag) -> None:
    """Drop empty tags below *tag*, and those that say nothing of what is in them."""
    kids: list[Kid] = []
    for kid in tag.kids:
        if not isinstance(kid, Tag):
            kids.append(kid)
            continue
        tidy(kid)
        if not kid.kids and kid.kind not in _KEPT:
            continue
        if _says_nothing(kid):
            kids.extend(kid.kids)
        else:
            kids.append(kid)
    tag.hold(kids)


def _says_nothing(tag: Tag) -> bool:
    if tag.kind == "Span":
        return not tag.lang
    # On paper nothing can be pressed.
    return tag.kind == "Link" and not any(isinstance(kid, Pressed) for kid in tag.kids)


def join_headings(tag: Tag) -> None:
    """Make one of a heading that stands in two languages side by side.

    That in the language of the reader has a bookmark, the other has none; between them
    there is the number of the row. Two would be two first headings of one leaflet.
    """
    tags = tag.tags
    for place, kid in enumerate(tags):
        if kid.kind not in HEADINGS or _has_bookmark(kid):
            continue
        for end in range(place + 1, min(place + 2 + _BETWEEN, len(tags))):
            if tags[end].kind == kid.kind and _has_bookmark(tags[end]):
                _join(tags[place : end + 1])
                break
            if tags[end].kind != "P":
                break
    tag.hold([kid for kid in tag.kids if not (isinstance(kid, Tag) and kid.kind == "")])
    for kid in tag.tags:
        join_headings(kid)


def _join(row: list[Tag]) -> None:
    """Put all of a row into its last tag, each part with its language."""
    heading = row[-1]
    parts = []
    for part in row:
        parts.append(Tag("Span", page=part.page, lang=part.lang, kids=part.kids))
        part.kind = "" if part is not heading else part.kind
    heading.lang = ""
    heading.page = row[0].page
    heading.hold(parts)
    for part in parts:
        part.hold(part.kids)


def _has_bookmark(heading: Tag) -> bool:
    return bool(heading.box.style["bookmark_level"] != "none")

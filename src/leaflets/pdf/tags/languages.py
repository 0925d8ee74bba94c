"""Say of each part in which language it is, and in which direction it runs.

The language stands as high in the tree as one language reaches, and only where it is
another than around it (ISO 14289-1, 7.2).
"""

from __future__ import annotations

from typing import Any

from leaflets.pdf.tags.kinds import is_block
from leaflets.pdf.tags.tag import Content, Kid, Tag

_WAYS = {"rtl": "/RlTb", "ltr": "/LrTb"}


def say_languages(root: Tag, lang: str) -> None:
    """Write the languages into a tree in a document in *lang*."""
    inside: dict[int, frozenset[str]] = {}
    _gather(root, inside)
    _say(root, lang, inside)


def _gather(tag: Tag, inside: dict[int, frozenset[str]]) -> frozenset[str]:
    own = frozenset(kid.lang for kid in tag.kids if isinstance(kid, Content))
    found = own.union(*(_gather(kid, inside) for kid in tag.tags))
    inside[id(tag)] = found
    return found


def _say(tag: Tag, around: str, inside: dict[int, frozenset[str]]) -> None:
    own = {kid.lang for kid in tag.kids if isinstance(kid, Content)}
    one = own if len(own) == 1 else inside[id(tag)]
    if len(one) == 1 and around not in one:
        (tag.lang,) = one
        around = tag.lang
    if own - {around}:
        tag.hold([_spoken(kid, around) for kid in tag.kids])
    for kid in tag.tags:
        if id(kid) in inside:
            _say(kid, around, inside)


def _spoken(kid: Kid, around: str) -> Kid:
    """Put words in another language than around them in a tag of their own."""
    if isinstance(kid, Content) and kid.lang != around:
        return Tag("Span", page=kid.page, lang=kid.lang, kids=[kid])
    return kid


def say_directions(root: Tag, page: Any) -> None:
    """Write into the tree which way words run, where it is another way than around it.

    *page* is one of its pages: the document runs as the body of its pages does. What is
    said nowhere is taken to run from the left (ISO 32000-1, 14.8.5.4.2).
    """
    box = page._page_box  # noqa: SLF001 - has no public name
    body = next((each for each in box.descendants() if each.element_tag == "body"), box)
    way = body.style["direction"]
    if way != "ltr":
        root.say("Layout", WritingMode=_WAYS[way])
    for kid in root.tags:
        _direct(kid, way)


def _direct(tag: Tag, around: str) -> None:
    if tag.box is not None and is_block(tag.kind):
        way = tag.box.style["direction"]
        if way != around:
            tag.say("Layout", WritingMode=_WAYS[way])
            around = way
    for kid in tag.tags:
        _direct(kid, around)

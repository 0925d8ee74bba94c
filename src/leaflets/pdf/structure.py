"""Write the tag tree of a document, in place of the engine's.

The engine makes a tag of every box, so that a list has one tag on each page that it
reaches and a line one for each change of type; it says no language for parts in another
language, leaves running headers and footers as tagged content that no part of the tree
leads to, gives table headers no scope, and measures figures from the wrong corner.
While a page is drawn we note which box got which number of marked content (MCID), and
the tree is grown anew from the boxes (``tags``).
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import partial
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.errors import RenderError
from leaflets.pdf.tags import asides, bookmarks, details, languages, tidying
from leaflets.pdf.tags.growing import Growth
from leaflets.pdf.tags.tag import Content, Tag
from leaflets.pdf.tags.writing import Writer


class TagRepair:
    """Makes the tag tree of one document; made before it is drawn."""

    def __init__(self, document: Any, lang: str) -> None:
        self._document = document
        self._lang = lang
        self._asides = asides.asides(document.pages)
        self._drawn: list[dict[Any, int]] = [{} for _ in document.pages]
        for number, page in enumerate(document.pages):
            page.paint = partial(self._paint, page.paint, self._drawn[number])
            # A link in a header or footer would have no place in the reading order.
            kept = _outermost_links(page, self._asides[number])
            page.links = [link for link in page.links if link[3] in kept]
            bookmarks.unmark(page)

    @staticmethod
    def _paint(paint: Any, drawn: dict[Any, int], stream: Any, scale: float = 1) -> None:
        paint(stream, scale)
        for box, tag in (stream._tags or {}).items():  # noqa: SLF001 - gone afterwards
            drawn[box] = tag["mcid"]

    def boxes(self, number: int) -> tuple[Mapping[Any, int], Mapping[Any, str]]:
        """Give the boxes drawn on a page with their MCID, and those that are not read.

        These are artifacts: ``Header``, ``Footer``, or nothing for a decoration.
        """
        return self._drawn[number], self._asides[number]

    def mend(self, pdf: pydyf.PDF) -> None:
        """Give *pdf*, which was just made of the document, its tags.

        Raises RenderError for a picture without words, and for words without a tag.
        """
        root = self._grown()
        Writer(pdf, self._drawn).write(root)
        _require_all(root, self._drawn, self._asides)
        for number, drawn in enumerate(self._drawn):
            aside = self._asides[number]
            kinds = {mcid: aside[box] for box, mcid in drawn.items() if box in aside}
            _make_artifacts(_contents(pdf, number), kinds)
        for page in self._document.pages:
            _describe_links(page)

    def _grown(self) -> Tag:
        growth = Growth(self._lang)
        pages = self._document.pages
        for page, drawn, aside in zip(pages, self._drawn, self._asides, strict=True):
            growth.page(page, drawn, aside)
        root = growth.root
        languages.say_languages(root, self._lang)
        tidying.tidy(root)
        tidying.join_headings(root)
        languages.say_directions(root, pages[0])
        details.detail(root, [page.height for page in pages])
        return root


class Nothing(pydyf.Object):  # type: ignore[misc]
    """Stands where an object was that nothing leads to."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    @property
    def data(self) -> bytes:
        """The null object (ISO 32000-1, 7.3.9)."""
        return b"null"


def _outermost_links(page: Any, margins: Container[Any]) -> set[Any]:
    """Give the boxes of links that lie in no other link, and not in the margins.

    The engine makes a link of every box in a link, ``<sup>`` in ``<a>`` for one, and
    only the outermost has a tag that says it is a link (ISO 14289-1, 7.18.5).
    """
    linked = {link[3] for link in page.links}
    kept: set[Any] = set()
    waiting = [page._page_box]  # noqa: SLF001 - has no public name
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)
        if box in linked and box not in margins:
            kept.add(box)
        else:
            waiting.extend(getattr(box, "children", ()))
    return kept


def refuse_groups(pdf: pydyf.PDF) -> None:
    """Raise RenderError if text stands in a transparency group or a pattern.

    Its marked content would have no entry in the parent tree (ISO 32000-1, 14.7.4.4),
    and no one would read it aloud.
    """
    for item in pdf.objects:
        if not isinstance(item, pydyf.Stream) or "BBox" not in item.extra:
            continue
        if any(isinstance(part, dict) and "MCID" in part for part in item.stream):
            raise RenderError(
                "text or an image is drawn with an opacity and cannot be read aloud",
                hint="take the opacity off, and use a lighter colour",
            )


def _at(pdf: pydyf.PDF, reference: bytes) -> Any:
    """Follow a reference such as ``b'12 0 R'``."""
    return pdf.objects[int(reference.split()[0])]


def _contents(pdf: pydyf.PDF, number: int) -> pydyf.Stream:
    page = _at(pdf, pdf.page_references[number])
    return _at(pdf, page["Contents"])


def _require_all(
    root: Tag, drawn: list[dict[Any, int]], aside: list[dict[Any, str]]
) -> None:
    """Raise RenderError if something is drawn that is in no tag and no artifact.

    ISO 14289-1, 7.1: all content is the one or the other.
    """
    held = {
        (kid.page, kid.mcid)
        for tag in root.all()
        for kid in tag.kids
        if isinstance(kid, Content)
    }
    for number, boxes in enumerate(drawn):
        for box, mcid in boxes.items():
            if (number, mcid) not in held and box not in aside[number]:
                what = getattr(box, "text", "") or box.element_tag
                raise RenderError(f"{what!r} on page {number + 1} has no tag")


def _make_artifacts(stream: pydyf.Stream, kinds: Mapping[int, str]) -> None:
    """Turn what is not read into artifacts (ISO 14289-1, 7.8)."""
    if not kinds:
        return
    parts = stream.stream
    for place, part in enumerate(parts):
        if isinstance(part, dict) and part.get("MCID") in kinds:
            parts[place - 1] = "/Artifact"
            parts[place] = pydyf.Dictionary(asides.properties(kinds[part["MCID"]]))


def _describe_links(page: Any) -> None:
    """Describe each link by its label or title, or else its words.

    ISO 14289-1, 7.18.5.
    """
    for _, _, _, box in page.links:
        if box.link_annotation is not None and box.element is not None:
            element = box.element
            said = element.get("aria-label") or element.get("title")
            words = said or "".join(element.itertext())
            if words.strip():
                box.link_annotation["Contents"] = pydyf.String(" ".join(words.split()))

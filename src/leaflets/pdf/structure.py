"""Put right in the tag tree what the engine leaves out.

The engine builds a good tree of tags, but says no language for parts in another
language, leaves running headers and footers as tagged content that no part of the tree
leads to, gives table headers no scope, and measures figures from the wrong corner.
While a page is drawn we note which box got which number of marked content (MCID); the
parent tree then leads from the number to the tag.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping
from functools import partial
from typing import Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure import boxes

from leaflets.errors import RenderError
from leaflets.pdf.boxtree import POINTS, descendants, margin_boxes


class TagRepair:
    """Mends the tag tree of one document; made before it is drawn."""

    def __init__(self, document: Any, lang: str) -> None:
        self._document = document
        self._lang = lang
        self._margins = [margin_boxes(page) for page in document.pages]
        self._drawn: list[dict[Any, int]] = [{} for _ in document.pages]
        for number, page in enumerate(document.pages):
            page.paint = partial(self._paint, page.paint, self._drawn[number])
            # A link in a header or footer would have no place in the reading order.
            kept = _outermost_links(page, self._margins[number])
            page.links = [link for link in page.links if link[3] in kept]

    @staticmethod
    def _paint(paint: Any, drawn: dict[Any, int], stream: Any, scale: float = 1) -> None:
        paint(stream, scale)
        for box, tag in (stream._tags or {}).items():  # noqa: SLF001 - gone afterwards
            drawn[box] = tag["mcid"]

    def boxes(self, number: int) -> tuple[Mapping[Any, int], Mapping[Any, str]]:
        """Give the boxes drawn on a page with their MCID, and those in its margins."""
        return self._drawn[number], self._margins[number]

    def mend(self, pdf: pydyf.PDF) -> None:
        """Mend the tags of *pdf*, which was just made of the document."""
        root = _at(pdf, pdf.catalog["StructTreeRoot"])
        parents = _at(pdf, root["ParentTree"])["Nums"]
        spoken: dict[int, set[str]] = defaultdict(set)
        for number, page in enumerate(self._document.pages):
            row = parents[2 * number + 1]
            furniture: dict[int, str] = {}
            for box, mcid in self._drawn[number].items():
                if box in self._margins[number]:
                    furniture[mcid] = self._margins[number][box]
                    continue
                element = _at(pdf, row[mcid])
                spoken[element.number].add(box.style["lang"] or self._lang)
                if isinstance(box, boxes.ReplacedBox):
                    _place_figure(element, box, page.height)
            _make_artifacts(_contents(pdf, number), row, furniture)
            for box in descendants(page._page_box):  # noqa: SLF001 - has no public name
                if isinstance(box, boxes.TableCellBox) and box.element_tag == "th":
                    _give_scope(box)
        top = _at(pdf, root["K"][0])
        reached: set[int] = set()
        self._say_languages(pdf, top, spoken, reached)
        top.pop("Lang", None)
        for number, item in enumerate(pdf.objects):
            orphan = isinstance(item, dict) and item.get("Type") == "/StructElem"
            if orphan and number not in reached:
                pdf.objects[number] = Nothing(number)
        for page in self._document.pages:
            _describe_links(page)

    def _say_languages(
        self, pdf: pydyf.PDF, element: Any, spoken: dict[int, set[str]], reached: set[int]
    ) -> set[str]:
        """Write /Lang as high in the tree as one language reaches; return those below."""
        reached.add(element.number)
        kids = [_at(pdf, kid) for kid in element.get("K", ()) if isinstance(kid, bytes)]
        kids = [kid for kid in kids if kid.get("Type") == "/StructElem"]
        below = [self._say_languages(pdf, kid, spoken, reached) for kid in kids]
        inside = spoken.get(element.number, set()).union(*below)
        if len(inside) == 1 and self._lang not in inside:
            element["Lang"] = pydyf.String(*inside)
            for kid in kids:
                kid.pop("Lang", None)
        return inside


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


def _place_figure(element: Any, box: Any, height: float) -> None:
    """Give a figure's box in points from the lower left (ISO 32000-1, 14.8.5.4.3)."""
    if "A" in element and "BBox" in element["A"]:
        x, y = box.content_box_x(), box.content_box_y()
        sides = (x, height - y - box.height, x + box.width, height - y)
        element["A"]["BBox"] = pydyf.Array([side * POINTS for side in sides])


def _give_scope(cell: Any) -> None:
    """Say which cells a table header stands for (ISO 14289-1, 7.5)."""
    scope = cell.element.get("scope", "")
    cell.mark["A"]["Scope"] = "/Row" if scope in {"row", "rowgroup"} else "/Column"


def _contents(pdf: pydyf.PDF, number: int) -> pydyf.Stream:
    page = _at(pdf, pdf.page_references[number])
    return _at(pdf, page["Contents"])


def _make_artifacts(stream: pydyf.Stream, row: Any, furniture: dict[int, str]) -> None:
    """Turn what stands in the page's margins into artifacts (ISO 14289-1, 7.8)."""
    if not furniture:
        return
    parts = stream.stream
    for place, part in enumerate(parts):
        if isinstance(part, dict) and part.get("MCID") in furniture:
            kind = furniture[part["MCID"]]
            parts[place - 1] = "/Artifact"
            parts[place] = pydyf.Dictionary({"Type": "/Pagination", "Subtype": f"/{kind}"})
    for mcid in furniture:
        row[mcid] = b"null"


def _describe_links(page: Any) -> None:
    """Describe each link by its title, or else its words (ISO 14289-1, 7.18.5)."""
    for _, _, _, box in page.links:
        if box.link_annotation is not None and box.element is not None:
            words = box.element.get("title") or "".join(box.element.itertext())
            if words.strip():
                box.link_annotation["Contents"] = pydyf.String(" ".join(words.split()))

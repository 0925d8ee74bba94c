"""Write the tree of tags into a file, and the ways from the pages to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf.tags.tag import Content, Kid, Tag


class Writer:
    """Writes the tree of one document."""

    def __init__(self, pdf: pydyf.PDF, marked: Sequence[Mapping[Any, int]]) -> None:
        """Take the file, and for each page the boxes that have marked content."""
        self._pdf = pdf
        self._rows: list[Any] = [pydyf.Array([b"null"] * len(each)) for each in marked]
        self._links: list[tuple[Any, bytes]] = []
        self._names: dict[str, bytes] = {}

    def write(self, root: Tag) -> None:
        """Write the tree whose root is *root* (ISO 32000-1, 14.7)."""
        pdf = self._pdf
        parents = pydyf.Dictionary({"Nums": pydyf.Array()})
        top = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        pdf.add_object(parents)
        pdf.add_object(top)
        top["ParentTree"] = parents.reference
        top["K"] = pydyf.Array([self._element(root, top.reference)])
        nums = parents["Nums"]
        for number, row in enumerate(self._rows):
            nums.extend((number, row))
        for number, (annotation, reference) in enumerate(self._links, len(self._rows)):
            annotation["StructParent"] = number
            nums.extend((number, reference))
        top["ParentTreeNextKey"] = len(self._rows) + len(self._links)
        if self._names:
            top["IDTree"] = self._name_tree()
        pdf.catalog["StructTreeRoot"] = top.reference
        pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def _element(self, tag: Tag, parent: bytes) -> bytes:
        page = next((kid.page for kid in tag.kids if not isinstance(kid, Tag)), None)
        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": f"/{tag.kind}", "P": parent, "K": pydyf.Array()}
        )
        self._pdf.add_object(element)
        reference: bytes = element.reference
        if page is not None:
            element["Pg"] = self._pdf.page_references[page]
        if tag.lang:
            element["Lang"] = pydyf.String(tag.lang)
        if tag.alt:
            element["Alt"] = pydyf.String(tag.alt)
        if tag.name:
            element["ID"] = pydyf.String(tag.name)
            self._names[tag.name] = reference
        if tag.attributes:
            element["A"] = _attributes(tag)
        for kid in _by_page(tag, page):
            element["K"].append(self._kid(kid, reference))
        return reference

    def _kid(self, kid: Kid, parent: bytes) -> Any:
        if isinstance(kid, Tag):
            return self._element(kid, parent)
        if isinstance(kid, Content):
            self._rows[kid.page][kid.mcid] = parent
            return kid.mcid
        self._links.append((kid.annotation, parent))
        reference = pydyf.Dictionary(
            {
                "Type": "/OBJR",
                "Obj": kid.annotation.reference,
                "Pg": self._pdf.page_references[kid.page],
            }
        )
        self._pdf.add_object(reference)
        return reference.reference

    def _name_tree(self) -> bytes:
        names = pydyf.Array()
        for name, reference in sorted(self._names.items()):
            names.extend((pydyf.String(name), reference))
        tree = pydyf.Dictionary({"Names": names})
        self._pdf.add_object(tree)
        return bytes(tree.reference)


def _by_page(tag: Tag, page: int | None) -> list[Kid]:
    """Put what stands on a later page than its tag begins on in a tag of that page."""
    kids: list[Kid] = []
    begun: list[Tag] = []
    for kid in tag.kids:
        if not isinstance(kid, Content) or kid.page == page:
            kids.append(kid)
            continue
        last = kids[-1] if kids else None
        if not (isinstance(last, Tag) and last in begun and last.page == kid.page):
            last = Tag("Span", page=kid.page)
            begun.append(last)
            kids.append(last)
        last.kids.append(kid)
    return kids


def _attributes(tag: Tag) -> Any:
    """Give the attributes of a tag, one dictionary for each owner."""
    owned = [
        pydyf.Dictionary({"O": f"/{owner}", **values})
        for owner, values in tag.attributes.items()
    ]
    return owned[0] if len(owned) == 1 else pydyf.Array(owned)

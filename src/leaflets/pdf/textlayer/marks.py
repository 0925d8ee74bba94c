"""Lead the tags of a page to the words that are said anew.

The ink of a tag has marked content with numbers; the words get numbers of their own, and
stand in the tag behind the ink that they say. Words of one tag that nothing divides
share one number.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf.tags import asides


class Marks:
    """The marked content of one page."""

    def __init__(
        self,
        pdf: pydyf.PDF,
        number: int,
        drawn: Mapping[Any, int],
        margins: Mapping[Any, str],
    ) -> None:
        """Take page *number*, and what is known of its boxes; see ``Layer.write``."""
        self._pdf = pdf
        root = self._at(pdf.catalog["StructTreeRoot"])
        self._tags = self._at(root["ParentTree"])["Nums"][2 * number + 1]
        self._drawn = drawn
        self._margins = margins
        self._last: tuple[Any, int, str] = None, 0, ""

    def of(self, box: Any) -> str:
        """Give what begins the words of a box; the same again if they go on."""
        if box in self._margins:
            self._last = None, 0, ""
            kind = asides.properties(self._margins[box])
            names = "".join(f"/{name}{each}" for name, each in kind.items())
            return f"/Artifact<<{names}>>BDC"
        ink = self._drawn[box]
        reference = self._tags[ink]
        kids = self._at(reference)["K"]
        place = kids.index(ink)
        tag, said, mark = self._last
        if tag is kids and all(isinstance(kid, int) for kid in kids[said:place]):
            return mark
        number = len(self._tags)
        kids.insert(place + 1, number)
        self._tags.append(reference)
        mark = f"/Span<</MCID {number}>>BDC"
        self._last = kids, place + 1, mark
        return mark

    def _at(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]

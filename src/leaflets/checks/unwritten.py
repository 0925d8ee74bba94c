"""C410: nothing that the program began is still to be written."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.checks.base import check
from leaflets.checks.said import Said
from leaflets.content.library import Library
from leaflets.content.starting import TO_WRITE
from leaflets.findings import Severity
from leaflets.model.walk import texts


@check("C410", Severity.WARNING)
def nothing_is_to_be_written(library: Library) -> Iterator[Said]:
    """An author has put words wherever a skeleton left room for them (rule STR-007)."""
    for leaflet in library.leaflets.values():
        for text in texts(leaflet):
            if TO_WRITE in text.words or TO_WRITE in text.other:
                yield text.origin, f"{text.key!r} is still to be written"
    for key, claim in library.claims.items():
        if TO_WRITE in claim.statement or TO_WRITE in claim.reason:
            yield claim.origin, f"claim {key!r} is still to be written"

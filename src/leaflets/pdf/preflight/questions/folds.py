"""F82: whether the folds that were ordered lie on the sheet."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.sight import mm

LEAST = 20.0
"""Width in mm of the narrowest panel that a folding machine takes."""


@question("F821", basis="the order: folds; folding machines: panels of 20 mm or more")
def folds_lie_on_the_sheet(case: Case) -> Iterator[Answer]:
    """The folds of every page are given, in order, and leave panels that can be folded."""
    folds = case.ordered.folds
    if folds and len(folds) != len(case.pages):
        yield Answer(
            message=f"folds for {len(folds)} pages, the file has {len(case.pages)}"
        )
    for page, places in zip(case.pages, folds, strict=False):
        width = mm(page, page.finished.height if page.rotate % 180 else page.finished.width)
        ends = (0.0, *places, width)
        narrow = min(b - a for a, b in itertools.pairwise(ends))
        if places and not narrow >= LEAST:
            said = ", ".join(f"{place:g}" for place in places)
            yield Answer(
                message=f"folds at {said} mm on a sheet of {width:.1f} mm leave a panel of "
                f"{narrow:.1f} mm",
                page=page.number,
                rectangle=page.finished,
            )

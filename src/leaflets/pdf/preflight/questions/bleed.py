"""F81: whether what is cut through reaches far enough over the cut."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.pdf import window
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.cutting import SIDES, bare, reached
from leaflets.pdf.preflight.sight import mm

_SLACK = 0.05
"""Millimetres: less than anyone can cut."""


@question("F811", basis="shops: 2 to 3 mm of bleed on every side; ISO 15930-7, 6.6")
def sheets_have_room_for_the_bleed(case: Case) -> Iterator[Answer]:
    """The bleed box lies outside the trimmed page by as much as the shop asks."""
    wanted = case.spec.bleed
    for page in case.pages if wanted > 0 else ():
        box, cut = page.bleed or page.media, page.finished
        sides = (cut.x0 - box.x0, cut.y0 - box.y0, box.x1 - cut.x1, box.y1 - cut.y1)
        least = min(mm(page, side) for side in sides)
        if least < wanted - _SLACK:
            yield Answer(
                message=f"bleed of {max(least, 0.0):.1f} mm, asked are {wanted:g} mm",
                page=page.number,
                rectangle=box,
            )


@question("F812", basis="shops: art that is cut through runs on to the edge of the bleed")
def art_runs_on_into_the_bleed(case: Case) -> Iterator[Answer]:
    """What touches the cut goes on to the edge of the bleed, as it is seen."""
    if case.spec.bleed <= 0:
        return
    pages = (page for page in case.pages if case.drawable(page))
    touched = [(page, side) for page in pages for side in reached(case, page)]
    if not touched:
        return
    with window.opened(case.data) as windows:
        for page, side in touched:
            for run, place in bare(windows, page, side, case.spec.bleed):
                yield Answer(
                    message=f"art ends before the bleed does, over {run:.1f} mm of the "
                    f"{SIDES[side]} edge",
                    page=page.number,
                    rectangle=place,
                    hint=f"draw it {case.spec.bleed:g} mm over the cut, "
                    "or a white line will show",
                )

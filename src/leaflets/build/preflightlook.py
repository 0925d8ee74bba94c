"""Look at a stranger's file for the preflight: what is found in it, and its pages.

Drawing a page costs what its author likes. So a file that stops the process that asks is
asked again without being drawn, and of its pages those that can be drawn are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from leaflets.build import guarded
from leaflets.build.guarded import Bounds, Stopped
from leaflets.errors import RenderError
from leaflets.pdf.preflight.account import account
from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.preflight.pagepictures import pictures
from leaflets.pdf.printspec import PrintSpec

ASKING = Bounds(result_megabytes=16)
DRAWING = Bounds(seconds=30, patience=90, result_megabytes=150)
ALONE = Bounds(seconds=10, patience=30, result_megabytes=10)
"""For one page, where several together could not be drawn."""

STOPS = 3
"""Pages of a file that may stop the process that draws them, before it is left at that."""


def look(
    data: bytes, spec: PrintSpec, name: str, ordered: Ordered, panels: Sequence[float] = ()
) -> tuple[dict[str, Any], bool]:
    """Ask all questions of a file, see ``account``; say too whether it can be drawn.

    Raises RenderError for a file that cannot be opened or is beyond the bounds even if
    nothing of it is drawn.
    """
    called = account, data, spec, name
    try:
        return guarded.run(*called, ordered, panels, bounds=ASKING), True
    except Stopped:
        undrawn = replace(ordered, drawn=False)
        return guarded.run(*called, undrawn, panels, bounds=ASKING), False


def draw(data: bytes, pages: Sequence[int]) -> dict[str, bytes]:
    """Draw pages, the first is 0; by the number of the page in words, see ``pictures``.

    A page that cannot be drawn within bounds is left out, and the others stay.
    """
    if not pages:
        return {}
    drawn: dict[str, bytes] = {}
    try:
        drawn.update(guarded.run(pictures, data, pages, bounds=DRAWING))
    except RenderError:
        stops = 0
        for page in pages:
            try:
                drawn.update(guarded.run(pictures, data, (page,), bounds=ALONE))
            except RenderError:
                stops += 1
            if stops == STOPS:
                break
    return drawn

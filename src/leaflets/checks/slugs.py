"""The line under a page, outside the bleed, that is for who handles the plates."""

from __future__ import annotations

import dataclasses

from leaflets.pdf import platemarks
from leaflets.pdf.platemarks import MM
from leaflets.pdf.runs import PageGlyphs


def without(page: PageGlyphs, bleed: float) -> PageGlyphs:
    """Leave out what is seen so far under a page that only a slug can stand there.

    *bleed* is in mm. What the leaflet itself sets there is cut off at the bleed: it stays,
    for it is a mistake that someone should hear of.
    """
    across = bleed * MM
    trim = (page.trim.x0, page.trim.y0, page.trim.x1, page.trim.y1)
    around = (trim[0] - across, trim[1] - across, trim[2] + across, trim[3] + across)
    foot = platemarks.line(trim, around)
    head = foot + platemarks.LINE
    runs = tuple(
        run
        for run in page.runs
        if not foot <= run.baseline <= head
        or (run.clip is not None and run.clip[1] > run.baseline)
    )
    return dataclasses.replace(page, runs=runs)

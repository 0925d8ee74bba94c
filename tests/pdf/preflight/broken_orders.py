"""Files that are not what was ordered: one for every question of F8."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.pdf.preflight.sheets_by_hand import A6, MM, Page, art, bound, words

from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.printspec import COATED, PrintSpec

Sample = tuple[bytes, PrintSpec, Ordered]

PLAIN = Page(content=words("plain"))
NOBODY = Ordered(read_codes=False)
"""Nothing is known of the file, and no code is looked for."""


def _file(*pages: Page, **ordered: object) -> Sample:
    return bound(pages), COATED, replace(NOBODY, **ordered)  # type: ignore[arg-type]


def _art(x: float, y: float, width: float, height: float, ink: str = "0 0 0 1 k") -> Page:
    return replace(PLAIN, content=PLAIN.content + art(x, y, width, height, ink))


BROKEN: dict[str, Callable[[], Sample]] = {
    "F801": lambda: _file(PLAIN, PLAIN, pages=4),
    "F802": lambda: _file(PLAIN, PLAIN, multiple=4),
    "F803": lambda: _file(PLAIN, replace(PLAIN, size=(105.0, 150.0))),
    "F804": lambda: _file(PLAIN, trim=(148.0, 210.0)),
    "F804:turned": lambda: _file(replace(PLAIN, entries={"Rotate": 90}), trim=A6),
    "F804:user unit": lambda: _file(replace(PLAIN, entries={"UserUnit": 2}), trim=A6),
    "F805": lambda: _file(PLAIN, replace(PLAIN, content="")),
    "F805:spaces": lambda: _file(
        PLAIN, replace(PLAIN, content="BT 0 0 0 1 k /F1 12 Tf 70 100 Td ( ) Tj ET")
    ),
    "F805:white": lambda: _file(
        PLAIN, replace(PLAIN, content=art(0, 0, 90, 90, "0 g 1 g"))
    ),
    "F805:outside": lambda: _file(PLAIN, replace(PLAIN, content=art(-3, -3, 2, 2))),
    "F811": lambda: _file(replace(PLAIN, bleed=2.0)),
    "F811:none": lambda: _file(replace(PLAIN, bleed=0.0)),
    "F812:ends at the cut": lambda: _file(_art(0, 20, 30, 30)),
    "F812:ends too early": lambda: _file(_art(-1.5, 20, 30, 30)),
    "F812:right": lambda: _file(_art(80, 20, 26, 30)),
    "F812:lower": lambda: _file(_art(20, 0, 30, 10)),
    "F812:upper": lambda: _file(_art(20, 138, 30, 10)),
    "F812:partly": lambda: _file(
        replace(PLAIN, content=art(-3, 20, 30, 30) + art(0, 60, 30, 30))
    ),
    "F812:a tint": lambda: _file(_art(0, 20, 30, 30, "0 0 0 0.05 k")),
    "F812:yellow": lambda: _file(_art(0, 20, 30, 30, "0 0 0.6 0 k")),
    "F812:clipped": lambda: _file(
        replace(
            PLAIN,
            content=f"q 0 0 {90 * MM} {140 * MM} re W n {art(-3, 20, 30, 30)} Q"
            + PLAIN.content,
        )
    ),
    "F812:no sheet there": lambda: _file(replace(_art(-3, 20, 30, 30), bleed=0.0)),
    "F821": lambda: _file(PLAIN, folds=((50.0, 110.0),)),
    "F821:disorder": lambda: _file(PLAIN, folds=((60.0, 40.0),)),
    "F821:narrow": lambda: _file(PLAIN, folds=((95.0,),)),
    "F821:pages": lambda: _file(PLAIN, PLAIN, folds=((50.0,),)),
    "F821:nonsense": lambda: _file(PLAIN, folds=((float("nan"),),)),
}

"""Files whose codes and names are wrong: one for every question of F9 but the file's name."""

from __future__ import annotations

from collections.abc import Callable

from tests.pdf.preflight.sheets_by_hand import (
    CODE,
    K,
    Page,
    art,
    bound,
    edition,
    square,
    words,
)

from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.printspec import COATED, PrintSpec
from leaflets.pdf.rendered import Rectangle

Sample = tuple[bytes, PrintSpec, Ordered]

ORDERED = Ordered(edition_code=CODE)
OTHER = "TEA-EN-HGFEDCBA"
ADDRESS = f"https://example.org/tea#{CODE}"
WORDS = words(CODE)


def _with(content: str, ordered: Ordered = ORDERED) -> Sample:
    return edition(content), COATED, ordered


def _stranger(content: str) -> Sample:
    return bound([Page(content=content)]), COATED, Ordered()


BROKEN: dict[str, Callable[[], Sample]] = {
    "F901": lambda: _with(words("no code")),
    "F901:unordered": lambda: _with(words("no code"), Ordered()),
    "F901:other": lambda: _with(words(OTHER) + square(OTHER)),
    "F902": lambda: (bound([Page(content=WORDS)]), COATED, ORDERED),
    "F902:packet": lambda: (
        bound([Page(content=WORDS)], identifier=OTHER, subject=CODE), COATED, ORDERED,
    ),
    "F902:information": lambda: (
        bound([Page(content=WORDS)], identifier=CODE, subject=OTHER), COATED, Ordered(),
    ),
    "F911": lambda: _with(WORDS),
    "F911:other": lambda: _with(WORDS + square(OTHER)),
    "F911:address of another": lambda: _with(
        WORDS + square(f"https://example.org/tea#{OTHER}"), Ordered()
    ),
    "F911:in letters": lambda: _with(
        WORDS + square(CODE), Ordered(edition_code=CODE, code_text=ADDRESS)
    ),
    "F911:no such page": lambda: _with(
        WORDS + square(CODE), Ordered(edition_code=CODE, code_page=7)
    ),
    "F911:elsewhere": lambda: _with(
        WORDS + square(CODE),
        Ordered(edition_code=CODE, code_box=Rectangle(x0=200, y0=300, x1=260, y1=360)),
    ),
    "F911:covered": lambda: _with(WORDS + square(CODE) + art(22, 22, 5, 5)),
    "F912": lambda: _stranger(words("plain")),
    "F912:told": lambda: _stranger(square("https://example.org")),
    "F912:too large": lambda: (
        bound([Page(content=words("plain"), size=(5000.0, 5000.0))]), COATED, Ordered(),
    ),
    "F912:too many": lambda: (
        bound([Page(content="", size=(10.0, 10.0))] * 41), COATED, Ordered(),
    ),
    "F913": lambda: _with(WORDS + square(CODE, dark="0.6 0.5 0.4 1 k")),
    "F913:light": lambda: _with(WORDS + square(CODE, dark="0 0 0 0.8 k")),
    "F913:rgb": lambda: _with(WORDS + square(CODE, dark="0 0 0 rg")),
    "F913:ground": lambda: _with(WORDS + art(15, 15, 30, 30, "0 0.1 0.2 0 k") + square(CODE)),
    "F914": lambda: _with(WORDS + square(CODE) + art(15, 19.6, 30, 0.2)),
    "F914:at the cut": lambda: _with(WORDS + square(CODE, x=1.0)),
    "F914:turned": lambda: _with(
        WORDS + square(CODE, x=45, turn="0.8 0.6 -0.6 0.8") + art(20, 19.0, 60, 0.4)
    ),
    "F915": lambda: _with(WORDS + square(CODE, dark="0 0 0 0.4 k")),
    "F915:dark ground": lambda: _with(
        WORDS + art(10, 10, 40, 40, "0 0 0 0.6 k") + square(CODE)
    ),
    "F916": lambda: _with(WORDS + square(CODE, module=0.3)),
    "F916:tiny": lambda: _with(WORDS + square(CODE, module=0.15)),
    "F917": lambda: _with(
        WORDS + square(ADDRESS, hurt=20), Ordered(edition_code=CODE, code_text=ADDRESS)
    ),
}  # fmt: skip

CLEAN: dict[str, Callable[[], Sample]] = {
    "ordered": lambda: _with(WORDS + square(CODE)),
    "unordered": lambda: _with(WORDS + square(CODE), Ordered()),
    "address": lambda: _with(
        WORDS + square(ADDRESS), Ordered(edition_code=CODE, code_text=ADDRESS)
    ),
    "address of what was ordered": lambda: _with(WORDS + square(ADDRESS)),
    "address of its own": lambda: _with(WORDS + square(ADDRESS), Ordered()),
    "by the square alone": lambda: _with(square(CODE)),
    "turned": lambda: _with(WORDS + square(CODE, x=45, turn="0.8 0.6 -0.6 0.8")),
    "sheet turned": lambda: (
        edition(WORDS + square(CODE), entries={"Rotate": 90}), COATED, ORDERED,
    ),
    "on white over colour": lambda: _with(
        WORDS + art(10, 10, 60, 40, "0.3 0 0 0 k")
        + art(15, 15, 30, 30, "0 0 0 0 k") + square(CODE)
    ),
    "on the first page of a folded sheet": lambda: (
        bound([Page(content=WORDS + square(CODE)), Page(content=words("inside"))],
              identifier=CODE, subject=CODE), COATED, Ordered(),
    ),
    "in grey's black": lambda: _with(WORDS + square(CODE, dark="0 g")),
    "in a box": lambda: _with(
        WORDS + square(CODE, dark=K),
        Ordered(edition_code=CODE, code_box=Rectangle(x0=51, y0=51, x1=93, y1=93)),
    ),
    "on a page of 5 m": lambda: (
        edition(WORDS + square(CODE), size=(5000.0, 300.0)), COATED,
        Ordered(edition_code=CODE, code_box=Rectangle(x0=51, y0=51, x1=93, y1=93)),
    ),
}  # fmt: skip

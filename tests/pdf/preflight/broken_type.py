"""Files with lines and letters that do not print, or that stand too near an edge: F5."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from tests.pdf.preflight.broken_inks import COLOURED, Sample, drawn
from tests.pdf.preflight.broken_intents import page
from tests.pdf.preflight.good import Change, good

from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.printspec import COATED

OFFICE = dataclasses.replace(COATED, name="office", printable=5.0)


def letters(
    size: float, *, x: float = 70, y: float = 100, colour: str = "0 0 0 1 k"
) -> str:
    """Show three letters; sizes and places in points."""
    return f"q {colour} BT /F1 {size} Tf {x} {y} Td <000100020003> Tj ET Q"


def folded(content: str, *changes: Change) -> Sample:
    """Draw on a page that is folded at 50 mm."""
    data, spec, _ = drawn(content, *changes)
    return data, spec, Ordered(folds=((50.0,),))


def office(content: str) -> Sample:
    """Draw on a page for a machine that leaves a rim bare, without the good page's band."""
    return good(content=content.encode()), OFFICE, Ordered()


BROKEN: dict[str, Callable[[], Sample]] = {
    "F501": lambda: drawn("q 0 0 0 1 K 0 w 60 60 m 160 60 l S Q"),
    "F501:flat area": lambda: drawn("q 0 0 0 1 k 60 60 100 0 re f Q"),
    "F501:area of two points": lambda: drawn("q 0 0 0 1 k 60 60 m 160 60 l f Q"),
    "F501:letters in outline": lambda: drawn(letters(20, colour="0 0 0 1 K 0 w 1 Tr")),
    "F502": lambda: drawn("q 0 0 0 1 K 0.1 w 60 60 m 160 60 l S Q"),
    "F502:scaled": lambda: drawn(
        "q 0 0 0 1 K 0.1 0 0 0.1 0 0 cm 1 w 600 600 m 1600 600 l S Q"
    ),
    "F502:filled": lambda: drawn("q 0 0 0 1 k 60 60 100 0.1 re f Q"),
    "F502:one way": lambda: drawn(
        "q 0 0 0 1 K 1 0 0 0.1 0 0 cm 1 w 60 600 m 160 600 l S Q"
    ),
    "F502:letters in outline": lambda: drawn(letters(20, colour="0 0 0 1 K 0.1 w 1 Tr")),
    "F503": lambda: drawn("q 0.6 0.6 0 0 K 0.4 w 60 60 m 160 60 l S Q"),
    "F503:white": lambda: drawn(f"{COLOURED} q 0 0 0 0 K 0.4 w 80 80 m 160 80 l S Q"),
    "F511": lambda: drawn(letters(5)),
    "F511:scaled": lambda: drawn(f"q 0.4 0 0 0.4 0 0 cm {letters(12, x=200, y=200)} Q"),
    "F512": lambda: drawn(letters(7, colour="0.5 0 0.8 0 k")),
    "F513": lambda: drawn(COLOURED + letters(7, colour="0 0 0 0 k")),
    "F514": lambda: drawn(letters(12, colour="3 Tr 0 0 0 1 k")),
    "F514:white": lambda: drawn(letters(12, colour="0 0 0 0 k")),
    "F521": lambda: drawn(letters(12, x=2)),
    "F521:warning": lambda: drawn(letters(12, x=9.5)),
    "F521:over": lambda: drawn(letters(12, x=290)),
    "F522": lambda: folded(letters(12, x=135)),
    "F522:turned": lambda: folded(letters(12, y=140), page("Rotate", 90)),
    "F522:near": lambda: folded(letters(12, x=145)),
    "F524": lambda: drawn(letters(7, y=-7)),
    "F524:mark": lambda: drawn("q 0 0 0 1 K 0.5 w -8 0 m -3 0 l S Q"),
    "F524:plates": lambda: drawn("q 1 1 1 1 k -8 60 4 4 re f Q"),
    "F523": lambda: office("q 0 0 0 1 k 2 60 30 30 re f Q"),
}

"""What someone asks to have laid on sheets, as plain data, and the doing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.impose.booklet import booklet
from leaflets.pdf.impose.folding import fold
from leaflets.pdf.impose.repeat import repeat
from leaflets.pdf.preflight.opening import UNREADABLE, opened

WAYS = ("booklet", "repeat", "fold")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request. Lengths in mm; what a way does not know is not looked at."""

    way: str
    """One of ``WAYS``."""

    sheet: tuple[float, float] = (297.0, 210.0)
    rtl: bool | None = None
    """Whether it is read from the right; None: as the file says of itself."""

    fold: str = "roll"
    across: int = 1
    down: int = 1
    gap: float = 6.0
    turn: str = "side"
    printable: float = 0.0
    creep: float = 0.0
    pad: bool = False
    marks: str = "none"
    """One of ``printspec.MARKS``; there is no line of words."""


def impose(data: bytes, asked: Asked) -> Mapping[str, object]:
    """Lay the pages of a PDF on sheets as *asked*.

    Gives ``pdf``, its ``sides``, the ``pages`` there were, and ``rtl``, which says on
    which side it is bound or begins. Raises RenderError as the way itself does.
    """
    pages, said = _look(data)
    rtl = said if asked.rtl is None else asked.rtl
    if asked.way == "booklet":
        made = booklet(
            data,
            rtl=rtl,
            sheet=asked.sheet,
            printable=asked.printable,
            creep=asked.creep,
            pad=asked.pad,
            marks=asked.marks,
        )
    elif asked.way == "repeat":
        made = repeat(
            data,
            across=asked.across,
            down=asked.down,
            sheet=asked.sheet,
            gap=asked.gap,
            printable=asked.printable,
            turn=asked.turn,
            marks=asked.marks,
        )
    elif asked.way == "fold":
        made = fold(data, fold=asked.fold, rtl=rtl, marks=asked.marks)
    else:
        raise ValueError(f"no way {asked.way!r}; there are {', '.join(WAYS)}")
    sides, _ = _look(made)
    return {"pdf": made, "sides": sides, "pages": pages, "rtl": rtl}


def _look(data: bytes) -> tuple[int, bool]:
    """Count the pages of a file, and ask it whether it is read from the right."""
    with opened(data) as pdf:
        try:
            viewing = pdf.Root.get("/ViewerPreferences")
            rtl = False
            if isinstance(viewing, pikepdf.Dictionary):
                rtl = viewing.get("/Direction") == pikepdf.Name.R2L
            return len(pdf.pages), rtl
        except UNREADABLE as error:
            raise RenderError("the file's catalog is damaged") from error

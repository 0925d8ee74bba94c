"""How each kind of passage is set: from which cell, and what stands before it.

After Braille Formats: Principles of Print-to-Braille Transcription, 2016 (BANA): headings
centred and at cell 5 and 7, paragraphs 3-1, lists 1-3, notes of the transcriber 7-5, boxes
between two lines of signs. Tables are told row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflets.model.narrative import Passage, Role, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Words to be set, or a line of signs."""

    runs: tuple[Run, ...] = ()
    first: int = 2
    """Blanks before the first line; a paragraph begins in cell 3."""

    over: int = 0
    """Blanks before the lines that follow."""

    before: bool = False
    """True where a blank line stands before it."""

    after: bool = False
    centred: bool = False
    heading: bool = False
    """True for what never stands at the foot of a page without what it heads."""

    rule: str = ""
    """The cell of a line of signs: TOP or BOTTOM of a box."""


_BULLETS = frozenset("•–◦▪")
"""Signs before an item that the way a list is set says already."""

TOP, BOTTOM = "\u2836", "\u281b"
"""Signs of a box's first line (dots 2356) and last (dots 1245)."""


def blocks(passages: Sequence[Passage]) -> Iterator[Block]:
    """Say how each passage of a narrative is set, boxes closed in."""
    open_box: tuple[str, int] = ("", 0)
    for at, passage in enumerate(passages):
        box = (passage.box, passage.number) if passage.box else ("", 0)
        if box != open_box:
            if open_box[0]:
                yield Block(rule=BOTTOM, after=True)
            if box[0]:
                yield Block(rule=TOP, before=True)
            open_box = box
        yield _block(passage, passages[at - 1] if at else None)
    if open_box[0]:
        yield Block(rule=BOTTOM, after=True)


def _block(passage: Passage, previous: Passage | None) -> Block:
    lead = "".join(run.words for run in passage.lead).strip()
    runs = passage.runs if lead in _BULLETS else (*passage.lead, *passage.runs)
    deep = 2 * max(0, passage.level - 1)
    # The first of a list, of a table or of the references stands apart.
    begins = previous is None or previous.role is not passage.role
    match passage.role:
        case Role.TITLE:
            return Block(runs=runs, centred=True, heading=True, after=True)
        case Role.HEADING if passage.level <= 2:
            return Block(runs=runs, centred=True, heading=True, before=True, after=True)
        case Role.HEADING:
            indent = 4 if passage.level == 3 else 6
            return Block(runs=runs, first=indent, over=indent, before=True, heading=True)
        case Role.ITEM | Role.REFERENCE:
            apart = begins and previous is not None and previous.role is not Role.HEADING
            return Block(runs=runs, first=deep, over=deep + 2, before=apart and not deep)
        case Role.ROW:
            return Block(runs=runs, first=0, over=4, before=True, heading=True)
        case Role.CELL:
            return Block(runs=runs, first=2, over=4)
        case Role.NOTE | Role.FIGURE:
            return Block(runs=runs, first=6, over=4)
        case _:
            return Block(runs=runs)

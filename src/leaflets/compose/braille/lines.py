"""Cells to lines: filled to the edge, words whole, facts together where they fit."""

from __future__ import annotations

from dataclasses import dataclass

from leaflets.compose.braille.cells import BLANK
from leaflets.compose.braille.speech import Said

GOES_ON = "\u2810"
"""Dot 5 at the end of a line: the word goes on in the next (Rules of Unified English
Braille, 2013, 10.13 on division, and 6.10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, and which cells of its passage stand in it."""

    indent: int = 0
    begin: int = 0
    end: int = 0
    text: str = ""
    """The cells, with GOES_ON where a word is broken; without the indent."""

    @property
    def cells(self) -> str:
        """The line as it stands on the page."""
        return BLANK * self.indent + self.text


def fill(said: Said, columns: int, first: int, over: int) -> list[Line]:
    """Fill lines of *columns* cells; the first begins after *first* blanks, others *over*.

    A word longer than a line is broken where an address may be, or at the edge.
    """
    lines: list[Line] = []
    pieces = _pieces(said, columns - max(first, over))
    begin, indent = pieces[0][0] if pieces else len(said.cells), first
    for start, end in pieces:
        room = columns - indent
        if begin < start and end - begin > room:
            lines.append(_line(said, indent, begin, _without_blanks(said, begin, start)))
            begin, indent = start, over
            room = columns - indent
        while end - begin > room:
            stop = _broken(said, begin, begin + room - 1)
            lines.append(_line(said, indent, begin, stop, GOES_ON))
            begin, indent = stop, over
            room = columns - indent
    if begin < len(said.cells):
        stop = _without_blanks(said, begin, len(said.cells))
        if stop > begin:
            lines.append(_line(said, indent, begin, stop))
    return lines


def centred(said: Said, columns: int, aside: int = 4) -> list[Line]:
    """Set a heading in the middle, at least *aside* cells from both edges."""
    lines = fill(said, columns - 2 * aside, 0, 0)
    return [
        Line(
            indent=(columns - len(line.text)) // 2,
            begin=line.begin,
            end=line.end,
            text=line.text,
        )
        for line in lines
    ]


def _pieces(said: Said, room: int) -> list[tuple[int, int]]:
    """Words from where they begin to where they end; a fact that fits a line is one."""
    held = {
        at
        for begin, end in said.unbroken
        if end - begin <= room
        for at in range(begin, end)
    }
    pieces, start = [], -1
    for at, cell in enumerate(said.cells):
        parted = cell == BLANK and not (at in held and at + 1 in held)
        if parted and start >= 0:
            pieces.append((start, at))
            start = -1
        elif not parted and start < 0:
            start = at
    if start >= 0:
        pieces.append((start, len(said.cells)))
    return pieces


def _line(said: Said, indent: int, begin: int, end: int, sign: str = "") -> Line:
    return Line(indent=indent, begin=begin, end=end, text=said.cells[begin:end] + sign)


def _without_blanks(said: Said, begin: int, end: int) -> int:
    while end > begin and said.cells[end - 1] == BLANK:
        end -= 1
    return end


def _broken(said: Said, begin: int, most: int) -> int:
    allowed = [at for at in said.breaks if begin < at <= most]
    return max(allowed, default=most)

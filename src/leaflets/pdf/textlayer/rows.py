"""Put together the pieces of text that the readers take for one row.

The engine draws piece by piece: a raised figure, a word in bold, a list marker. A reader
of the file knows of no pieces, and joins what stands on one baseline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from weasyprint.formatting_structure import boxes

from leaflets.pdf.boxtree import descendants
from leaflets.pdf.textlayer.drawn import Piece

_SAME = 0.01
"""CSS pixels between two baselines that are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """What stands in one line box and is turned the same way."""

    pieces: list[Piece]
    """In the order in which they are read."""

    size: float
    """Size of most of the type, in CSS pixels."""

    turn: tuple[float, float, float, float]
    x: float
    """Left end, in the page's own space."""

    y: float
    """Baseline of most of the text."""

    leftward: bool

    @property
    def is_mark(self) -> bool:
        """Whether it is the mark of a list alone."""
        tags = (piece.box.element_tag or "" for piece in self.pieces)
        return all(tag.endswith("::marker") for tag in tags)

    @property
    def width(self) -> float:
        """What the letters take together, in CSS pixels."""
        return sum(letter.width for piece in self.pieces for letter in piece.letters)


def rows(pieces: Iterable[Piece], root: Any, base: Any) -> Iterator[list[DrawnLine]]:
    """Give the rows of a page whose box is *root*; *base* undoes the page's own space."""
    row: list[DrawnLine] = []
    for line in _lines(pieces, root, base):
        if row and not _beside(row[-1], line):
            yield row
            row = []
        row.append(_behind(row.pop(), line) if row and row[-1].is_mark else line)
    if row:
        yield row


def _behind(mark: DrawnLine, line: DrawnLine) -> DrawnLine:
    """Join the mark of a list to the line behind it, so that no reader parts them."""
    return replace(line, pieces=[*mark.pieces, *line.pieces], x=min(mark.x, line.x))


def _beside(one: DrawnLine, other: DrawnLine) -> bool:
    _, b, c, _ = one.turn
    return b == c == 0 and one.turn == other.turn and abs(one.y - other.y) < _SAME


def _lines(pieces: Iterable[Piece], root: Any, base: Any) -> Iterator[DrawnLine]:
    homes: dict[Any, Any] = {}
    for box in descendants(root):
        if isinstance(box, boxes.LineBox):
            homes.update(dict.fromkeys(descendants(box), box))
    together: dict[object, list[tuple[Piece, tuple[float, ...]]]] = {}
    for piece in pieces:
        a, b, c, d, x, y = (piece.matrix @ base).values
        turn = tuple(round(value, 6) for value in (a, b, c, d))
        key = id(homes.get(piece.box)), turn
        if b or c:
            key = id(piece), turn  # turned text is set piece by piece
        together.setdefault(key, []).append((piece, (*turn, x, y)))
    for found in together.values():
        longest, (a, b, c, d, x, y) = max(found, key=lambda each: len(each[0].letters))
        if a > 0:
            x = min(place[4] for _, place in found)
        home = homes.get(longest.box)
        yield DrawnLine(
            pieces=[piece for piece, _ in found],
            size=longest.size,
            turn=(a, b, c, d),
            x=x,
            y=y,
            leftward=home is not None and home.style["direction"] == "rtl",
        )

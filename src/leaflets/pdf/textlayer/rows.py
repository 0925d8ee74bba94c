"""Put together the pieces of text that are one line to a reader.

The engine draws piece by piece: a raised figure, a word in bold, the mark of a list, a
number in a box of its own. A reader of the file knows of no pieces, and joins what stands
on one baseline, or parts what stands far from its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

from leaflets.pdf.boxtree import descendants
from leaflets.pdf.textlayer.drawn import Letter, Piece

_NEAR = 0.5
"""Of the size of the type: how far the mark of a list may stand above or below its line,
in another font than it has."""


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


def lines(pieces: Iterable[Piece], root: Any, base: Any) -> Iterator[DrawnLine]:
    """Give the lines of a page whose box is *root*; *base* undoes the page's own space.

    The mark of a list is joined to its line.
    """
    mark: DrawnLine | None = None
    for line in _lines(pieces, root, base):
        if mark and not _beside(mark, line):
            yield mark
            mark = None
        whole = _behind(mark, line) if mark else line
        mark = None
        if whole.is_mark:
            mark = whole
        else:
            yield whole
    if mark:
        yield mark


def _behind(mark: DrawnLine, line: DrawnLine) -> DrawnLine:
    """Join the mark of a list to the line behind it, so that no reader parts them."""
    return replace(line, pieces=[*mark.pieces, *line.pieces], x=min(mark.x, line.x))


def _beside(one: DrawnLine, other: DrawnLine) -> bool:
    _, b, c, _ = one.turn
    return (
        b == c == 0 and one.turn == other.turn and abs(one.y - other.y) < _NEAR * other.size
    )


def _lines(pieces: Iterable[Piece], root: Any, base: Any) -> Iterator[DrawnLine]:
    homes = _homes(root)
    together: dict[object, list[tuple[Piece, tuple[float, ...]]]] = {}
    for piece in pieces:
        a, b, c, d, x, y = (piece.matrix @ base).values
        turn = tuple(round(value, 6) for value in (a, b, c, d))
        home, _ = homes.get(piece.box, (None, None))
        key = id(home), turn
        if b or c:
            key = id(piece), turn  # turned text is set piece by piece
        together.setdefault(key, []).append((piece, (*turn, x, y)))
    for found in together.values():
        longest, (a, b, c, d, x, y) = max(found, key=lambda each: len(each[0].letters))
        if a > 0:
            x = min(place[4] for _, place in found)
        home, _ = homes.get(longest.box, (None, None))
        yield DrawnLine(
            pieces=_spaced([piece for piece, _ in found], homes),
            size=longest.size,
            turn=(a, b, c, d),
            x=x,
            y=y,
            leftward=home is not None and home.style["direction"] == "rtl",
        )


def _homes(root: Any) -> dict[Any, tuple[Any, Any]]:
    """Give the line that each box stands in: that of all its words, and its own.

    They differ where a box in a line holds one line of its own, as that of the number of
    a reference does, to keep its width.
    """
    homes: dict[Any, tuple[Any, Any]] = {}
    parts: set[Any] = set()
    for box in descendants(root):
        if isinstance(box, boxes.InlineBlockBox):
            lines = [each for each in descendants(box) if isinstance(each, boxes.LineBox)]
            parts.update(lines[:1] if len(lines) == 1 else ())
        elif isinstance(box, boxes.LineBox):
            home = homes[box][0] if box in parts and box in homes else box
            homes.update(dict.fromkeys(descendants(box), (home, box)))
    return homes


def _spaced(pieces: Sequence[Piece], homes: dict[Any, tuple[Any, Any]]) -> list[Piece]:
    """Put a space, which is no ink, between pieces that stand in boxes of their own."""
    spaced = list(pieces)
    for number, (one, other) in enumerate(pairwise(pieces)):
        apart = homes.get(one.box) != homes.get(other.box)
        if apart and one.letters and not one.letters[-1].character.isspace():
            spaced[number] = replace(one, letters=(*one.letters, Letter(" ", 0.0)))
    return spaced

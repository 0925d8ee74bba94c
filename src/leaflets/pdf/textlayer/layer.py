"""Write the words of each page beside the ink that draws them.

Where a document is in a script that the engine's text layer cannot say, its ink is made
silent: each piece stands as replaced by a tab (``/ActualText``), which both readers pass
over. The words are then set once more, in a font without ink, at the end of each page's
content, as a second part of the same tag, in the order in which they are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import floor, fsum
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf.textlayer import apart, ink, order
from leaflets.pdf.textlayer.carrier import KEY, Carrier
from leaflets.pdf.textlayer.drawn import Piece
from leaflets.pdf.textlayer.marks import Marks
from leaflets.pdf.textlayer.rows import DrawnLine, lines
from leaflets.pdf.textlayer.setting import Way, setting
from leaflets.pdf.writer import Block

_FAR = 3
"""Lengths of an em to where nothing is of the same height."""


class Layer:
    """The text layer of one document; written when its tags are whole."""

    def __init__(self, pieces: Iterable[Piece], *, leftward: bool) -> None:
        self._leftward = leftward
        self._pieces: dict[int, list[Piece]] = defaultdict(list)
        taken: dict[str, list[float]] = defaultdict(list)
        for piece in pieces:
            self._pieces[id(piece.stream)].append(piece)
            for character, width in piece.letters:
                taken[character].append(width / piece.size)
        self._carrier = Carrier(
            {each: round(1000 * fsum(all_) / len(all_)) for each, all_ in taken.items()}
        )

    def write(
        self,
        pdf: pydyf.PDF,
        number: int,
        drawn: Mapping[Any, int],
        margins: Mapping[Any, str],
        root: Any,
    ) -> None:
        """Write the words of page *number*, whose box is *root*.

        *drawn* gives the number of the marked content of each box, *margins* the boxes
        that stand outside the body, and whether they are Header or Footer.
        """
        stream = _at(pdf, _at(pdf, pdf.page_references[number])["Contents"])
        pieces = [
            piece
            for piece in self._pieces[id(stream)]
            if piece.letters and (piece.box in drawn or piece.box in margins)
        ]
        if not pieces:
            return
        ink.silence(stream, {drawn[p.box] for p in pieces if p.box in drawn})
        words = "".join(each.character for piece in pieces for each in piece.letters)
        divided = apart.find(root)
        weight = apart.ballast(words, divided)
        way = Way(order.mostly_rightward(words + weight), self._leftward)
        marks = Marks(pdf, number, drawn, margins)
        page = _Page(self._carrier, way)
        for line in lines(pieces, root, stream.ctm.invert):
            page.set(line, [marks.of(piece.box) for piece in line.pieces])
        page.add(apart.signs(divided, weight, self._carrier))
        stream.stream.append(Block(page.end()))

    def close(self, pdf: pydyf.PDF, codes: Iterable[int]) -> None:
        """Put the font that carries the words where the pages look for fonts.

        *codes* are those of the glyphs that leave ink.
        """
        page = _at(pdf, pdf.page_references[0])
        fonts = _at(pdf, _at(pdf, page["Resources"])["Font"])
        ink.mean_spaces(pdf, (_at(pdf, font) for font in fonts.values()), codes)
        fonts[KEY] = self._carrier.add(pdf)


class _Page:
    """The operators of one page, and what the last of them left behind."""

    def __init__(self, carrier: Carrier, way: Way) -> None:
        self._parts: list[bytes] = [b"BT"]
        self._carrier = carrier
        self._way = way
        self._size = ""
        self._stretch = ""
        self._turn: tuple[float, ...] = ()
        self._x = self._y = 0.0
        self._mark = ""
        self._reversed = False
        self._last: DrawnLine | None = None

    def set(self, line: DrawnLine, marks: Sequence[str]) -> None:
        """Set a line, each piece in the marked content that its mark begins."""
        size, carrier = line.size, self._carrier
        words = ["".join(each.character for each in p.letters) for p in line.pieces]
        own = sum(carrier.width(character) for piece in words for character in piece)
        laid = line.width * 1000 / size
        # Whole hundredths, rather too narrow: what stands beside is not reached.
        stretch = max(floor(100 * laid / own), 1) if own and laid else 100
        start, shown = setting(words, carrier, self._way, leftward=line.leftward)
        self._begin(marks[0])
        self._face(size, stretch)
        self._close_row(line)
        self._go(line.turn, (line.x, line.y), start * size * stretch / 100_000)
        for parts, mark in zip(shown, marks, strict=True):
            self._begin(mark)
            for part in parts:
                self._turn_round(part.reversed)
                self._parts.append(part.shown)

    def _close_row(self, line: DrawnLine) -> None:
        """Show two spaces far off, unless the last line stands far enough from this one.

        pdfium gathers what is shown at about the same height into a row, and sorts it
        by its place; what comes at another height closes the row.
        """
        last, self._last = self._last, line
        level = last and last.turn == line.turn and not any(line.turn[1:3])
        if last and level and abs(last.y - line.y) > max(last.size, line.size):
            return
        self._go(line.turn, (line.x, line.y + _FAR * line.size), 0)
        space = self._carrier.code(" ")
        self._parts.append(b"(%b)Tj" % self._carrier.unlike(2 * space, space)[0])

    def add(self, signs: Iterable[bytes]) -> None:
        """Add what stands outside all marked content."""
        self._begin("")
        self._parts += signs

    def end(self) -> bytes:
        """Give all operators of the page."""
        self._begin("")
        return b"\n".join((*self._parts, b"ET"))

    def _begin(self, mark: str) -> None:
        """Begin marked content, unless it is that which is open."""
        if mark != self._mark:
            self._turn_round(False)
            if self._mark:
                self._parts.append(b"EMC")
            if mark:
                self._parts.append(mark.encode())
            self._mark = mark

    def _turn_round(self, turned: bool | None) -> None:
        if turned is not None and turned != self._reversed:
            self._parts.append(b"/ReversedChars BMC" if turned else b"EMC")
            self._reversed = turned

    def _face(self, size: float, stretch: float) -> None:
        if self._size != (sized := f"/{KEY} {_short(size)} Tf"):
            self._size = sized
            self._parts.append(sized.encode())
        if self._stretch != (stretched := f"{_short(stretch)} Tz"):
            self._stretch = stretched
            self._parts.append(stretched.encode())

    def _go(self, turn: tuple[float, ...], left: tuple[float, float], start: float) -> None:
        """Go *start* from the left end of a row, in its own direction."""
        a, b, c, d = turn
        x, y = left[0] + start * a, left[1] + start * b
        if turn != self._turn or b or c:
            place = " ".join(map(_short, (*turn, x, y)))
            self._parts.append(f"{place} Tm".encode())
            self._x, self._y = x, y
        else:
            right, up = round((x - self._x) / a), round((y - self._y) / d, 2)
            self._parts.append(f"{right} {_short(up)} Td".encode())
            self._x += right * a
            self._y += up * d
        self._turn = turn


def _at(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")

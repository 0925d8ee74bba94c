"""Write the words of each page beside the ink that draws them.

Where a document is in a script that the engine's text layer cannot say, its ink is made
silent: each piece stands as replaced by a tab (``/ActualText``), which both readers pass
over. The words are then set once more, in a font without ink, at the end of each page's
content, as a second part of the same tag, in the order in which they are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from math import fsum
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf.tags import asides
from leaflets.pdf.textlayer import order
from leaflets.pdf.textlayer.carrier import KEY, Carrier
from leaflets.pdf.textlayer.drawn import Piece
from leaflets.pdf.textlayer.rows import DrawnLine, rows
from leaflets.pdf.textlayer.setting import Line, Way, setting

_SILENT = pydyf.String("\t")
_ASIDES = frozenset(("/Pagination", "/Layout"))


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
        _silence(stream, {drawn[p.box] for p in pieces if p.box in drawn})
        words = "".join(each.character for piece in pieces for each in piece.letters)
        way = Way(order.mostly_rightward(words), self._leftward)
        tags = _row(pdf, number)
        page = _Page(self._carrier, way)
        for row in rows(pieces, root, stream.ctm.invert):
            marks = [
                [_mark(pdf, tags, p.box, drawn, margins) for p in line.pieces]
                for line in row
            ]
            page.set(row, marks)
        stream.stream.append(b"\n".join((b"BT", *page.parts, b"ET")))

    def close(self, pdf: pydyf.PDF) -> None:
        """Put the font that carries the words where the pages look for fonts."""
        page = _at(pdf, pdf.page_references[0])
        fonts = _at(pdf, _at(pdf, page["Resources"])["Font"])
        fonts[KEY] = self._carrier.add(pdf)


class _Page:
    """The operators of one page, and what the last of them left behind."""

    def __init__(self, carrier: Carrier, way: Way) -> None:
        self.parts: list[bytes] = []
        self._carrier = carrier
        self._way = way
        self._size = ""
        self._stretch = ""
        self._turn: tuple[float, ...] = ()
        self._x = self._y = 0.0

    def set(self, row: Sequence[DrawnLine], marks: Sequence[Sequence[str]]) -> None:
        """Set a row, each piece in the marked content that its mark begins."""
        size = max(row, key=lambda line: len(line.pieces)).size
        own = sum(
            self._carrier.width(letter.character)
            for line in row
            for piece in line.pieces
            for letter in piece.letters
        )
        laid = sum(line.width for line in row) * 1000 / size
        stretch = laid / own if own and laid else 1.0
        left = min(line.x for line in row)
        lines = [
            Line(
                ["".join(letter.character for letter in p.letters) for p in line.pieces],
                round((line.x - left) / (line.turn[0] or 1) * 1000 / size / stretch),
                line.leftward,
            )
            for line in row
        ]
        self._go(row[0].turn, left, row[0].y, size, stretch)
        place = b""
        for line, begun in zip(
            setting(lines, self._carrier, self._way), marks, strict=True
        ):
            for shown, mark in zip(line, begun, strict=True):
                self.parts.append(b"%b%b%bEMC" % (mark.encode(), place, shown))
                place = b" 0 0 Td"

    def _go(
        self, turn: tuple[float, ...], x: float, y: float, size: float, stretch: float
    ) -> None:
        if self._size != (sized := f"/{KEY} {_short(size)} Tf"):
            self._size = sized
            self.parts.append(sized.encode())
        if self._stretch != (stretched := f"{_short(100 * stretch)} Tz"):
            self._stretch = stretched
            self.parts.append(stretched.encode())
        a, b, c, d = turn
        if turn != self._turn or b or c:
            place = " ".join(map(_short, (*turn, x, y)))
            self.parts.append(f"{place} Tm".encode())
            self._x, self._y = x, y
        else:
            right, up = round((x - self._x) / a, 2), round((y - self._y) / d, 2)
            self.parts.append(f"{_short(right)} {_short(up)} Td".encode())
            self._x += right * a
            self._y += up * d
        self._turn = turn


def _silence(stream: pydyf.Stream, said: Container[int]) -> None:
    """Let a tab stand for the marked content that is *said* anew, and for furniture."""
    for part in stream.stream:
        if isinstance(part, pydyf.Dictionary) and (
            part.get("MCID") in said or part.get("Type") in _ASIDES
        ):
            part["ActualText"] = _SILENT


def _mark(
    pdf: pydyf.PDF,
    tags: Any,
    box: Any,
    drawn: Mapping[Any, int],
    margins: Mapping[Any, str],
) -> str:
    """Begin the marked content of a piece, and lead its tag there."""
    if box in margins:
        kind = asides.properties(margins[box])
        return f"/Artifact<<{''.join(f'/{name}{each}' for name, each in kind.items())}>>BDC"
    reference = bytes(tags[drawn[box]])
    kids = _at(pdf, reference)["K"]
    kids.insert(kids.index(drawn[box]) + 1, len(tags))
    tags.append(reference)
    return f"/Span<</MCID {len(tags) - 1}>>BDC"


def _row(pdf: pydyf.PDF, number: int) -> Any:
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    return _at(pdf, root["ParentTree"])["Nums"][2 * number + 1]


def _at(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")

"""Set a line of text in glyphs without ink, so that two readers read it alike.

The pieces of a line, which are drawn apart and have tags of their own, are set as one: in
one size, raised and small ones too, and side by side in the order that the readers want.
Lengths are thousandths of an em, before a line is stretched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from leaflets.pdf.textlayer import actualtext, order
from leaflets.pdf.textlayer.carrier import Carrier

_MANY = 4
"""Characters that are said shorter together than one by one."""


_DIRECTIONS = order.LRM + order.RLM


class Way(NamedTuple):
    """Which way the readers take a row to run."""

    rightward_page: bool
    """Whether poppler finds more rightward letters on the page than leftward ones."""

    leftward_file: bool
    """Whether the file prefers to be read from right to left."""


class Part(NamedTuple):
    """Operators that show a stretch of a line."""

    shown: bytes
    reversed: bool | None
    """Whether its strings are turned round; None for what stands for nothing, and may
    stand among either."""


class Setting(NamedTuple):
    """How a line is shown."""

    start: int
    """Where the pen must be at first, from the left end of the line."""

    pieces: list[list[Part]]
    """The parts of each piece."""


class _Placed(NamedTuple):
    character: str
    x: int
    width: int
    home: int
    """Number of its piece."""


def setting(
    pieces: Sequence[str], carrier: Carrier, way: Way, *, leftward: bool
) -> Setting:
    """Give the operators that show a line; the pen goes from the one to the next.

    *pieces* stand in the order in which they are read; *leftward* says that the line was
    laid out from right to left.
    """
    letters = _letters(pieces, way, leftward=leftward)
    text = "".join(character for character, _ in letters)
    places = order.for_poppler(text, way.rightward_page)
    placed = _place(letters, places, carrier)
    shown, turned = order.for_pdfium(text, way.leftward_file or None)
    anew: dict[int, _Placed] = {}
    for block in _apart(places, shown, turned):
        anew |= _again(placed, block, turned, carrier)
    own: dict[int, list[tuple[int, _Placed]]] = defaultdict(list)
    other: dict[int, list[_Placed]] = defaultdict(list)
    for n, each in enumerate(placed):
        own[each.home].append((n, each))
    for n in shown:
        if n in anew:
            other[placed[n].home].append(anew[n])
    pen = _Pen(carrier)
    parts = [_piece(own[n], other[n], anew, pen) for n in range(len(pieces))]
    return Setting(pen.start or 0, parts)


class _Pen:
    """Shows characters, and knows where it stands; it begins where the first one is."""

    def __init__(self, carrier: Carrier) -> None:
        self.start: int | None = None
        self._carrier = carrier
        self._x = 0

    def show_one(self, each: _Placed) -> bytes:
        """Show a character alone, which pdfium passes over as it has no ink."""
        return self._show(self._carrier.code(each.character), each.x, each.x + each.width)

    def show_joiner(self, x: int) -> bytes:
        """Show a sign without a meaning alone."""
        width = self._carrier.width(order.JOINER)
        return self._show(self._carrier.code(order.JOINER), x, x + width)

    def show(self, run: Sequence[_Placed]) -> bytes:
        """Show neighbours as one object that pdfium reads.

        What it needs more stands within the last of them, where poppler does not take it
        for something that overlaps the next word, and tear the line.
        """
        carrier = self._carrier
        shown = b"".join([carrier.code(each.character) for each in run])
        unseen = order.companion(run[-1].character)
        more, wide = carrier.code(unseen), carrier.width(unseen)
        codes, times = carrier.unlike(shown + more if len(run) == 1 else shown, more)
        times += len(run) == 1
        end = run[-1].x + run[-1].width
        if not times:
            return self._show(codes, run[0].x, end)
        back = max(min(times * wide, run[-1].width - wide), 0)
        if not back:
            return self._show(codes, run[0].x, end + times * wide)
        end += times * wide - back
        return self._show(b"%b)%d(%b" % (shown, back, more * times), run[0].x, end)

    def _show(self, codes: bytes, x: int, end: int) -> bytes:
        if self.start is None:
            self.start = self._x = x
        move, self._x = self._x - x, end
        if move:
            return b"[%d(%b)]TJ" % (move, codes)
        return b"[(%b)]TJ" % codes if b")" in codes else b"(%b)Tj" % codes


def _apart(
    stands: Sequence[int], shown: Sequence[int], turned: Container[int]
) -> Iterator[list[int]]:
    """Give the stretches that the two readers want in another order or in other signs.

    *stands* is the order for poppler, *shown* that for pdfium; what both want alike is
    left out. A sign alone takes a neighbour along, as pdfium needs two.
    """
    start = 0
    while start < len(shown):
        stop, there, here = start, set[int](), set[int]()
        while stop == start or there != here:
            there.add(stands[stop])
            here.add(shown[stop])
            stop += 1
        if stop == start + 1 and shown[start] in turned and stop < len(shown):
            more, there, here = stop, set[int](), set[int]()
            while more == stop or there != here:
                there.add(stands[more])
                here.add(shown[more])
                more += 1
            stop = more
        block = list(shown[start:stop])
        if len(block) > 1 or block[0] in turned:
            yield block
        start = stop


def _letters(pieces: Sequence[str], way: Way, *, leftward: bool) -> list[tuple[str, int]]:
    letters = [(each, piece) for piece, words in enumerate(pieces) for each in words]
    text = "".join(pieces)
    if way.rightward_page:
        signs = order.marked_on_rightward_page(text)
    elif leftward:
        signs = order.marked_on_leftward_page(text)
    else:
        signs = order.marked_beside(text)
    marked: list[tuple[str, int]] = []
    for place, (character, home) in enumerate(letters):
        marked.append((character, home))
        marked += [(sign, home) for sign in signs.get(place, "")]
    return marked


def _place(
    letters: Sequence[tuple[str, int]], places: Sequence[int], carrier: Carrier
) -> list[_Placed]:
    placed = [_Placed("", 0, 0, 0)] * len(letters)
    x = 0
    for place in places:
        character, home = letters[place]
        width = carrier.width(character)
        placed[place] = _Placed(character, x, width, home)
        x += width
    return placed


def _again(
    placed: Sequence[_Placed],
    block: Sequence[int],
    turned: Container[int],
    carrier: Carrier,
) -> dict[int, _Placed]:
    """Place characters one after the other as pdfium wants them, mirrored ones too."""
    found: dict[int, _Placed] = {}
    x = min(placed[place].x for place in block)
    for place in block:
        character, _, _, home = placed[place]
        if place in turned:
            character = order.mirror(character)
        width = carrier.width(character)
        found[place] = _Placed(character, x, width, home)
        x += width
    return found


def _piece(
    own: Sequence[tuple[int, _Placed]],
    anew: Sequence[_Placed],
    apart: Container[int],
    pen: _Pen,
) -> list[Part]:
    """Show the characters of a piece as they are read; *apart* are shown for each reader.

    What is shown for pdfium alone stands for nothing by its ActualText, which poppler
    heeds and pdfium does not if it is empty.
    """
    parts: list[Part] = []
    for alone, group in groupby(own, lambda each: each[0] in apart):
        run = [each for _, each in group]
        if alone:
            parts += [Part(shown, None) for shown in _for_poppler(run, pen)]
            continue
        for stretch, leftward in _stretches(run):
            shown = pen.show(stretch[::-1] if leftward else stretch)
            parts.append(Part(shown, leftward))
    if anew:
        shown = b"".join(map(pen.show, _neighbours(anew)))
        parts.append(Part(b"/Span<</ActualText()>>BDC%b\nEMC" % shown, None))
    return parts


def _for_poppler(run: Sequence[_Placed], pen: _Pen) -> Iterator[bytes]:
    """Show characters in objects of one each, which pdfium passes over without ink.

    Where many stand from left to right two joiners, where they begin and where they end,
    stand for all by their ActualText, which pdfium then does not come to see. A reader that
    knows of no ActualText meets no letter and no figure there that is said again.
    """
    for stretch in _neighbours(run):
        words = "".join(each.character for each in stretch).rstrip(_DIRECTIONS)
        many = len(words) if len(words) >= _MANY else 0
        if many:
            told = actualtext.literal(words)
            ends = pen.show_joiner(stretch[0].x) + pen.show_joiner(
                stretch[many - 1].x + stretch[many - 1].width - 1
            )
            yield b"/Span<</ActualText%b>>BDC%b\nEMC" % (told, ends)
        yield from map(pen.show_one, stretch[many:])


def _neighbours(run: Iterable[_Placed]) -> list[list[_Placed]]:
    found: list[list[_Placed]] = []
    for each in run:
        if found and found[-1][-1].x + found[-1][-1].width == each.x:
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _stretches(own: Sequence[_Placed]) -> list[tuple[list[_Placed], bool]]:
    """Cut characters where they do not stand side by side, in the one way or the other."""
    found: list[tuple[list[_Placed], int]] = []
    for each in own:
        if found:
            stretch, way = found[-1]
            last = stretch[-1]
            if (
                way >= 0
                and last.x + last.width == each.x
                and not (each.width == 0 and way == 0)
            ):
                found[-1] = [*stretch, each], 1
                continue
            if way <= 0 and each.x + each.width == last.x:
                found[-1] = [*stretch, each], -1
                continue
        found.append(([each], 0))
    return [(stretch, way < 0) for stretch, way in found]

"""How truly the words of a page can be taken out of the finished file again.

What a screen reader or copy and paste gets from a PDF is its text layer. What a reader
took out is measured against the words that were laid out, letter by letter (``letters``
says what a letter is): 1 less the Levenshtein distance over the longer of the two. The
worst page counts.

Two figures are given of each reader:

``in_order``
    Nothing may stand elsewhere than it was laid out; but the furniture of a page (running
    head, page number) may be taken up before the body or after it.
``similarity``
    As a reader of a page decides by places which block comes first, a block (a paragraph,
    a cell, the number of an item) is expected where the reader takes it, whole and
    undivided; where the same words stand twice, in either place. Of a reader that goes by
    place alone, lines of blocks that stand side by side are expected likewise: it reads
    across cells. A block inside another, a letter
    too few, too many or in a wrong place counts. The order of blocks is for the tags to
    say, which are compared word for word, in order, over the whole file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, zip_longest
from operator import itemgetter

import pypdfium2
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from leaflets.errors import RenderError
from leaflets.pdf.rendered import PageText
from leaflets.pdf.textlayer.letters import PERHAPS, around, laid_out, letters

REACH = 20
"""Letters that are shown on each side of a difference."""

_GOES_ON = "\u00ad\n"
"""A word that is broken at the end of a page."""

_TAKEN = "\x01"
_LIKE = 50.0
"""Of 100: how like a stretch of the text must be to a block to be taken for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where two texts first part, with what stands round the place in each."""

    page: int
    """First page is 1; 0 for one that is about the whole file."""

    wanted: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How like its words what a reader took out of a file is."""

    pages: tuple[float, ...]
    """Similarity of each page; of a whole file that is read in one, one figure."""

    in_order: float
    """That of the worst page, nothing moved."""

    difference: Difference | None
    """On the worst page; None where all is the same."""

    @property
    def similarity(self) -> float:
        """That of the worst page; 0 for a file without pages."""
        return min(self.pages, default=0.0)

    @property
    def page(self) -> int:
        """Number of the worst page, from 1; 0 for a file without pages."""
        return self.pages.index(self.similarity) + 1 if self.pages else 0


def compare(
    pages: Sequence[PageText], texts: Sequence[str], *, by_place: bool = False
) -> Compared:
    """Compare what a reader took out of each page with the words laid out on it.

    *by_place* says that the reader knows no order but that of places. A page too many or
    too few is not like any.
    """
    ordered: list[float] = []
    alike: list[float] = []
    worst: _Pair | None = None
    for page, text in zip_longest(pages, texts, fillvalue=None):
        pair = _Pair(page or PageText(""), text or "", by_place=by_place)
        ordered.append(pair.in_order() if page and text is not None else 0.0)
        alike.append(pair.as_taken() if page and text is not None else 0.0)
        if alike[-1] < 1.0 and alike[-1] == min(alike):
            worst = pair
    where = alike.index(min(alike)) + 1 if alike else 0
    return Compared(
        pages=tuple(alike),
        in_order=min(ordered, default=0.0),
        difference=worst.difference(where) if worst else None,
    )


def compare_whole(wanted: Iterable[str], found: Iterable[str]) -> Compared:
    """Compare blocks with blocks in their order, as one text."""
    pair = _Pair(PageText("\n".join(wanted)), "\n".join(found))
    alike = pair.in_order()
    return Compared(
        pages=(alike,),
        in_order=alike,
        difference=pair.difference(0) if alike < 1.0 else None,
    )


def run_together(wanted: Iterable[str], found: Iterable[str]) -> Difference | None:
    """Say where words that white space parts were read as one; None if nowhere.

    *wanted* are texts that go on from one to the next, *found* are blocks; their letters
    are the same. White space too many is not asked about.
    """
    one = "".join(wanted).replace(_GOES_ON, "")
    other = "\n".join(found)
    lost = sorted(_breaks(one) - _breaks(other))
    if not lost:
        return None
    return Difference(
        page=0, wanted=around(one, lost[0], REACH), found=around(other, lost[0], REACH)
    )


def _breaks(text: str) -> set[int]:
    """Give the number of letters before each stretch of white space between words."""
    return set(accumulate(len(letters(word)) for word in text.split()))


def rounded(similarity: float) -> float:
    """Give four digits of a similarity, never more than there is."""
    return math.floor(similarity * 10_000) / 10_000


def version() -> str:
    """Give the version of pdfium."""
    return str(pypdfium2.version.PDFIUM_INFO.version)


def extract(pdf: bytes) -> tuple[str, ...]:
    """Take the text of each page out, as pdfium does.

    Raises RenderError if the file cannot be opened.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise RenderError(f"the finished file cannot be opened: {error}") from error
    try:
        texts = []
        for page in document:
            layer = page.get_textpage()
            # pdfium has a sign of its own for a hyphen at the end of a line.
            texts.append(layer.get_text_range().replace("\ufffe", "-"))
            layer.close()
            page.close()
        return tuple(texts)
    finally:
        document.close()


class _Pair:
    """The words of a page, and what came out of it."""

    def __init__(self, page: PageText, text: str, *, by_place: bool = False) -> None:
        blocks = page.blocks or (() if page.furniture else page.text.split("\n"))
        if by_place and page.pieces:
            blocks = page.pieces
        self._text = text
        self._found, left = _without(letters(text), page.furniture)
        self._blocks = [each for each in (*blocks, *left) if letters(each)]
        self._longest = max(len(letters(page.text)), len(letters(text)), 1)

    def in_order(self) -> float:
        """Say how alike they are as they stand."""
        return self._alike(self._blocks)

    def as_taken(self) -> float:
        """Say how alike they are once each block is where the reader takes it up."""
        best = self._alike(self._blocks), self._blocks
        for find in (_with_next, _first):
            if best[0] < 1.0:
                blocks = _as_taken(self._blocks, self._found, find)
                best = max(best, (self._alike(blocks), blocks), key=itemgetter(0))
        alike, self._blocks = best
        return alike

    def difference(self, page: int) -> Difference:
        """Say where they first part."""
        wanted = "".join(map(laid_out, self._blocks))
        _, place, other = next(_edits(wanted, self._found), ("", 0, 0))
        head = letters(self._text).find(self._found)  # furniture, which was cut off
        return Difference(
            page=page,
            wanted=around("\n".join(self._blocks), place, REACH),
            found=around(self._text, max(head, 0) + other, REACH),
        )

    def _alike(self, blocks: Sequence[str]) -> float:
        wanted = "".join(map(laid_out, blocks))
        if wanted == self._found:
            return 1.0
        wrong = sum(1 for _ in _edits(wanted, self._found))
        return max(1.0 - wrong / self._longest, 0.0)


def _edits(wanted: str, found: str) -> Iterator[tuple[str, int, int]]:
    """Give the edits that lead from one to the other, but for hyphens that may be lost."""
    for edit in Levenshtein.editops(wanted, found):
        kind, place, other = edit.tag, edit.src_pos, edit.dest_pos
        lost = kind == "delete" or (kind == "replace" and found[other] == "-")
        if not (lost and wanted[place] == PERHAPS):
            yield kind, place, other


def _without(found: str, furniture: Iterable[str]) -> tuple[str, list[str]]:
    """Cut furniture off the head and the tail of a text; give what was not found there."""
    left = sorted(furniture, key=len, reverse=True)
    again = True
    while again:
        again = False
        for block in list(left):
            words = letters(block)
            if found.startswith(words):
                found = found[len(words) :]
            elif found.endswith(words):
                found = found[: len(found) - len(words)]
            else:
                continue
            left.remove(block)
            again = True
    return found, left


_Find = Callable[[Sequence[str], int, str], re.Match[str] | None]
"""Finds the place in a text of the pattern with a number."""


def _as_taken(blocks: Sequence[str], found: str, find: _Find) -> list[str]:
    """Put blocks in the order in which a reader took them up.

    The longest chooses first, so that a number is not taken for a part of a sentence.
    What is nowhere as it should be is placed by what is most like it, and otherwise
    stays behind its neighbour.
    """
    patterns = [laid_out(block) for block in blocks]
    places: list[int | None] = [None] * len(blocks)
    by_length = sorted(range(len(blocks)), key=lambda n: (-len(patterns[n]), n))
    for number in by_length:
        if match := find(patterns, number, found):
            places[number] = match.start()
            found = _struck(found, match.start(), match.end())
    for number in by_length:
        if places[number] is None:
            near = fuzz.partial_ratio_alignment(patterns[number], found)
            if near is not None and near.score >= _LIKE:
                places[number] = near.dest_start - near.src_start
    keys = [(places[0] if places[0] is not None else -1, 0)] if blocks else []
    for before, number in pairwise(range(len(blocks))):
        place = places[number]
        keys.append((keys[before][0] if place is None else place, number))
    return [blocks[number] for _, number in sorted(keys)]


def _with_next(patterns: Sequence[str], number: int, found: str) -> re.Match[str] | None:
    """Find a block where the next one follows, if there is such a place, else the first."""
    here, after = map(_expression, (patterns[number], "".join(patterns[number + 1 :][:1])))
    return re.search(f"{here}(?={after})", found) or re.search(here, found)


def _first(patterns: Sequence[str], number: int, found: str) -> re.Match[str] | None:
    """Find a block where it comes first."""
    return re.search(_expression(patterns[number]), found)


def _expression(pattern: str) -> str:
    return "-?".join(map(re.escape, pattern.split(PERHAPS)))


def _struck(text: str, start: int, stop: int) -> str:
    return text[:start] + _TAKEN * (stop - start) + text[stop:]

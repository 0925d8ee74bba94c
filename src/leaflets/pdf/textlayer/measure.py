"""How truly the words of a page can be taken out of the finished file again.

What a screen reader or copy and paste gets from a PDF is its text layer. It is measured
with pdfium, as most readers use it, against the words that were laid out.

White space, hyphens at line ends and the invisible signs that only guide direction,
joining or breaking are no words and do not count. Neither does the order of blocks: a
reader may take up a page number or a running head before the body, where the words say
it after. So each block that comes out exactly is crossed out on both sides, the longest
first, wherever it stands; only what is left is compared letter by letter, in order. All
letters count in the measure, and whatever comes out besides the words counts against it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

import pypdfium2
from rapidfuzz.distance import Levenshtein

from leaflets.errors import RenderError

_NO_WORDS = re.compile(
    "["
    "\\s\x00-\x1f\x7f"
    "\u00ad\u2010"  # hyphens that a line end brings
    "\u200b-\u200d\u2060\ufeff"  # joining and breaking
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction
    "]+"
)
_CROSSED = "\x00"


def similarity(pdf: bytes, pages: Sequence[str]) -> tuple[float, ...]:
    """Say for each page how like its words the text is that comes out: 1 is the same.

    *pages* holds the words of each page, blocks divided by line ends. The page that is
    worst counts for the file. Raises RenderError if the file cannot be opened.
    """
    return tuple(
        _alike(words, found)
        for words, found in zip_longest(pages, extract(pdf), fillvalue="")
    )


def extract(pdf: bytes) -> tuple[str, ...]:
    """Take the text of each page out, as a reader would."""
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


def _alike(words: str, found: str) -> float:
    blocks = [plain for block in words.split("\n") if (plain := _plain(block))]
    whole, taken = "".join(blocks), _plain(found)
    longest = max(len(whole), len(taken))
    if whole == taken:
        return 1.0
    left = list(blocks)
    for block in sorted(blocks, key=len, reverse=True):
        place = taken.find(block)
        if place >= 0:
            taken = taken[:place] + _CROSSED + taken[place + len(block) :]
            left.remove(block)
    rest = taken.replace(_CROSSED, "")
    return 1.0 - Levenshtein.distance("".join(left), rest) / longest


def _plain(text: str) -> str:
    return _NO_WORDS.sub("", unicodedata.normalize("NFC", text))

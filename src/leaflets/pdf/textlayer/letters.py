"""What of a text is compared: its letters, without what is no word to any reader.

Set aside are

- white space, that of no width too (zero width space, word joiner, the byte order mark),
  and soft hyphens: they stand where a line may break, and readers write their own;
- control codes;
- the signs of direction of the Unicode property Bidi_Control: poppler writes some round
  every row, and none is heard.

All else counts: letters, digits, brackets, marks on letters, and the joiners ZWNJ and
ZWJ, which make other words in Persian and Hindi. A hyphen counts, but not which of them
it is: pdfium does not tell at the end of a line.
"""

from __future__ import annotations

import re
import unicodedata

_ASIDE = (
    "\\s\x00-\x1f\x7f-\x9f"
    "\u00ad\u200b\u2060\ufeff"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
)
_NO_LETTERS = re.compile(f"[{_ASIDE}]+")
_LETTER = re.compile(f"[^{_ASIDE}]")
_HYPHENS = str.maketrans({"\u2010": "-", "\ufffe": "-"})
"""U+2010, and what pdfium writes for a hyphen at the end of a line."""

_LINE_END = re.compile("[-\u2010](?=\\s)")

PERHAPS = "\x00"
"""Stands for a hyphen at the end of a line: readers that join lines leave it out."""


def letters(text: str) -> str:
    """Give what counts of a text, in the composed form (NFC)."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFC", text)).translate(_HYPHENS)


def laid_out(block: str) -> str:
    """Give what counts of a block that was laid out, line ends joined by a space.

    A hyphen before white space becomes PERHAPS.
    """
    pieces = _LINE_END.split(block)
    return PERHAPS.join(letters(piece) for piece in pieces)


def around(text: str, place: int, reach: int) -> str:
    """Give what stands in *text* round its letter number *place*, white space as it is."""
    composed = unicodedata.normalize("NFC", text)
    starts = [found.start() for found in _LETTER.finditer(composed)]
    if not starts:
        return ""
    first = starts[min(max(place - reach, 0), len(starts) - 1)]
    last = starts[min(place + reach, len(starts) - 1)] + 1
    return " ".join(composed[first:last].split())

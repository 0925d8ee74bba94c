"""Write words as a literal string of a PDF (ISO 32000-1, 7.9.2.2)."""

from __future__ import annotations

import codecs
import re

import pikepdf  # noqa: F401 - knows the encoding

_ENCODING = "pdfdoc_pikepdf"
"""PDFDocEncoding: western letters, dashes and quotation marks in a byte each."""

_ESCAPED = re.compile(rb"[()\\\r]")


def literal(words: str) -> bytes:
    """Give *words* as a literal string, in one byte a character if that is enough."""
    try:
        said = words.encode(_ENCODING)
    except UnicodeEncodeError:
        said = codecs.BOM_UTF16_BE + words.encode("utf-16-be")
    return b"(%b)" % _ESCAPED.sub(_escaped, said)


def _escaped(sign: re.Match[bytes]) -> bytes:
    return b"\\r" if sign[0] == b"\r" else b"\\" + sign[0]

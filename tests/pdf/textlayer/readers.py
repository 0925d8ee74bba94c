"""What two readers take out of a file, without what is no word to either."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

from leaflets.pdf.textlayer import measure

_NO_WORDS = re.compile(
    "[\\s\x00-\x1f\u00ad\u200b\u2060\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)


def plain(text: str) -> str:
    """Leave out white space and signs of direction; ZWNJ and ZWJ are kept."""
    return _NO_WORDS.sub("", unicodedata.normalize("NFC", text))


def poppler(pdf: bytes, folder: Path) -> list[str]:
    """Give the text of each page as ``pdftotext`` does."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True
    )
    return found.stdout.decode().split("\f")[:-1]


def pdfium(pdf: bytes) -> list[str]:
    """Give the text of each page as pdfium does."""
    return list(measure.extract(pdf))

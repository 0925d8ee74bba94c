"""A composed page as one file that a browser can open anywhere.

Its fonts are cut to the letters that it shows and stand in the file (SIL OFL 1.1), so
that it looks the same on every machine and asks the network for nothing.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from functools import lru_cache

from leaflets.compose.html import Composition
from leaflets.model.locale import Locale
from leaflets.pdf.fonts import FontFile, FontSet
from leaflets.pdf.webfonts import subset_woff2

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def web_page(
    composition: Composition, fontset: FontSet, families: Sequence[str], locale: Locale
) -> str:
    """Put its fonts into a page."""
    shown = frozenset(_TAG.sub("", _STYLE.sub("", composition.html)))
    faces = [
        _face(file, shown)
        for file in fontset.files
        if file.family in families and (locale.italic or not file.italic)
    ]
    rules = "\n".join(face for face in faces if face)
    return composition.html.replace("<style>", f"<style>\n{rules}\n", 1)


def _face(file: FontFile, shown: frozenset[str]) -> str:
    data = _cut(file, "".join(sorted(shown)))
    if not data:
        return ""
    style = "italic" if file.italic else "normal"
    return (
        f'@font-face{{font-family:"{file.family}";font-weight:{file.weight};'
        f"font-style:{style};font-display:swap;"
        f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
    )


@lru_cache(maxsize=16)
def _cut(file: FontFile, characters: str) -> str:
    return base64.b64encode(subset_woff2(file, characters)).decode()

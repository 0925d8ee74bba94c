"""Cut a font down to the characters of a page, for a web file that carries its fonts.

Every rule for joining and placing letters that the characters can reach is kept, so
that Arabic, Nastaliq and the scripts of India are shaped as in print.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

import uharfbuzz
from fontTools.ttLib import TTFont

from leaflets.errors import RenderError
from leaflets.pdf.fonts import FontFile

_ALWAYS = " \u00a0\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069"
"""Space, joiners and direction marks: what a browser needs and no text shows."""


def subset_woff2(fontfile: FontFile, characters: Iterable[str]) -> bytes:
    """Give *fontfile* with the glyphs for *characters* only, as WOFF2.

    The same characters give the same bytes, in whatever order they come. Characters
    that the font has not are passed over. Raises RenderError if the font has none.
    """
    wanted = {ord(character) for text in characters for character in text}
    blob = uharfbuzz.Blob(fontfile.path.read_bytes())
    face = uharfbuzz.Face(blob, fontfile.index)
    if not wanted & set(face.unicodes):
        raise RenderError(f"font {fontfile.family!r} has none of the characters asked for")
    order = uharfbuzz.SubsetInput()
    order.sets(uharfbuzz.SubsetInputSets.UNICODE).update(
        sorted(wanted | {ord(character) for character in _ALWAYS})
    )
    features = order.sets(uharfbuzz.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.clear()
    features.invert()  # nothing, inverted: every feature
    order.flags = uharfbuzz.SubsetFlags.NO_HINTING
    cut = uharfbuzz.subset(face, order)
    return _woff2(cut.blob.data)


def _woff2(font: bytes) -> bytes:
    written = io.BytesIO()
    with TTFont(io.BytesIO(font), recalcTimestamp=False) as cut:
        cut.flavor = "woff2"
        cut.save(written, reorderTables=None)
    return written.getvalue()

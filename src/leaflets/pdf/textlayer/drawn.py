"""Note the characters of each piece of text while the engine draws it.

Pango says of each glyph which cluster of characters it draws. The engine keeps only one
meaning of each glyph; here the clusters are noted beside it, with the width that each
takes, and nothing of the drawing is touched.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from weasyprint.draw import text as drawing
from weasyprint.text.ffi import FROM_UNITS, ffi

from leaflets.pdf import lineends
from leaflets.pdf.lettermap import Fonts

_BREAKING = frozenset("\u00ad\u200b\u2060\ufeff")
_NO_WIDTH = frozenset(("Mn", "Me", "Cf"))


class Letter(NamedTuple):
    """One character of a line."""

    character: str
    width: float
    """In CSS pixels; 0 for marks and joiners."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """What is drawn of one text box."""

    box: Any
    stream: Any
    letters: tuple[Letter, ...]
    """In the order in which they are read."""

    matrix: Any
    """From the line to the page's own space, as it stands after drawing began."""

    size: float
    """Size of the type in CSS pixels."""


def draw_first_line(
    stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any
) -> Any:
    """Draw a line as the engine does, and note it if the fonts keep a note."""
    emojis = lineends.draw_first_line(
        stream, textbox, text_overflow, block_ellipsis, matrix
    )
    fonts = stream._fonts  # noqa: SLF001 - the one thing that all streams of a file share
    notes = fonts.pieces if isinstance(fonts, Fonts) else None
    if notes is not None and textbox.text.strip():
        notes.append(
            Piece(
                box=textbox,
                stream=stream,
                letters=tuple(_followed(_letters(textbox.pango_layout), textbox)),
                matrix=matrix @ stream.ctm,
                size=textbox.style["font_size"],
            )
        )
    return emojis


def mend() -> None:
    """Let the engine draw lines by this function; a second time changes nothing."""
    drawing.draw_first_line = draw_first_line


def _followed(letters: list[Letter], textbox: Any) -> list[Letter]:
    """Say what follows a box, in no more width than its ink has."""
    followed = getattr(textbox, "followed", "")
    if followed == lineends.BROKEN and letters:
        letters[-1] = letters[-1]._replace(character=followed)
    elif followed == lineends.SPACE and letters and not letters[-1].character.isspace():
        letters.append(Letter(followed, 0.0))
    return letters


def _letters(layout: Any) -> list[Letter]:
    line, _ = layout.get_first_line()
    text = layout.text.encode()
    clusters: dict[int, tuple[int, int]] = {}
    run = line.runs[0]
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        run = run.next
        starts: dict[int, int] = {}
        for number in range(glyphs.num_glyphs):
            start = glyphs.log_clusters[number]
            width = glyphs.glyphs[number].geometry.width
            starts[start] = starts.get(start, 0) + width
        stops = [*sorted(starts)[1:], item.length]
        for start, stop in zip(sorted(starts), stops, strict=True):
            clusters[item.offset + start] = item.offset + stop, starts[start]
    letters: list[Letter] = []
    for start in sorted(clusters):
        stop, width = clusters[start]
        letters += _shared(text[start:stop].decode(), width * FROM_UNITS)
    return letters


def _shared(cluster: str, width: float) -> list[Letter]:
    """Share the width of a cluster out among its characters."""
    shares = _shares(cluster)
    return [Letter(character, width * share) for character, share in shares]


@lru_cache(maxsize=4096)
def _shares(cluster: str) -> tuple[tuple[str, float], ...]:
    kept = [each for each in cluster if _said(each)]
    wide = [unicodedata.category(each) not in _NO_WIDTH for each in kept]
    if not any(wide):
        return tuple((each, float(not n)) for n, each in enumerate(kept))
    return tuple(
        (each, has_width / sum(wide)) for each, has_width in zip(kept, wide, strict=True)
    )


def _said(character: str) -> bool:
    """Say whether a character is one of the words: signs of direction are none."""
    if character in _BREAKING:
        return False
    if unicodedata.category(character) == "Cf":
        return unicodedata.bidirectional(character) == "BN"
    return True

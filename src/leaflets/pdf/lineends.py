"""Mend a fault of the engine: it shows no space where a line ends.

WeasyPrint 70.0 drops the space at which it breaks a line, and draws nothing of a text box
that holds a space alone. Whoever goes from tag to tag then reads "thelast". A word break
must be there (ISO 32000-1, 14.8.2.5), so here a string that is followed by such a space,
or that ends a block, ends with the space of its font, which has no ink and moves nothing
behind it: the pen goes back.

The hyphen at which a word is broken is none of its letters: U+00AD stands for it
(14.8.2.2.3).

While lines are laid out it is noted what follows each; while they are drawn it is added,
if the fonts of the document say so (``Fonts.spaced``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from weasyprint.draw import text as drawing
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.ffi import FROM_UNITS, ffi, harfbuzz, pango

SPACE, BROKEN, ENDED = " ", "\u00ad", "\n"
"""What follows a text box: a space, the rest of its last word, or another block."""

_ENGINES_LINE = inline.get_next_linebox
_ENGINES_DRAWING = drawing.draw_first_line
_BLANK = frozenset(" \t\n\f\r\u0085\u2028\u2029")
_SHOWN = re.compile(rb"\[(.*<[0-9a-f]*?)([0-9a-f]{4})>([-0-9. ]*)\] TJ", re.DOTALL)
_HYPHEN = b"/Span <</ActualText <FEFF00AD>>> BDC"

_Skip = Mapping[int, Any] | None

ffi.cdef(
    "hb_bool_t hb_font_get_nominal_glyph"
    "(hb_font_t *font, hb_codepoint_t character, hb_codepoint_t *glyph);"
)


def get_next_linebox(context: Any, linebox: Any, *rest: Any, **named: Any) -> Any:
    """Lay out a line as the engine does, and note in its text boxes what follows them."""
    line, resume = _ENGINES_LINE(context, linebox, *rest, **named)
    last: Any = None
    for box in _texts(line):
        if box.text.strip():
            if last is not None and getattr(last, "followed", "") == ENDED:
                last.followed = ""  # it ends a block that stands in this line
            last = box
        elif last is not None and box.text:
            last.followed = SPACE
    if last is not None and resume is None:
        last.followed = ENDED
    elif last is not None:
        before = _last(linebox, resume)
        if before in _BLANK or _first(linebox, resume) in _BLANK:
            last.followed = SPACE
        elif before != last.text[-1] and last.text.endswith(
            last.style["hyphenate_character"]
        ):
            last.followed = BROKEN
    return line, resume


def draw_first_line(stream: Any, textbox: Any, *rest: Any) -> Any:
    """Draw a line as the engine does, and add what follows it."""
    emojis = _ENGINES_DRAWING(stream, textbox, *rest)
    followed = getattr(textbox, "followed", "")
    fonts = stream._fonts  # noqa: SLF001 - the one thing that all streams of a file share
    if followed and getattr(fonts, "spaced", False) and stream.stream:
        shown = _SHOWN.fullmatch(stream.stream[-1])
        if shown is not None:
            if followed == BROKEN:
                _replace_hyphen(stream, shown)
            elif textbox.pango_layout.text[-1] not in _BLANK:  # some keep theirs
                _add_space(stream, textbox, shown)
    return emojis


def said(textbox: Any) -> str:
    """Give the words of a text box with what follows them: a space, or U+00AD."""
    text, followed = str(textbox.text), getattr(textbox, "followed", "")
    if followed == BROKEN:
        return text.removesuffix(textbox.style["hyphenate_character"]) + followed
    return text + SPACE if followed == SPACE and text[-1:] not in _BLANK else text


def mend() -> None:
    """Let the engine lay lines out by this; a second time changes nothing.

    ``textlayer.drawn`` draws them.
    """
    inline.get_next_linebox = get_next_linebox


def _texts(box: Any) -> Iterator[Any]:
    """Give the text boxes of a line; what stands out of the flow is not in it."""
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.TextBox):
            yield child
        elif child.is_in_normal_flow():
            yield from _texts(child)


def _last(box: Any, skip: _Skip) -> str:
    """Give the last character before the place *skip*; before the end, if it is None."""
    if isinstance(box, boxes.TextBox):
        text = box.text.encode()
        return str(text[: next(iter(skip)) if skip else len(text)].decode()[-1:])
    children = getattr(box, "children", ())
    place, inside = next(iter(skip.items())) if skip else (len(children), None)
    if inside is not None and (found := _last(children[place], inside)):
        return found
    return next(
        (found for each in reversed(children[:place]) if (found := _last(each, None))), ""
    )


def _first(box: Any, skip: _Skip) -> str:
    """Give the first character behind the place *skip*; that at the start, if it is None."""
    place, inside = next(iter(skip.items())) if skip else (0, None)
    if isinstance(box, boxes.TextBox):
        return str(box.text.encode()[place:].decode()[:1])
    children = getattr(box, "children", ())
    for number, child in enumerate(children[place:]):
        if found := _first(child, None if number else inside):
            return found
    return ""


def _add_space(stream: Any, textbox: Any, shown: re.Match[bytes]) -> None:
    """Let the last string of a text box end with a space."""
    run = textbox.pango_layout.get_first_line()[0].runs[0]
    while run.next != ffi.NULL:
        run = run.next
    face = run.data.item.analysis.font
    font, size = stream.add_font(face)
    glyph = _space(font)
    if font.bitmap or not glyph:
        return
    if glyph not in font.to_unicode:
        font.to_unicode[glyph] = SPACE
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(
            face, glyph, stream.ink_rect, stream.logical_rect
        )
        width = stream.logical_rect.width * FROM_UNITS / size
        font.widths[glyph] = round(width * 1000)
    head, last, moved = shown.groups()
    between = b">%b<" % moved if moved.strip() else b""
    # The pen goes back: a run that ends with its ink is what all checks look for.
    stream.stream[-1] = b"[%b%b%b%04x>%d] TJ" % (
        head,
        last,
        between,
        glyph,
        font.widths[glyph],
    )


def _space(font: Any) -> int:
    """Give the glyph of a space in a font; 0 if it has none."""
    glyph = ffi.new("hb_codepoint_t *")
    found = harfbuzz.hb_font_get_nominal_glyph(font.hb_font, ord(SPACE), glyph)
    return int(glyph[0]) if found else 0


def _replace_hyphen(stream: Any, shown: re.Match[bytes]) -> None:
    """Let U+00AD stand for the last glyph of a text box."""
    head, last, moved = shown.groups()
    start = head[:-1] if head.endswith(b"<") else head + b">"
    del stream.stream[-1]
    if start:
        stream.stream.append(b"[%b] TJ" % start)
    stream.stream += (_HYPHEN, b"[<%b>%b] TJ" % (last, moved), b"EMC")

"""A font that is cut for the web shapes the same words the same way."""

from __future__ import annotations

import io

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from leaflets.errors import RenderError
from leaflets.pdf.fonts import FontSet
from leaflets.pdf.webfonts import subset_woff2

WORDS = {
    "Noto Sans": "Affect: 020 7946 0123 – 15 %",
    "Noto Naskh Arabic": "بعد فقدان الحمل ٠٢٠",
    "Noto Nastaliq Urdu": "حمل کے ضائع ہونے کے بعد",
    "Noto Sans Devanagari": "गर्भपात के बाद क्षमा",
    "Noto Sans Bengali": "গর্ভপাতের পরে",
    "Noto Sans CJK SC": "流产之后，2026",
}


def _shaped(font: bytes, text: str) -> list[tuple[object, ...]]:
    """Shape *text*: advance, offsets and extents of each glyph, whatever its number."""
    face = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(font)))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(face, buffer)
    return [
        (
            place.x_advance,
            place.x_offset,
            place.y_offset,
            face.get_glyph_extents(info.codepoint),
        )
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def _plain(woff: bytes) -> bytes:
    written = io.BytesIO()
    with TTFont(io.BytesIO(woff)) as font:
        font.flavor = None
        font.save(written)
    return written.getvalue()


@pytest.mark.parametrize(("family", "words"), WORDS.items(), ids=WORDS)
def test_words_are_shaped_as_in_the_whole_font(
    fontset: FontSet, family: str, words: str
) -> None:
    """Joining, ligatures, marks and kerning survive the cut."""
    face = fontset.face(family)
    whole = face.path.read_bytes()
    cut = subset_woff2(face, [words])
    assert _shaped(_plain(cut), words) == _shaped(whole, words)
    assert len(cut) < len(whole) / 2


def test_the_same_characters_give_the_same_bytes(fontset: FontSet) -> None:
    """Neither their order nor how they are divided matters."""
    face = fontset.face("Noto Sans", 700)
    assert subset_woff2(face, "cab") == subset_woff2(face, ["ab", "bc"])
    assert subset_woff2(face, "cab") != subset_woff2(face, "cad")


def test_a_font_without_any_of_the_characters_is_refused(fontset: FontSet) -> None:
    """An empty font would send the reader to one of the machine's."""
    with pytest.raises(RenderError, match="none of the characters"):
        subset_woff2(fontset.face("Noto Sans"), "流产")

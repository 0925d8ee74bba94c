"""Files whose fonts are missing, damaged, or lack the letters they should show: F7."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from tests.pdf.preflight.broken_inks import Sample, drawn
from tests.pdf.preflight.good import Change, composite_font, font_program

SHOWN = "q 0 0 0 1 k BT /F2 12 Tf 70 100 Td {} Tj ET Q"


def second(make: Callable[[pikepdf.Pdf], Any]) -> Change:
    """Give the pages another font under the name F2."""

    def change(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_indirect(make(pdf))
        for page in pdf.pages:
            page.obj.Resources.Font.F2 = made

    return change


def bent(bend: Callable[[pikepdf.Pdf, Any, Any], object]) -> Change:
    """Give the pages the good font, bent: the font and its descriptor are handed over."""

    def make(pdf: pikepdf.Pdf) -> Any:
        font = composite_font(pdf)
        font.BaseFont = font.DescendantFonts[0].BaseFont = Name("/GHIJKL+Bent")
        bend(pdf, font, font.DescendantFonts[0].FontDescriptor)
        return font

    return second(make)


def standard(_: pikepdf.Pdf) -> Any:
    """Make a font that viewers once brought with them."""
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def drawings(pdf: pikepdf.Pdf) -> Any:
    """Make a font of one glyph that is drawn in the file."""
    glyph = pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type3, Name=Name.Drawn, FontBBox=Array([0, 0, 600, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=97, LastChar=97,
        Widths=Array([600]), Resources=Dictionary(), CharProcs=Dictionary(a=glyph),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        ToUnicode=pdf.make_stream(b"1 beginbfchar <61> <0061> endbfchar"),
    )  # fmt: skip


def _gone(_: pikepdf.Pdf, _font: Any, descriptor: Any) -> None:
    del descriptor["/FontFile2"]


def _damaged(pdf: pikepdf.Pdf, _: Any, descriptor: Any) -> None:
    descriptor.FontFile2 = pdf.make_stream(b"not a font at all")


def _cut_off(pdf: pikepdf.Pdf, _: Any, descriptor: Any) -> None:
    descriptor.FontFile2 = pdf.make_stream(font_program()[:600])


def _namesake(pdf: pikepdf.Pdf, font: Any, descriptor: Any) -> None:
    font.BaseFont = Name("/ABCDEF+Boxes")
    descriptor.FontFile2 = pdf.make_stream(font_program() + b"\0")


def _mute(_: pikepdf.Pdf, font: Any, _descriptor: Any) -> None:
    del font["/ToUnicode"]


BROKEN: dict[str, Callable[[], Sample]] = {
    "F701": lambda: drawn(SHOWN.format("<00010002>"), bent(_gone)),
    "F701:standard": lambda: drawn(SHOWN.format("(abc)"), second(standard)),
    "F702": lambda: drawn(SHOWN.format("<00010002>"), bent(_namesake)),
    "F703": lambda: drawn(SHOWN.format("(a)"), second(drawings)),
    "F704": lambda: drawn("q 0 0 0 1 k BT /F1 12 Tf 70 100 Td <000100000002> Tj ET Q"),
    "F704:nothing else": lambda: drawn("BT 0 0 0 1 k /F1 12 Tf 70 100 Td <00000000> Tj ET"),
    "F705": lambda: drawn(SHOWN.format("<00010002>"), bent(_mute)),
    "F706": lambda: drawn(SHOWN.format("<00010002>"), bent(_damaged)),
    "F706:cut off": lambda: drawn(SHOWN.format("<00010002>"), bent(_cut_off)),
}

"""A font without ink: each of its glyphs carries one character.

A character that is drawn by part of a glyph, by several, or out of its order can be said
in a text layer by no glyph of the page's own. Here it is said by an empty glyph, as wide
as the character is on the average. One code is one glyph and one character throughout.

A document that has few characters, as most have, needs codes of one byte only.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator, Mapping
from itertools import chain

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf.textlayer import emptyfont, meanings
from leaflets.pdf.textlayer.order import JOINER, LRM, RLM, mirror

KEY = "Carrier"
"""Name of the font in the resources of the pages."""

NAME = "LeafletsCarrier"
_BASE = f"/AAAAAA+{NAME}"
_GRAIN = 20
"""Widths are whole multiples of it: then moves repeat, and are said in fewer bytes."""

_SPACE = 260
_SPACE_CODE = 32
_LEAST = 8
"""Width of what takes no room: pdfium passes over objects that are narrower than 0.01 pt,
from where their first character begins to where their last does."""

_LATELY = 8
"""Objects that are remembered; pdfium looks at the last five."""

_FEW = 200
"""Characters for which codes of one byte are enough, and some to spare."""

_ESCAPED = frozenset(b"()\\\r\n")
"""Bytes that a literal string would hold in another form (ISO 32000-1, 7.3.4.2)."""


class Carrier:
    """The font without ink of one file."""

    def __init__(self, widths: Mapping[str, int]) -> None:
        """Take the width of each character, in thousandths of an em."""
        self._widths = dict.fromkeys((RLM, LRM, JOINER), _LEAST)
        self._widths |= {
            each: max(_GRAIN * round(width / _GRAIN), _LEAST)
            for each, width in widths.items()
        }
        self._widths[" "] = _SPACE
        self._lately: deque[bytes] = deque(maxlen=_LATELY)
        self._bytes = 1 if len(self._widths) <= _FEW else 2
        self._codes = {" ": _SPACE_CODE}
        self._shown: dict[str, bytes] = {}
        if self._bytes == 1:
            # An ActualText beside it says the same bytes, and is said in few more.
            self._codes |= {
                each: ord(each)
                for each in self._widths
                if " " < each <= "~" and ord(each) not in _ESCAPED
            }
        self._free = self._numbers(frozenset(self._codes.values()))
        for character in sorted(self._widths):
            self._number(character)

    def width(self, character: str) -> int:
        """Give the width of a character, that of its like if it is not known."""
        known = self._widths.get(character)
        if known is None:
            known = self._widths[character] = self._widths.get(mirror(character), _SPACE)
            self._number(character)
        return known

    def code(self, character: str) -> bytes:
        """Give the code of a character, as it stands in a literal string."""
        self.width(character)
        return self._shown[character]

    def unlike(self, codes: bytes, more: bytes) -> tuple[bytes, int]:
        """Give codes with so much *more* that they were not shown lately, and how often.

        pdfium takes what is shown again nearby for the same, drawn twice for its weight,
        and passes over it.
        """
        times = 0
        while codes in self._lately:
            codes += more
            times += 1
        self._lately.append(codes)
        return codes, times

    def add(self, pdf: pydyf.PDF) -> bytes:
        """Put the font into a file, and give a reference to it."""
        widths = self._by_glyph()
        data = emptyfont.program(widths)
        program = _added(pdf, pydyf.Stream([data], {"Length1": len(data)}))
        descriptor = _added(
            pdf,
            pydyf.Dictionary(
                {
                    "Type": "/FontDescriptor",
                    "FontName": _BASE,
                    "Flags": 4,
                    "FontBBox": pydyf.Array(
                        [0, emptyfont.DESCENT, emptyfont.UNITS, emptyfont.ASCENT]
                    ),
                    "ItalicAngle": 0,
                    "Ascent": emptyfont.ASCENT,
                    "Descent": emptyfont.DESCENT,
                    "CapHeight": emptyfont.ASCENT,
                    "StemV": 80,
                    "FontFile2": program,
                }
            ),
        )
        said = meanings.of_codes(
            {code: each for each, code in self._codes.items()}, self._bytes
        )
        font: dict[str, object] = {
            "Type": "/Font",
            "BaseFont": _BASE,
            "ToUnicode": meanings.add(pdf, said),
        }
        if self._bytes == 1:
            font |= {
                "Subtype": "/TrueType",
                "FirstChar": 0,
                "LastChar": len(widths) - 1,
                "Widths": pydyf.Array(widths),
                "FontDescriptor": descriptor,
            }
        else:
            font |= {
                "Subtype": "/Type0",
                "Encoding": "/Identity-H",
                "DescendantFonts": pydyf.Array([_descendant(pdf, descriptor, widths)]),
            }
        return _added(pdf, pydyf.Dictionary(font))

    def _number(self, character: str) -> None:
        code = self._codes.get(character) or next(self._free)
        self._codes[character] = code
        self._shown[character] = code.to_bytes(self._bytes, "big")

    def _numbers(self, taken: Container[int]) -> Iterator[int]:
        """Give the codes that may be taken; after one byte, two."""
        plain = [n for n in range(1, 256) if n not in _ESCAPED and n not in taken]
        if self._bytes == 1:
            return iter(plain)
        more = (high << 8 | low for high in range(1, 256) for low in plain)
        return chain(plain, (n for n in more if n >> 8 not in _ESCAPED))

    def _by_glyph(self) -> list[int]:
        """Give the widths of all glyphs; some numbers are left out, and stand empty."""
        widths = [emptyfont.UNITS] + [0] * max(self._codes.values())
        for character, code in self._codes.items():
            widths[code] = self._widths[character]
        return widths


def _descendant(pdf: pydyf.PDF, descriptor: bytes, widths: list[int]) -> bytes:
    system = {
        "Registry": pydyf.String("Adobe"),
        "Ordering": pydyf.String("Identity"),
        "Supplement": 0,
    }
    return _added(
        pdf,
        pydyf.Dictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": _BASE,
                "CIDSystemInfo": pydyf.Dictionary(system),
                "CIDToGIDMap": "/Identity",
                "W": pydyf.Array([0, pydyf.Array(widths)]),
                "FontDescriptor": descriptor,
            }
        ),
    )


def _added(pdf: pydyf.PDF, item: pydyf.Object) -> bytes:
    pdf.add_object(item)
    reference: bytes = item.reference
    return reference

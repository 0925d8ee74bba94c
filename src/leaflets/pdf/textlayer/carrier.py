"""A font without ink: each of its glyphs carries one character.

A character that is drawn by part of a glyph, by several, or out of its order can be said
in a text layer by no glyph of the page's own. Here it is said by an empty glyph, as wide
as the character is on the average. One code is one glyph and one character throughout.
"""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Mapping
from itertools import count

import pydyf  # type: ignore[import-untyped]
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

from leaflets.pdf.textlayer.order import JOINER, LRM, RLM, mirror

KEY = "Carrier"
"""Name of the font in the resources of the pages."""

NAME = "LeafletsCarrier"
_BASE = f"/AAAAAA+{NAME}"
_ASCENT, _DESCENT, _UNITS = 800, -200, 1000
_BATCH = 100
_SPACE = 250
_LATELY = 8
"""Objects that are remembered; pdfium looks at the last five."""

_ESCAPED = frozenset(b"()\\\r\n")
"""Bytes that a literal string would hold in another form (ISO 32000-1, 7.3.4.2)."""

_EPOCH = 2082844800
"""1 January 1970 in the font's own count of seconds, so that it has no clock."""


class Carrier:
    """The font without ink of one file."""

    def __init__(self, widths: Mapping[str, int]) -> None:
        """Take the width of each character, in thousandths of an em."""
        self._widths = {" ": _SPACE, RLM: 1, LRM: 1, JOINER: 1} | {
            character: max(width, 1) for character, width in widths.items()
        }
        self._lately: deque[bytes] = deque(maxlen=_LATELY)
        codes = (code for code in count(1) if code & 0xFF not in _ESCAPED)
        self._codes = dict(zip(sorted(self._widths), codes, strict=False))

    def width(self, character: str) -> int:
        """Give the width of a character, that of its like if it is not known."""
        known = self._widths.get(character)
        if known is None:
            known = self._widths[character] = self._widths.get(mirror(character), _SPACE)
            code = max(self._codes.values()) + 1
            while code & 0xFF in _ESCAPED:
                code += 1
            self._codes[character] = code
        return known

    def code(self, character: str) -> bytes:
        """Give the code of a character, as it stands in a literal string."""
        self.width(character)
        return self._codes[character].to_bytes(2, "big")

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
        program = self._program()
        stream = pydyf.Stream([program], {"Length1": len(program)})
        pdf.add_object(stream)
        descriptor = pydyf.Dictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": _BASE,
                "Flags": 4,
                "FontBBox": pydyf.Array([0, _DESCENT, _UNITS, _ASCENT]),
                "ItalicAngle": 0,
                "Ascent": _ASCENT,
                "Descent": _DESCENT,
                "CapHeight": _ASCENT,
                "StemV": 80,
                "FontFile2": stream.reference,
            }
        )
        pdf.add_object(descriptor)
        system = {
            "Registry": pydyf.String("Adobe"),
            "Ordering": pydyf.String("Identity"),
            "Supplement": 0,
        }
        descendant = pydyf.Dictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": _BASE,
                "CIDSystemInfo": pydyf.Dictionary(system),
                "CIDToGIDMap": "/Identity",
                "W": pydyf.Array([0, pydyf.Array(self._by_glyph())]),
                "FontDescriptor": descriptor.reference,
            }
        )
        pdf.add_object(descendant)
        meanings = pydyf.Stream([self._meanings()])
        pdf.add_object(meanings)
        font = pydyf.Dictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": _BASE,
                "Encoding": "/Identity-H",
                "DescendantFonts": pydyf.Array([descendant.reference]),
                "ToUnicode": meanings.reference,
            }
        )
        pdf.add_object(font)
        reference: bytes = font.reference
        return reference

    def _by_glyph(self) -> list[int]:
        """Give the widths of all glyphs; some numbers are left out, and stand empty."""
        widths = [_UNITS] + [0] * max(self._codes.values())
        for character, code in self._codes.items():
            widths[code] = self._widths[character]
        return widths

    def _program(self) -> bytes:
        widths = self._by_glyph()
        names = [".notdef", *(f"c{code}" for code in range(1, len(widths)))]
        font = FontBuilder(_UNITS, isTTF=True)
        font.setupHead(unitsPerEm=_UNITS, created=_EPOCH, modified=_EPOCH)
        font.setupGlyphOrder(names)
        font.setupCharacterMap({})
        font.setupGlyf({name: Glyph() for name in names})
        font.setupHorizontalMetrics(
            {name: (width, 0) for name, width in zip(names, widths, strict=True)}
        )
        font.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
        font.setupNameTable({"familyName": NAME, "styleName": "Regular", "psName": NAME})
        font.setupPost(keepGlyphNames=False)
        font.font.recalcTimestamp = False
        data = io.BytesIO()
        font.save(data)
        return data.getvalue()

    def _meanings(self) -> bytes:
        lines = [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <ffff>",
            "endcodespacerange",
        ]
        pairs = [
            f"<{code:04x}> <{character.encode('utf-16-be').hex()}>"
            for character, code in self._codes.items()
        ]
        for start in range(0, len(pairs), _BATCH):
            batch = pairs[start : start + _BATCH]
            lines += [f"{len(batch)} beginbfchar", *batch, "endbfchar"]
        lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
        return "\n".join(lines).encode()

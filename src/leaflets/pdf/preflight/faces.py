"""The fonts of a stranger's page: how wide their glyphs are and where their ink lies.

``pagefonts`` reads what the house writes and refuses the rest. Here any font dictionary
gives a Face (ISO 32000-1, 9.5 to 9.7): where a font program cannot be read, a glyph is as
wide as it advances and as high as the font says of itself.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf import outlines, pagefonts
from leaflets.pdf.outlines import Bounds, FontProgram
from leaflets.pdf.preflight import limits
from leaflets.pdf.preflight.opening import UNREADABLE, stream_bytes

_ASCENT, _DESCENT = 0.9, -0.25
"""Height of a font that says nothing of itself, in em."""

_CODES = 1 << 17
"""Codes whose widths are followed: twice what two bytes can number."""

_HIGHEST = 3.0

_UNITS = (1 / 4096, 1 / 256)
"""Least and greatest unit in which fonts are drawn, in em."""

_FONT = 32 * limits.MEBIBYTE


class Widths(dict[int, float]):
    """Advances in em by code, with one for the codes that are not named."""

    def __init__(self, named: dict[int, float], other: float) -> None:
        super().__init__(named)
        self._other = other

    def __missing__(self, code: int) -> float:
        return self._other


class Face:
    """A font as a page uses it."""

    def __init__(self, key: str, font: Any) -> None:
        self.resource = font
        self.type3 = font.get("/Subtype") == "/Type3"
        base = str(font.get("/BaseFont", "/"))[1:]
        self.name = f"{key} {base}".strip()
        self.wide = font.get("/Subtype") == "/Type0"
        kid: Any = font
        if self.wide:
            kids = font.get("/DescendantFonts")
            if not isinstance(kids, pikepdf.Array) or not len(kids):
                raise RenderError(f"the font '{self.name}' has no descendant")
            kid = kids[0]
        descriptor = kid.get("/FontDescriptor")
        self._descriptor: Any = (
            descriptor if isinstance(descriptor, pikepdf.Dictionary) else {}
        )
        self.scale = self._glyph_matrix(font) if self.type3 else (0.001, 0, 0, 0.001, 0, 0)
        unit = abs(self.scale[0]) or 0.001
        self.widths = _composite_widths(kid) if self.wide else self._simple(font, unit)
        self.ascent, self.descent = self._height()
        self.em = self._em()
        self._whole: Bounds = (0.0, self.descent, 1.0, self.ascent)
        self._program, self._gids = self._read_program(font, kid)
        self._meanings = _meanings(font)
        self._nameless = _nameless(font)

    def bounds(self, code: int) -> Bounds:
        """Give where the ink of a glyph lies in em, from its origin."""
        program = self._program
        if program is None:
            return 0.0, self.descent, self.widths[code], self.ascent
        return program.bounds(self._gid(code))

    def text(self, codes: Sequence[int]) -> str:
        """Say what the file claims some codes to mean."""
        meaning = self._meanings.get
        if self._meanings or self.wide:
            return "".join([meaning(code, "") for code in codes])
        return bytes(codes).decode("cp1252", errors="replace")

    def missing(self, codes: Sequence[int]) -> int:
        """Count the codes that have no glyph, as far as it can be known."""
        if self._nameless:
            return sum(code in self._nameless for code in codes)
        if self.wide and self._program is not None:
            if not self._gids:
                return codes.count(0)
            return sum(self._gid(code) == 0 for code in codes)
        return 0

    def codes(self, string: bytes) -> Sequence[int]:
        """Read the codes of a string: one byte each, or two of a composite font."""
        if not self.wide:
            return string
        count = len(string) // 2
        return struct.unpack(f">{count}H", string[: 2 * count])

    def glyphs(self) -> dict[int, tuple[str, Any]]:
        """Give the drawings of a Type 3 font by code, with their names."""
        drawings = self.resource.get("/CharProcs")
        if not self.type3 or not isinstance(drawings, pikepdf.Dictionary):
            return {}
        return {
            code: (name, drawings[f"/{name}"])
            for code, name in _differences(self.resource).items()
            if f"/{name}" in drawings
        }

    def _gid(self, code: int) -> int:
        table = self._gids
        if not table:
            return code
        return table[code] if code < len(table) else 0

    def _glyph_matrix(self, font: Any) -> tuple[float, ...]:
        given = font.get("/FontMatrix")
        if isinstance(given, pikepdf.Array) and len(given) == 6:
            return tuple(float(each) for each in given)
        return 0.001, 0.0, 0.0, 0.001, 0.0, 0.0

    def _simple(self, font: Any, unit: float) -> Widths:
        first = int(font.get("/FirstChar", 0))
        listed = font.get("/Widths")
        widths = list(listed)[:256] if isinstance(listed, pikepdf.Array) else []
        # One of the fourteen that every reader has need not say its widths; half an em
        # is what most of their letters have.
        other = float(self._descriptor.get("/MissingWidth", 0 if widths else 500))
        return Widths(
            {first + place: float(width) * unit for place, width in enumerate(widths)},
            other * unit,
        )

    def _height(self) -> tuple[float, float]:
        unit = abs(self.scale[3]) or 0.001
        box = self.resource.get("/FontBBox") if self.type3 else None
        if isinstance(box, pikepdf.Array) and len(box) == 4 and box[1] != box[3]:
            # its unit may be anything, and its y may run downwards
            low, high = sorted(float(box[side]) * self.scale[3] for side in (1, 3))
            return high, low
        high = float(self._descriptor.get("/Ascent", 0)) * unit
        low = float(self._descriptor.get("/Descent", 0)) * unit
        # Some files give a descent as a length; below the line it is.
        low = -abs(low)
        if not 0 < high <= _HIGHEST:
            high = _ASCENT
        return high, low if -_HIGHEST <= low < 0 else _DESCENT

    def _em(self) -> float:
        """Say how large the type is in units of its size: 1 but for some of Type 3.

        These draw in what unit they like. One that is not of the kind of other fonts is
        taken for a font whose letters fill its box.
        """
        unit = abs(self.scale[3])
        if not self.type3 or _UNITS[0] <= unit <= _UNITS[1]:
            return 1.0
        return (self.ascent - self.descent) or 1.0

    def _read_program(
        self, font: Any, kid: Any
    ) -> tuple[FontProgram | None, Sequence[int]]:
        """Open the font program, if its glyphs can be found by the codes of the page."""
        if not self.wide or font.get("/Encoding") not in ("/Identity-H", "/Identity-V"):
            encoding = font.get("/Encoding")
            if not isinstance(encoding, pikepdf.Stream):
                return None, ()
        stream = self._descriptor.get("/FontFile2", self._descriptor.get("/FontFile3"))
        if stream is None:
            return None, ()
        try:
            program = outlines.embedded(stream_bytes(stream, _FONT))
            table = kid.get("/CIDToGIDMap")
            if isinstance(table, pikepdf.Stream):
                data = stream_bytes(table, 1 << 17)
                count = len(data) // 2
                return program, struct.unpack(f">{count}H", data[: 2 * count])
        except (RenderError, *UNREADABLE):
            return None, ()
        return program, ()


def _composite_widths(kid: Any) -> Widths:
    listed = kid.get("/W")
    named: dict[int, float] = {}
    items = list(listed) if isinstance(listed, pikepdf.Array) else []
    place, left = 0, _CODES
    while place + 1 < len(items):
        first, second = int(items[place]), items[place + 1]
        if isinstance(second, pikepdf.Array):
            for step, width in enumerate(second):
                named[first + step] = float(width) / 1000
            place += 2
        elif place + 2 < len(items):
            codes = range(max(0, first), min(int(second), 0xFFFF) + 1)[:left]
            left -= len(codes)
            named.update(dict.fromkeys(codes, float(items[place + 2]) / 1000))
            place += 3
        else:
            break
    return Widths(named, float(kid.get("/DW", 1000)) / 1000)


def _meanings(font: Any) -> Mapping[int, str]:
    stream = font.get("/ToUnicode")
    if not isinstance(stream, pikepdf.Stream):
        return {}
    try:
        return pagefonts.meanings(stream_bytes(stream, 4 * limits.MEBIBYTE))
    except (RenderError, *UNREADABLE):
        return {}


def _differences(font: Any) -> dict[int, str]:
    encoding = font.get("/Encoding")
    listed = (
        encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    )
    names: dict[int, str] = {}
    code = 0
    for item in listed if isinstance(listed, pikepdf.Array) else ():
        if isinstance(item, pikepdf.Name):
            names[code] = str(item)[1:]
            code += 1
        else:
            code = int(item)
    return names


def _nameless(font: Any) -> frozenset[int]:
    """Codes that the font sends to no glyph: ``.notdef``, or glyph 0 by its own map."""
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Stream):
        try:
            return pagefonts.missing_codes(stream_bytes(encoding, 4 * limits.MEBIBYTE))
        except (RenderError, *UNREADABLE):
            return frozenset()
    return frozenset(code for code, name in _differences(font).items() if name == ".notdef")

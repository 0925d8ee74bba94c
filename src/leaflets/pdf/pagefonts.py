"""The fonts of a finished page, as its PDF dictionaries describe them.

Composite fonts with two-byte codes are what the engine writes (ISO 32000-1, 9.7);
simple fonts are read as far as their codes and widths go.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf import outlines

_PREFIX = re.compile(r"^[A-Z]{6}\+")
_WIDTHS = re.compile(rb"(\d+)\s*\[([^\]]*)\]|(\d+)\s+(\d+)\s+([-+.\d]+)")
_CHARACTER = re.compile(rb"<([\da-fA-F\s]+)>\s*<([\da-fA-F\s]*)>")
_RANGE = re.compile(
    rb"<([\da-fA-F]+)>\s*<([\da-fA-F]+)>\s*(?:<([\da-fA-F]+)>|\[([^\]]*)\])"
)
_CID = re.compile(rb"<([\da-fA-F]+)>\s*(\d+)")
_MEANINGS = 1 << 17
"""Codes of ranges that are followed: twice what two bytes can number."""

_BLOCK = re.compile(rb"begin(bfchar|bfrange|cidchar)(.*?)end\1", re.DOTALL)


@dataclass(frozen=True, kw_only=True, eq=False)
class PageFont:
    """A font that a page sets type in."""

    key: str
    """Name of the font in the resources of the page."""

    base: str
    """Base font name without its subset prefix, as the file gives it."""

    wide: bool
    """Whether a code is two bytes long."""

    widths: Mapping[int, float]
    """Advance of each glyph in thousandths of an em."""

    width: float
    """Advance of a glyph that ``widths`` does not name."""

    missing: frozenset[int] = frozenset()
    """Codes that stand for a character that the font lacks."""

    data: bytes = field(default=b"", repr=False)
    """The embedded font program; empty if there is none."""

    unicode_map: bytes = field(default=b"", repr=False)
    """The ToUnicode map as it stands in the file."""

    @functools.cached_property
    def program(self) -> outlines.FontProgram:
        """The embedded font program; RenderError if it is missing or unreadable."""
        if not self.data:
            raise RenderError(f"the font '{self.base}' is not embedded")
        return outlines.embedded(self.data)

    @functools.cached_property
    def postscript(self) -> str:
        """PostScript name that the font program itself bears, or else the base name."""
        return (self.program.postscript if self.data else "") or self.base

    @functools.cached_property
    def family(self) -> str:
        """Family that the font program itself bears; empty if it is not embedded."""
        return self.program.family if self.data else ""

    def text(self, gid: int) -> str:
        """Say what the file claims a glyph to mean; often wrong in joined scripts."""
        return meanings(self.unicode_map).get(gid, "")

    def letter(self, gid: int) -> str:
        """Say what a glyph looks like, for messages: by the font, else by the file."""
        seen = self.program.character(gid) if self.data else ""
        return seen or self.text(gid) or "\N{REPLACEMENT CHARACTER}"


def read(key: str, font: pikepdf.Object) -> PageFont:
    """Read one font dictionary."""
    base = _PREFIX.sub("", str(font.get("/BaseFont", "/"))[1:])
    unicode_map = _stream(font, "/ToUnicode")
    if font.get("/Subtype") != "/Type0":
        return _simple(key, base, font, unicode_map)
    descendant = font.DescendantFonts[0]
    encoding = font.get("/Encoding")
    missing: frozenset[int] = frozenset()
    if isinstance(encoding, pikepdf.Stream):
        missing = missing_codes(encoding.read_bytes())
    elif encoding != "/Identity-H":
        raise RenderError(f"the font '{base}' has an encoding that is not read: {encoding}")
    return PageFont(
        key=key,
        base=base,
        wide=True,
        widths=_widths(bytes(descendant.get("/W", pikepdf.Array()).unparse(resolved=True))),
        width=float(descendant.get("/DW", 1000)),
        missing=missing,
        data=_program(descendant.get("/FontDescriptor")),
        unicode_map=unicode_map,
    )


def _simple(key: str, base: str, font: pikepdf.Object, unicode_map: bytes) -> PageFont:
    first = int(font.get("/FirstChar", 0))
    widths = [float(width) for width in font.get("/Widths", [])]
    return PageFont(
        key=key,
        base=base,
        wide=False,
        widths={first + place: width for place, width in enumerate(widths)},
        width=0.0,
        data=_program(font.get("/FontDescriptor")),
        unicode_map=unicode_map,
    )


def _program(descriptor: pikepdf.Object | None) -> bytes:
    if descriptor is None:
        return b""
    return _stream(descriptor, "/FontFile2") or _stream(descriptor, "/FontFile3")


def _stream(holder: pikepdf.Object, key: str) -> bytes:
    stream = holder.get(key)
    return stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b""


def _widths(array: bytes) -> dict[int, float]:
    widths: dict[int, float] = {}
    for first, listed, start, stop, width in _WIDTHS.findall(array.strip()[1:-1]):
        if first:
            for place, each in enumerate(listed.split()):
                widths[int(first) + place] = float(each)
        else:
            widths.update(dict.fromkeys(range(int(start), int(stop) + 1), float(width)))
    return widths


def missing_codes(cmap: bytes) -> frozenset[int]:
    """Give the codes that an encoding sends to glyph 0: how the engine writes what it lacks."""
    return frozenset(
        int(code, 16)
        for kind, block in _BLOCK.findall(cmap)
        if kind == b"cidchar"
        for code, cid in _CID.findall(block)
        if int(cid) == 0
    )


@functools.lru_cache(maxsize=64)
def meanings(cmap: bytes) -> Mapping[int, str]:
    """Read a ToUnicode map: what the file says that each code means."""
    found: dict[int, str] = {}
    left = _MEANINGS
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"bfchar":
            for code, units in _CHARACTER.findall(block):
                found[int(code, 16)] = _utf16(units)
        elif kind == b"bfrange":
            for start, stop, first, listed in _RANGE.findall(block):
                codes = range(int(start, 16), int(stop, 16) + 1)[:left]
                left -= len(codes)
                if listed:
                    units = re.findall(rb"<([\da-fA-F]+)>", listed)
                    found.update(zip(codes, map(_utf16, units), strict=False))
                else:
                    base = int(first, 16)
                    for code in codes:
                        grown = (base + code - codes.start) % (1 << 4 * len(first))
                        found[code] = _utf16(b"%0*x" % (len(first), grown))
    return found


def _utf16(units: bytes) -> str:
    data = bytes.fromhex(units.decode())
    return data.decode("utf-16-be", errors="replace")

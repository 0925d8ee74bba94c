"""Write a TrueType font whose glyphs leave no ink, byte by byte.

It holds what an embedded program must hold (ISO 32000-1, 9.9) and no more. Every glyph is
empty; they differ in their widths alone.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

UNITS, ASCENT, DESCENT = 1000, 800, -200
"""Units of one em, and how far a line of this font reaches up and down in them."""

_SYMBOLS = 0xF000
"""Where a symbolic font has its codes (ISO 32000-1, 9.6.6.4)."""

_EPOCH = 2082844800
"""1 January 1970 in a font's own count of seconds: a font that is made has no clock."""

_MAGIC = 0x5F0F3CF5
_WHOLE = 0xB1B0AFBA
_FULL = 1 << 32


def program(widths: Sequence[int]) -> bytes:
    """Give a font with a glyph of each of these *widths*, in thousandths of an em.

    The first is the glyph for what the font lacks; glyph n has the code n, as far as
    codes of one byte go.
    """
    count = len(widths)
    tables = {
        b"cmap": _codes(min(count, 256)),
        b"glyf": b"\0",  # nothing, but some readers want a table that has something
        b"head": _head(),
        b"hhea": struct.pack(
            ">I3h H11h H", 1 << 16, ASCENT, DESCENT, 0, max(widths), *[0] * 11, count
        ),
        b"hmtx": b"".join(struct.pack(">Hh", width, 0) for width in widths),
        b"loca": bytes(2 * count + 2),
        b"maxp": struct.pack(">IH13H", 1 << 16, count, 0, 0, 0, 0, 2, *[0] * 8),
    }
    body = bytearray(struct.pack(">I4H", 1 << 16, len(tables), 64, 2, 48))
    place = len(body) + 16 * len(tables)
    data = bytearray()
    for tag, table in tables.items():
        body += struct.pack(">4s3I", tag, _sum(table), place + len(data), len(table))
        if tag == b"head":
            checked = place + len(data) + 8
        data += table + bytes(-len(table) % 4)
    body += data
    struct.pack_into(">I", body, checked, (_WHOLE - _sum(bytes(body))) % _FULL)
    return bytes(body)


def _head() -> bytes:
    return struct.pack(
        ">4I2H2q4h2H3h",
        *(1 << 16, 1 << 16, 0, _MAGIC, 0, UNITS, _EPOCH, _EPOCH),
        *(0, 0, 0, 0),
        *(0, 8),
        *(2, 0, 0),
    )


def _codes(count: int) -> bytes:
    """Give a map of codes to glyphs of the same number, in one stretch (format 4)."""
    last = _SYMBOLS + count - 1
    stretch = struct.pack(
        ">7H2H H2H2h2H",
        *(4, 32, 0, 4, 4, 1, 0),
        *(last, 0xFFFF),
        0,
        *(_SYMBOLS, 0xFFFF),
        *(0x10000 - _SYMBOLS, 1),
        *(0, 0),
    )
    return struct.pack(">4HI", 0, 1, 3, 0, 12) + stretch


def _sum(table: bytes) -> int:
    whole = table + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(whole) // 4}I", whole)
    return sum(words) % _FULL

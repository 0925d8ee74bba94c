"""Unpack the bytes of a stream, and never more of them than is said (ISO 32000-1, 7.4).

A few hundred kilobytes of Flate can unpack to gigabytes, and a chain of filters to far
more. Here each step is bounded before it is done.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from leaflets.errors import RenderError

NAMES: Mapping[str, str] = {
    "Fl": "FlateDecode",
    "LZW": "LZWDecode",
    "A85": "ASCII85Decode",
    "AHx": "ASCIIHexDecode",
    "RL": "RunLengthDecode",
    "CCF": "CCITTFaxDecode",
    "DCT": "DCTDecode",
}
"""What the short names of filters stand for (ISO 32000-1, table 94)."""

_SPACE = re.compile(rb"[\x00\s]+")
_CLEAR, _END, _FIRST = 256, 257, 258
_CHUNK = 1 << 20


class TooLarge(Exception):
    """A stream unpacks to more than is allowed."""


def flate(data: bytes, most: int, _: Mapping[str, Any]) -> bytes:
    """Unpack zlib data; what follows a fault is left out, as readers do."""
    unpacker = zlib.decompressobj()
    pieces: list[bytes] = []
    total = 0
    while data and not unpacker.eof:
        try:
            piece = unpacker.decompress(data, min(_CHUNK, most - total + 1))
        except zlib.error as error:
            if pieces:
                break
            raise RenderError("a stream is not the Flate data that it claims") from error
        if not piece and not unpacker.unconsumed_tail:
            break
        total += len(piece)
        if total > most:
            raise TooLarge
        pieces.append(piece)
        data = unpacker.unconsumed_tail
    return b"".join(pieces)


def lzw(data: bytes, most: int, parameters: Mapping[str, Any]) -> bytes:
    """Unpack LZW data."""
    early = 0 if parameters.get("/EarlyChange") == 0 else 1
    pieces: list[bytes] = []
    table: list[bytes] = []
    fresh = [bytes((code,)) for code in range(256)] + [b"", b""]
    table = fresh.copy()
    total = held = bits = 0
    width, before = 9, b""
    for byte in data:
        held = (held << 8 | byte) & 0xFFFFFF
        bits += 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & ((1 << width) - 1)
        if code == _END:
            break
        if code == _CLEAR:
            table, width, before = fresh.copy(), 9, b""
            continue
        if code < len(table):
            piece = table[code]
        elif before:
            piece = before + before[:1]
        else:
            raise RenderError("a stream is not the LZW data that it claims")
        total += len(piece)
        if total > most:
            raise TooLarge
        pieces.append(piece)
        if before and len(table) < 4096:
            table.append(before + piece[:1])
        before = piece
        reached = len(table) + early
        width = (
            9 if reached < 512 else 10 if reached < 1024 else 11 if reached < 2048 else 12
        )
    return b"".join(pieces)


def ascii85(data: bytes, most: int, _: Mapping[str, Any]) -> bytes:
    """Unpack base 85 text."""
    text = _SPACE.sub(b"", data).removeprefix(b"<~").partition(b"~")[0]
    if text.count(b"z") * 4 > most:
        raise TooLarge
    try:
        return base64.a85decode(text)
    except ValueError as error:
        raise RenderError("a stream is not the base 85 text that it claims") from error


def hexadecimal(data: bytes, _most: int, _: Mapping[str, Any]) -> bytes:
    """Unpack hexadecimal text; an odd digit at the end counts as if a 0 followed."""
    text = _SPACE.sub(b"", data.partition(b">")[0])
    try:
        return binascii.unhexlify(text + b"0" * (len(text) % 2))
    except ValueError as error:
        raise RenderError("a stream is not the hexadecimal text that it claims") from error


def run_length(data: bytes, most: int, _: Mapping[str, Any]) -> bytes:
    """Unpack run lengths."""
    found = bytearray()
    place = 0
    while place < len(data) and (length := data[place]) != 128:
        if length < 128:
            found += data[place + 1 : place + length + 2]
            place += length + 2
        else:
            found += data[place + 1 : place + 2] * (257 - length)
            place += 2
        if len(found) > most:
            raise TooLarge
    return bytes(found)


STEPS: Mapping[str, Callable[[bytes, int, Mapping[str, Any]], bytes]] = {
    "FlateDecode": flate,
    "LZWDecode": lzw,
    "ASCII85Decode": ascii85,
    "ASCIIHexDecode": hexadecimal,
    "RunLengthDecode": run_length,
}
"""Filters that give bytes; the others give a picture (``DCTDecode`` and so on)."""

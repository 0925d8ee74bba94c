"""The operations of a PDF content stream, one by one (ISO 32000-1, 7.8.2 and 8.2).

A reader for finished files: it is written for speed, and hands the operands on as the
bytes that stand in the file, so that nothing is converted that nobody asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflets.errors import RenderError

_LITERAL = rb"\((?>[^()\\]+|\\.|\((?>[^()\\]+|\\.|\((?>[^()\\]+|\\.)*\))*\))*\)"
_OPERATION = re.compile(
    rb"((?>[-+.\d\s]+|<[\da-fA-F\s]*+>|[\[\]]|/[^\s()<>\[\]{}/%]*+|<<|>>"
    rb"|%[^\r\n]*+|(?:true|false|null)\b|" + _LITERAL + rb")*+)([A-Za-z'\"][\w*]*+|\Z)",
    re.DOTALL,
)
_IMAGE_END = re.compile(rb"\sEI(?=\s|\Z)")
_SHOWN = re.compile(
    rb"<([\da-fA-F\s]*)>|([-+]?(?:\d+\.?\d*|\.\d+))|(" + _LITERAL + rb")", re.DOTALL
)
_NAME = re.compile(rb"/([^\s()<>\[\]{}/%]*)")
_HASHED = re.compile(rb"#([\da-fA-F]{2})")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
            b"\n": b"", b"\r": b"", b"\r\n": b""}  # fmt: skip


def operations(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the operator and the raw operands of each operation.

    The data of an inline image is left out. Raises RenderError where the stream
    cannot be understood.
    """
    if b"(" not in data:
        # A kern of zero says nothing, and the engine writes one after most glyphs.
        # Without parentheses these bytes cannot stand in a literal string.
        data = data.replace(b">0<", b"").replace(b"[<>0] TJ\n", b"")
    match = _OPERATION.match
    position, end = 0, len(data)
    while position < end:
        found = match(data, position)
        if found is None:
            raise RenderError(f"the content stream is broken at byte {position}")
        operands, operator = found.groups()
        position = found.end()
        if not operator:
            if operands.strip():
                raise RenderError("the content stream ends within an operation")
            return
        if operator == b"ID":
            image_end = _IMAGE_END.search(data, position)
            if image_end is None:
                raise RenderError("the content stream ends within an inline image")
            position = image_end.end()
        yield operator, operands


def numbers(operands: bytes) -> list[float]:
    """Read operands that are all numbers."""
    try:
        return [float(number) for number in operands.split()]
    except ValueError as error:
        raise RenderError("the content stream has a word where a number stands") from error


def name(operands: bytes) -> str:
    """Read the first name among the operands, without its slash."""
    found = _NAME.search(operands)
    if found is None:
        raise RenderError("the content stream lacks a name")
    text = found.group(1)
    if b"#" in text:
        text = _HASHED.sub(lambda code: bytes((int(code.group(1), 16),)), text)
    return text.decode("latin-1")


shown = _SHOWN.findall
"""Read what a text-showing operation shows: hexadecimal codes, a number or a literal
string, in a tuple of three of which one is not empty."""


def codes(hexadecimal: bytes, literal: bytes) -> bytes:
    """Read the codes of one string."""
    if literal:
        return _ESCAPE.sub(_unescape, literal[1:-1])
    digits = hexadecimal.decode()
    try:
        return bytes.fromhex(digits)
    except ValueError:  # an odd digit at the end counts as if a 0 followed
        return bytes.fromhex("".join(digits.split()) + "0")


def _unescape(found: re.Match[bytes]) -> bytes:
    escaped = found.group(1)
    if escaped.isdigit():
        return bytes((int(escaped, 8) & 255,))
    return _ESCAPED.get(escaped, escaped)


def points(path: Iterable[bytes]) -> list[tuple[float, float]]:
    """Give the points of a path: operands of ``m``, ``l``, ``c``; of ``re`` behind an r."""
    found: list[tuple[float, float]] = []
    for piece in path:
        if piece[:1] == b"r":
            x, y, width, height = numbers(piece[1:])
            found += ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
        else:
            values = numbers(piece)
            found += zip(values[::2], values[1::2], strict=True)
    return found

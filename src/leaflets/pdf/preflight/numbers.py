"""Numbers as strangers write them (ISO 32000-1, 7.3.3).

Readers take ``--5``, ``1.2.3`` and ``12-34`` without a word, so files with them are
about; a file is not refused for what every reader can read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.matrix import Matrix
from leaflets.pdf.rendered import Rectangle

_LENIENT = re.compile(rb"^([-+]*)(\d*\.?\d*)")
_MOST = 64


def numbers(operands: bytes) -> list[float]:
    """Read operands that are all numbers; RenderError if one is none."""
    pieces = operands.split()
    try:
        return [float(piece) for piece in pieces]
    except ValueError:
        return [_lenient(piece) for piece in pieces if not piece.startswith(b"%")]


def _lenient(piece: bytes) -> float:
    found = _LENIENT.match(piece[:_MOST])
    if found is None or not any(byte in b"0123456789." for byte in found.group(2)):
        raise RenderError("the content has a word where a number stands")
    sign = -1.0 if found.group(1)[:1] == b"-" else 1.0
    digits = found.group(2)
    return sign * (float(digits) if digits != b"." else 0.0)


def exactly(count: int, operands: bytes) -> list[float]:
    """Read so many numbers; RenderError if there are fewer."""
    found = numbers(operands)
    if len(found) < count:
        raise RenderError(f"an operator has {len(found)} operands instead of {count}")
    return found[-count:]


def matrix(operands: bytes) -> Matrix:
    """Read the six numbers of a matrix."""
    a, b, c, d, e, f = exactly(6, operands)
    return a, b, c, d, e, f


def matrix_of(array: Any) -> Matrix:
    """Read a matrix that stands in a dictionary; what is none moves nothing."""
    found = numbers_of(array)
    if len(found) != 6:
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    a, b, c, d, e, f = found
    return a, b, c, d, e, f


def numbers_of(array: Any) -> list[float]:
    """Read an array of numbers; empty if it is none."""
    if not isinstance(array, pikepdf.Array):
        return []
    items: Iterable[Any] = array
    try:
        return [float(item) for item in items]
    except (TypeError, ValueError, ArithmeticError):
        return []


def rectangle_of(array: Any) -> Rectangle | None:
    """Read a rectangle, its corners in any order; None if it is none."""
    found = numbers_of(array)
    if len(found) != 4:
        return None
    x0, x1 = sorted((found[0], found[2]))
    y0, y1 = sorted((found[1], found[3]))
    return Rectangle(x0=x0, y0=y0, x1=x1, y1=y1)

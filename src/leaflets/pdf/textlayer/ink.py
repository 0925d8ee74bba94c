"""Make the ink of a page silent, and say in fewer bytes where its glyphs stand.

The engine parts the glyphs of a string where it moves them by nothing, and gives lengths
with fifteen decimals. Four are kept: what is left out is a ten millionth of an em.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf.textlayer import meanings

_SILENT = pydyf.String("\t")
_ASIDES = frozenset(("/Pagination", "/Layout"))
_SHOWN = b"] TJ"
_UNMOVED = re.compile(rb"(?<=[\da-f])>0<(?=[\da-f])")
_LONG = re.compile(rb"-?\d+\.\d{5,}")
_CODES = re.compile(rb"<([\da-f]+)>")
_ESCAPED = re.compile(rb"[()\\\r]")
_DECIMALS = 4


def silence(stream: pydyf.Stream, said: Container[int]) -> None:
    """Let a tab stand for the marked content that is *said* anew, and for furniture."""
    parts = stream.stream
    for place, part in enumerate(parts):
        if isinstance(part, bytes):
            if part.endswith(_SHOWN):
                shorter = _LONG.sub(_short, _UNMOVED.sub(b"", part))
                parts[place] = _CODES.sub(_literal, shorter)
        elif isinstance(part, pydyf.Dictionary) and (
            part.get("MCID") in said or part.get("Type") in _ASIDES
        ):
            part["ActualText"] = _SILENT


def _literal(codes: re.Match[bytes]) -> bytes:
    """Write codes as the bytes that they are, which are squeezed better than digits."""
    said = bytes.fromhex(codes[1].decode())
    return b"(%b)" % _ESCAPED.sub(_escaped, said)


def _escaped(sign: re.Match[bytes]) -> bytes:
    return b"\\r" if sign[0] == b"\r" else b"\\" + sign[0]


def _short(number: re.Match[bytes]) -> bytes:
    shorter = f"{float(number[0]):.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return shorter.encode()


def mean_spaces(pdf: pydyf.PDF, fonts: Iterable[Any], codes: Iterable[int]) -> None:
    """Give *fonts* of the ink one map, by which each of their *codes* means a space.

    A font that lacks a letter has an encoding of its own, and keeps its map.
    """
    whole = [font for font in fonts if font.get("Encoding") == "/Identity-H"]
    if not whole:
        return
    reference = whole[0]["ToUnicode"]
    kept = int(reference.split()[0])
    for font in whole:
        number = int(font["ToUnicode"].split()[0])
        font["ToUnicode"] = reference
        if number != kept:
            nothing = pdf.objects[number] = pydyf.Dictionary()  # nothing leads to it
            nothing.number = number
    pdf.objects[kept].stream[:] = [meanings.silent(codes)]

"""Write what the codes of a font mean (``/ToUnicode``, ISO 32000-1, 9.10.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pydyf  # type: ignore[import-untyped]

_BATCH = 100
"""Entries that stand together."""

_ROW = 256


def of_codes(characters: Mapping[int, str], width: int) -> bytes:
    """Give the map of codes of *width* bytes that mean one character each."""
    lines = [
        f"<{code:0{2 * width}x}> <{character.encode('utf-16-be').hex()}>"
        for code, character in sorted(characters.items())
    ]
    return _map(width, _batches("bfchar", lines))


def silent(codes: Iterable[int]) -> bytes:
    """Give the map of two-byte codes that all mean a space.

    Whole rows of codes are named, far more than are used: said alike, they take no room.
    """
    spaces = " ".join(["<0020>"] * _ROW)
    lines = [
        f"<{row:02x}00> <{row:02x}ff> [{spaces}]"
        for row in sorted({code // _ROW for code in codes})
    ]
    return _map(2, _batches("bfrange", lines))


def add(pdf: pydyf.PDF, said: bytes) -> bytes:
    """Put a map into a file, and give a reference to it."""
    stream = pydyf.Stream([said])
    pdf.add_object(stream)
    reference: bytes = stream.reference
    return reference


def _batches(kind: str, lines: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(lines), _BATCH):
        batch = lines[start : start + _BATCH]
        yield f"{len(batch)} begin{kind}"
        yield from batch
        yield f"end{kind}"


def _map(width: int, lines: Iterable[str]) -> bytes:
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<{'00' * width}> <{'ff' * width}>",
            "endcodespacerange",
            *lines,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    ).encode()

"""Write what the codes of a font mean (``/ToUnicode``, ISO 32000-1, 9.10.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pydyf  # type: ignore[import-untyped]

_BATCH = 100
"""Entries that stand together."""


def of_codes(characters: Mapping[int, str], width: int) -> bytes:
    """Give the map of codes of *width* bytes that mean one character each."""
    lines = [
        f"<{code:0{2 * width}x}> <{character.encode('utf-16-be').hex()}>"
        for code, character in sorted(characters.items())
    ]
    return _map(width, _batches("bfchar", lines))


def silent(codes: Iterable[int]) -> bytes:
    """Give the map of two-byte codes that all mean a space.

    One by one: a list in a range would take less room, but page-validation takes such a
    map for a broken one.
    """
    return of_codes(dict.fromkeys(codes, " "), 2)


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

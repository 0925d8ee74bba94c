"""Words with codes in them, as XML has them: the same for every format but its names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from leaflets.catalogs.exchange import xmlfile
from leaflets.catalogs.exchange.inline import Piece

Code = Callable[[Any, Piece], Any]
"""Makes the element of a code in the element given first."""


def fill(element: Any, pieces: tuple[Piece, ...], code: Code) -> None:
    """Put words and codes into an element."""
    last = None
    for piece in pieces:
        if piece.kind:
            last = code(element, piece)
        elif last is None:
            element.text = piece.text
        else:
            last.tail = piece.text


def words_of(element: Any, codes: Mapping[str, str]) -> str:
    """Put the words of an element together, whatever a tool has wrapped around them.

    *codes* says what an empty code stands for, by ``id``; a code that holds its own text
    is taken at its word.
    """
    found: list[str] = []
    _gather(element, codes, found)
    return "".join(found)


def codes_of(element: Any) -> dict[str, str]:
    """Say what each code of an original stands for, by ``id``."""
    return {
        child.get("id"): "".join(child.itertext()) or child.get("equiv-text", "")
        for child in element.iter()
        if isinstance(child.tag, str) and child is not element and child.get("id")
    }


def segments_of(element: Any) -> dict[str, str]:
    """Say the words of each segment that a tool cut a text into, by its number."""
    return {
        mark.get("mid", ""): "".join(mark.itertext()).strip()
        for mark in element.iter()
        if xmlfile.name(mark) == "mrk" and mark.get("mtype") == "seg"
    }


def has_tracked(element: Any) -> bool:
    """Say whether a tool has left words in that somebody wants deleted or added.

    Trados marks them ``x-sdl-deleted`` and ``x-sdl-added``: read as they stand, both
    what was and what is to be would be printed.
    """
    return any(
        (mark.get("mtype") or "").startswith(_TRACKED)
        for mark in element.iter()
        if xmlfile.name(mark) == "mrk"
    )


_TRACKED = ("x-sdl-deleted", "x-sdl-added")

_EMPTY = frozenset({"x", "bx", "ex", "ph", "sc", "ec", "it", "bpt", "ept", "ut"})
"""Codes that stand alone; anything else is a wrapping, and its words count."""


def _gather(element: Any, codes: Mapping[str, str], found: list[str]) -> None:
    found.append(element.text or "")
    for child in element:
        if not isinstance(child.tag, str):
            found.append(child.tail or "")
            continue
        before = len(found)
        kind = xmlfile.name(child)
        if kind == "cp":
            found.append(_character(child.get("hex", "")))
        else:
            _gather(child, codes, found)
            if kind in _EMPTY and not any(found[before:]):
                known = codes.get(child.get("dataRef") or child.get("id", ""), "")
                found.append(known or child.get("equiv-text") or child.get("equiv") or "")
        found.append(child.tail or "")


def _character(number: str) -> str:
    """Say a character by its number in hexadecimal; U+FFFD where it is none."""
    try:
        return chr(int(number, 16))
    except (ValueError, OverflowError):
        return "\ufffd"

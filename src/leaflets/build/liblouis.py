"""Ask liblouis for braille: this runs in a process of its own, for it is C and reads words.

liblouis (https://liblouis.io, LGPL-2.1+) knows how some two hundred languages are written
in braille. Its program ``lou_translate`` cuts long lines and does not say which cells a
word became; the library does, so the library is what is loaded. What comes back is plain
data: cells as Unicode braille (U+2800 and on), and where each letter went.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

LIBRARY = "liblouis.so.20"
"""Name that the system's linker knows; Debian's package is liblouis20."""

FOLDERS = (
    Path("/usr/share/liblouis/tables"),
    Path("/usr/local/share/liblouis/tables"),
)
"""Where a system keeps the tables; Debian's package is liblouis-data."""

MEND = "apt-get install liblouis20 liblouis-data"

_DOTS_IO, _UNICODE, _NO_UNDEFINED = 4, 64, 128
"""Modes, as ``liblouis.h`` names them."""

_SILENT = 60000
_CELLS = 0x2800
_SIX = 64
"""How many patterns six dots make."""

_AS_DOTS = 0x8000
"""What liblouis adds to a pattern of dots where it reads dots."""

_ROOM = 8
"""How many times longer than its words braille may be; an unknown character is longest."""


def version() -> str:
    """Say which liblouis this machine has; empty for none."""
    try:
        library = ctypes.CDLL(LIBRARY)
    except OSError:
        return ""
    library.lou_version.restype = ctypes.c_char_p
    said: bytes = library.lou_version()
    return said.decode()


def tables() -> Path | None:
    """Find the folder of the tables; None where there is none."""
    return next((folder for folder in FOLDERS if folder.is_dir()), None)


def translate(
    asked: Sequence[tuple[str, str]],
    stand_ins: Mapping[str, str],
    eight: Sequence[str] = (),
) -> dict[str, Any]:
    """Translate words, each by a table (its path), and read each translation back.

    *stand_ins* are said for characters that a table does not know; a cell of eight dots is
    not known either, except by the tables of *eight*. Gives ``missing``, the
    tables that cannot be used, and ``told``, for each that was asked: ``cells``; ``where``,
    for each character the index of its first cell; ``unknown``, what neither the table nor
    a stand-in has cells for; and ``back``, the words that liblouis reads in the cells.
    """
    louis = _Louis(eight)
    missing = sorted({table for table, _ in asked if not louis.has(table)})
    if missing:
        return {"missing": missing, "told": []}
    return {
        "missing": [],
        "told": [_told(louis, table, words, stand_ins) for table, words in asked],
    }


def _told(
    louis: _Louis, table: str, words: str, stand_ins: Mapping[str, str]
) -> dict[str, Any]:
    said, begins, unknown = "", [], ""
    for character in words:
        begins.append(len(said))
        if louis.knows(table, character):
            said += character
            continue
        stand_in = stand_ins.get(character, "")
        if character not in stand_ins or not all(louis.knows(table, c) for c in stand_in):
            unknown += character
        said += stand_in
    cells, positions = louis.forward(table, said)
    where = [positions[begin] for begin in begins]
    return {
        "cells": cells,
        "where": where,
        "unknown": "".join(sorted(set(unknown))),
        "back": louis.backward(table, cells),
    }


class _Louis:
    """The library, and what has been asked of it once."""

    def __init__(self, eight: Sequence[str]) -> None:
        self._eight = frozenset(eight)
        self._library = ctypes.CDLL(LIBRARY)
        self._library.lou_getTable.restype = ctypes.c_void_p
        self._library.lou_setLogLevel(_SILENT)
        if self._library.lou_charSize() not in (2, 4):
            raise OSError("liblouis has letters of an unknown size")
        wide = self._library.lou_charSize() == 4
        self._letter: Any = ctypes.c_uint32 if wide else ctypes.c_uint16
        self._known: dict[tuple[str, str], bool] = {}

    def has(self, table: str) -> bool:
        """Say whether a table, and all that it includes, can be used."""
        return bool(self._library.lou_getTable(table.encode()))

    def knows(self, table: str, character: str) -> bool:
        """Say whether a table has cells for a character, were it only to leave it out."""
        key = table, character
        if key not in self._known:
            told, _ = self.forward(table, character)
            kept, _ = self.forward(table, character, _NO_UNDEFINED)
            six = table in self._eight or all(ord(c) - _CELLS < _SIX for c in told)
            self._known[key] = six and told == kept
        return self._known[key]

    def forward(self, table: str, words: str, mode: int = 0) -> tuple[str, list[int]]:
        """Give the cells of *words*, and for each character and the end where it begins."""
        positions = (ctypes.c_int * (len(words) + 1))()
        cells = self._call(
            self._library.lou_translate,
            table,
            [ord(character) for character in words],
            _DOTS_IO | _UNICODE | mode,
            positions,
        )
        return cells, [*positions[: len(words)], len(cells)]

    def backward(self, table: str, cells: str) -> str:
        """Read cells as words."""
        dots = [ord(cell) - _CELLS + _AS_DOTS for cell in cells]
        return self._call(self._library.lou_backTranslate, table, dots, _DOTS_IO, None)

    def _call(
        self,
        function: Callable[..., int],
        table: str,
        codes: Sequence[int],
        mode: int,
        positions: ctypes.Array[ctypes.c_int] | None,
    ) -> str:
        size = len(codes) * _ROOM + 64
        given = (self._letter * max(1, len(codes)))(*codes)
        taken = (self._letter * size)()
        read, written = ctypes.c_int(len(codes)), ctypes.c_int(size)
        well = function(
            table.encode(),
            given,
            ctypes.byref(read),
            taken,
            ctypes.byref(written),
            None,
            None,
            positions,
            None,
            None,
            mode,
        )
        if not well or read.value != len(codes):
            raise OSError(f"liblouis did not read all words by {table}")
        return "".join(chr(int(code)) for code in taken[: written.value])

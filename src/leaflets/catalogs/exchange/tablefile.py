"""Open an XLSX file that may have been made to do harm, within bounds.

A workbook is a zip of XML: before anything is unpacked, the names and the sizes that it
declares are looked at; nothing is written to disk, no link is followed, no macro is read.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import BadZipFile, LargeZipFile, ZipFile

from openpyxl import load_workbook

from leaflets.catalogs.exchange.told import unreadable
from leaflets.findings import Finding

LIMIT = 20 * 1024 * 1024
"""Bytes of the largest file that is read."""

UNPACKED = 48 * 1024 * 1024
"""Bytes of all its parts together, unpacked."""

PARTS = 500
TAGS = 1_000_000
"""Tags of the part with most: a cell has some six, and costs many times its bytes."""

LAST_ROW = 100_000
"""Number of the last row that is looked at. A sheet may have ten times as many, and some
programs name its very last row for no reason."""

COLUMNS = 40
"""Columns that are looked at."""

TAGS_OF_STYLE = 100_000
"""The same, of a part that holds no words."""

_HOLDS_WORDS = ("xl/sharedStrings", "xl/worksheets/sheet")
_SPREADSHEET = "xl/workbook.xml"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

Row = tuple[int, tuple[Any, ...]]
"""Number of a row, and its cells as openpyxl gives them."""


def rows(data: bytes, shown: str) -> tuple[list[Row], tuple[Finding, ...]]:
    """Read the rows of the first sheet that holds any; none and the reason if it fails."""
    if reason := _harm(data):
        return [], (unreadable(shown, reason),)
    try:
        return _rows(data), ()
    except Exception as error:  # noqa: BLE001 - a broken workbook makes openpyxl raise anything
        what = f"workbook cannot be read: {type(error).__name__}"
        return [], (unreadable(shown, what, hint="save it anew as .xlsx"),)


def decoded(words: str) -> str:
    """Take back the escapes by which a workbook holds characters (ECMA-376, 22.9.2.19)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), words)


def encoded(words: str) -> str:
    """Escape what a spreadsheet would take for an escape, and carriage returns."""
    return _LOOKS_ESCAPED.sub("_x005F_", words).replace("\r", "_x000D_")


def _harm(data: bytes) -> str:
    """Say why a file may not be opened; '' where it may."""
    if len(data) > LIMIT:
        return f"file is larger than {LIMIT} bytes"
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS:
                return f"workbook has more than {PARTS} parts"
            if sum(part.file_size for part in parts) > UNPACKED:
                return f"workbook unpacks to more than {UNPACKED} bytes"
            names = [part.filename for part in parts]
            if _SPREADSHEET not in names:
                return "file is not an Excel workbook (.xlsx)"
            if len(names) != len(set(names)):
                return "workbook has two parts of one name"
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    reason = _harm_of_part(part.filename, archive.read(part))
                    if reason:
                        return reason
    except (BadZipFile, LargeZipFile, zlib.error, OSError, EOFError, ValueError) as error:
        return f"workbook is damaged: {type(error).__name__}"
    except (NotImplementedError, RuntimeError):
        return "workbook is encrypted or packed in a way that is not read"
    return ""


def _harm_of_part(name: str, part: bytes) -> str:
    if part[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in part[:64]:
        return "workbook holds a part that is not UTF-8"
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        return "workbook declares a document type"
    most = TAGS if name.startswith(_HOLDS_WORDS) else TAGS_OF_STYLE
    if part.count(b"<") > most:
        return f"workbook has a part of more than {most} tags"
    return ""


def _rows(data: bytes) -> list[Row]:
    book = load_workbook(BytesIO(data), read_only=True, keep_links=False, rich_text=True)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # some programs write a size that is not true
            found = sheet.iter_rows(max_col=COLUMNS)
            held = [
                (number, cells)
                for number, cells in enumerate(islice(found, LAST_ROW), 1)
                if any(cell.value is not None for cell in cells)
            ]
            if held:
                return held
    finally:
        book.close()
    return []

"""The reviewer's table: an XLSX sheet for those who have no translator's tool.

One row for each message, one for each plural form. What must not change is locked; every
cell is text, so that words which begin like a formula stay words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation

from leaflets.catalogs.exchange.packet import Packet, State, Unit, form_id, gathered
from leaflets.catalogs.exchange.tablefile import Row, decoded, encoded, rows
from leaflets.catalogs.exchange.told import foreign, skipped, unreadable
from leaflets.findings import Finding
from leaflets.origin import Origin

SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    width: int
    """Of characters."""

    open: bool = False
    """True where the reviewer writes."""


_COLUMNS = (
    _Column("key", 30),
    _Column("original", 60),
    _Column("translation", 60, open=True),
    _Column("note", 40),
    _Column("state", 12, open=True),
    _Column("original mark", 15),
    _Column("translation mark", 15),
    _Column("leaflet", 12),
    _Column("from", 8),
    _Column("to", 8),
)
_STATES = tuple(state.value for state in State if state)
_DATE = (1980, 1, 1, 0, 0, 0)
_SETTLED = b"1980-01-01T00:00:00Z"


def write(packet: Packet) -> bytes:
    """Say a packet as a workbook of one sheet: the same bytes for the same packet."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = f"{packet.domain} {packet.locale}"[:31]
    sheet.sheet_view.rightToLeft = packet.rtl
    sheet.freeze_panes = "C2"
    for number, column in enumerate(_COLUMNS, 1):
        cell = sheet.cell(row=1, column=number)
        _put(cell, column.title)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="FFDDDDDD")
        sheet.column_dimensions[cell.column_letter].width = column.width
    last = 1
    for last, values in enumerate(_lines(packet), 2):
        for number, (column, value) in enumerate(zip(_COLUMNS, values, strict=True), 1):
            cell = sheet.cell(row=last, column=number)
            _put(cell, value)
            _dress(cell, column, packet)
    choice = DataValidation(type="list", formula1=f'"{",".join(_STATES)}"')
    choice.add(f"E2:E{max(last, 2)}")
    sheet.add_data_validation(choice)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.sort = False
    sheet.protection.autoFilter = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    return _settled(book)


def read(data: bytes, shown: str) -> tuple[Packet | None, tuple[Finding, ...]]:
    """Read the table as Excel or LibreOffice leave it, by the names of its columns.

    Columns may stand in any order, and others beside them.
    """
    lines, findings = rows(data, shown)
    if findings:
        return None, findings
    at, first, wrong = _header(lines, shown)
    if wrong:
        return None, (wrong,)
    told: list[Finding] = []
    units: list[Unit] = []
    said: dict[str, set[str]] = {"leaflet": set(), "from": set(), "to": set()}
    for number, cells in lines[first:]:
        values: dict[str, str] = {}
        origin = Origin(shown, number)
        for title, column in at.items():
            cell = cells[column] if column < len(cells) else None
            text, trouble = _words(cell)
            values[title] = text
            if trouble and title in {"key", "original", "translation"}:
                told.append(skipped(origin, f"the cell {title!r} holds {trouble}"))
        if not values["key"].strip():
            if values["translation"].strip():
                told.append(skipped(origin, "a row without a key"))
            continue
        for title, found in said.items():
            if value := values.get(title, "").strip():
                found.add(value)
        units.append(_unit(values, origin))
    if many := [title for title, found in said.items() if len(found) > 1]:
        return None, (foreign(Origin(shown), f"rows differ in the column {many[0]!r}"),)
    packet = Packet(
        domain="".join(said["leaflet"]),
        original="".join(said["from"]),
        locale="".join(said["to"]),
        units=gathered(units),
    )
    return packet, tuple(told)


def _lines(packet: Packet) -> Iterator[tuple[str, ...]]:
    about = (packet.domain, packet.original, packet.locale)
    for unit in packet.units:
        for index, source in enumerate(unit.sources):
            form = unit.forms[index] if index < len(unit.forms) else ""
            notes = list(unit.notes)
            if unit.plural and index < len(packet.examples):
                shown = ", ".join(map(str, packet.examples[index]))
                notes.insert(0, f"This form is for numbers such as {shown}.")
            if unit.previous:
                notes.append(f"The original was: {unit.previous}")
            if unit.earlier:
                notes.append(f"Its translation was: {unit.earlier}")
            yield (
                form_id(unit.key, index) if unit.plural else unit.key,
                source,
                form,
                "\n".join(notes),
                (unit.state if form.strip() else State.MISSING).value,
                unit.original_mark,
                unit.translation_mark,
                *about,
            )


def _put(cell: Any, words: str) -> None:
    """Set a cell to words, whatever they look like."""
    if words:
        cell.value = encoded(words)
        cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = True


_TOP = {"wrap_text": True, "vertical": "top"}


def _dress(cell: Any, column: _Column, packet: Packet) -> None:
    if column.title == "translation":
        side = "right" if packet.rtl else "left"
        order = 2 if packet.rtl else 1
        cell.alignment = Alignment(horizontal=side, readingOrder=order, **_TOP)
        cell.font = Font(name=packet.font or None, size=12)
    elif column.title in {"key", "original", "note"}:
        cell.alignment = Alignment(horizontal="left", readingOrder=1, **_TOP)
    else:
        cell.alignment = Alignment(**_TOP)
        cell.font = Font(color="FF777777", size=9)
    cell.protection = Protection(locked=not column.open)


def _settled(book: Workbook) -> bytes:
    """Save a workbook with no clock in it."""
    held, settled = BytesIO(), BytesIO()
    book.save(held)
    with ZipFile(held) as old, ZipFile(settled, "w", ZIP_DEFLATED) as new:
        for part in sorted(old.infolist(), key=lambda part: part.filename):
            data = old.read(part)
            if part.filename == "docProps/core.xml":
                data = _without_clock(data)
            info = ZipInfo(part.filename, _DATE)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, data)
    return settled.getvalue()


def _without_clock(data: bytes) -> bytes:
    for tag in (b"created", b"modified"):
        start = data.find(b">", data.find(b"<dcterms:" + tag)) + 1
        end = data.find(b"</dcterms:" + tag)
        data = data[:start] + _SETTLED + data[end:]
    return data


def _header(lines: list[Row], shown: str) -> tuple[dict[str, int], int, Finding | None]:
    """Find the row of titles: where each column stands, and the first line below it."""
    for place, (number, cells) in enumerate(lines[:10]):
        titles = [str(cell.value or "").strip().casefold() for cell in cells]
        known = {column.title for column in _COLUMNS}
        if not {"key", "original", "translation"} <= set(titles):
            continue
        doubled = [t for t in known if titles.count(t) > 1]
        if doubled:
            what = f"two columns are called {min(doubled)!r}"
            return {}, 0, unreadable(shown, what, line=number)
        return {t: titles.index(t) for t in known if t in titles}, place + 1, None
    return (
        {},
        0,
        unreadable(
            shown,
            "no row names the columns 'key', 'original' and 'translation'",
            hint="keep the first row as it was, with no merged cells in it",
        ),
    )


def _words(cell: Any) -> tuple[str, str]:
    """Read a cell as words, and say what it holds if that is none."""
    value = None if cell is None else cell.value
    if value is None:
        return "", ""
    kind = cell.data_type
    if kind == "f":
        return "", "a formula"
    if kind in {"e", "b", "d"}:
        return "", "no text"
    return decoded(str(value)), ""


def _unit(values: dict[str, str], origin: Origin) -> Unit:
    state = values.get("state", "").strip().casefold()
    words = values["translation"]
    return Unit(
        key=values["key"].strip(),
        sources=(values["original"],),
        forms=(words,),
        state=_state(state, words),
        original_mark=values.get("original mark", "").strip(),
        translation_mark=values.get("translation mark", "").strip(),
        origin=origin,
    )


def _state(said: str, words: str) -> State:
    """Read the state; words where the state still says 'missing' are a translation."""
    if not words.strip():
        return State.MISSING
    known = said in _STATES and said != State.MISSING
    return State(said) if known else State.UNSAID

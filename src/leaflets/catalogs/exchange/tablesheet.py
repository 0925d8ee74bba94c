"""Write the reviewer's table: an XLSX sheet for those who have no translator's tool.

One row for each message, one for each plural form. What must not change is locked; every
cell is text, so that words which begin like a formula stay words.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation

from leaflets.catalogs.exchange.columns import COLUMNS, STATES
from leaflets.catalogs.exchange.packet import Packet, State, form_id
from leaflets.catalogs.exchange.tablefile import encoded

_READ = {"key", "original", "translation", "note", "remark"}
_TITLE = "leaflets title"
_DATE = (1980, 1, 1, 0, 0, 0)
_LINE = 18
"""Height of a line, in pt."""

_TALLEST = 400
"""Height of a row that every spreadsheet allows, in pt."""

_SETTLED = b"1980-01-01T00:00:00Z"


def write(packet: Packet) -> bytes:
    """Say a packet as a workbook of one sheet: the same bytes for the same packet."""
    book = Workbook()
    sheet: Any = book.active
    for style in _styles(packet):
        book.add_named_style(style)
    sheet.title = f"{packet.domain} {packet.locale}"[:31]
    sheet.sheet_view.rightToLeft = packet.rtl
    sheet.freeze_panes = "C2"
    for number, column in enumerate(COLUMNS, 1):
        cell = sheet.cell(row=1, column=number)
        _put(cell, column.title, _TITLE)
        sheet.column_dimensions[cell.column_letter].width = column.width
        sheet.column_dimensions[cell.column_letter].hidden = column.hidden
    last = 1
    for last, values in enumerate(_lines(packet), 2):
        for number, (column, value) in enumerate(zip(COLUMNS, values, strict=True), 1):
            cell = sheet.cell(row=last, column=number)
            _put(cell, value, f"leaflets {column.title}")
        sheet.row_dimensions[last].height = _height(values)
    choice = DataValidation(type="list", formula1=f'"{",".join(STATES)}"')
    choice.add(f"F2:F{max(last, 2)}")
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
    sheet.print_area = f"A1:E{last}"
    return _settled(book)


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
                "",
                (unit.state if form.strip() else State.MISSING).value,
                unit.original_mark,
                unit.translation_mark,
                *about,
            )


def _height(values: tuple[str, ...]) -> float:
    """Guess the height in pt that a row needs: not every program finds it by itself.

    A line is taken to be high enough for the tallest scripts.
    """
    lines = max(
        sum(-(-len(line) // column.width) or 1 for line in value.split("\n"))
        for column, value in zip(COLUMNS, values, strict=True)
        if not column.hidden
    )
    return float(min(_LINE * lines + 2, _TALLEST))


def _put(cell: Any, words: str, style: str) -> None:
    """Set a cell to words, whatever they look like."""
    if words:
        cell.value = encoded(words)
        cell.data_type = "s"
    cell.style = style


def _styles(packet: Packet) -> Iterator[NamedStyle]:
    """Make the style of each column, and that of the titles.

    All cells are of the format "text", so that what is typed into them stays as typed.
    """
    sides = {"translation": ("right", 2) if packet.rtl else ("left", 1)}
    for column in COLUMNS:
        quiet = column.title not in _READ
        side, order = sides.get(column.title, ("left", 1))
        style = NamedStyle(f"leaflets {column.title}")
        style.alignment = Alignment(
            horizontal=side, vertical="top", wrap_text=True, readingOrder=order
        )
        name = (column.title == "translation" and packet.font) or "Calibri"
        style.font = Font(name=name, color="FF777777" if quiet else None, size=11)
        style.protection = Protection(locked=not column.open)
        style.number_format = "@"
        yield style
    title = NamedStyle(_TITLE)
    title.font = Font(name="Calibri", bold=True, size=11)
    title.fill = PatternFill("solid", start_color="FFDDDDDD")
    title.number_format = "@"
    yield title


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

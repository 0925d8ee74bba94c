"""The reviewer's table: an XLSX sheet for those who have no translator's tool.

It comes back from Excel or LibreOffice with its columns moved, others beside them, and
rows sorted: the names of the columns and the keys are what counts.
"""

from __future__ import annotations

from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock

from leaflets.catalogs.exchange.columns import COLUMNS, STATES
from leaflets.catalogs.exchange.packet import Packet, State, Unit, gathered
from leaflets.catalogs.exchange.tablefile import Row, decoded, rows
from leaflets.catalogs.exchange.tablesheet import write
from leaflets.catalogs.exchange.told import foreign, skipped, unreadable
from leaflets.findings import Finding
from leaflets.origin import Origin

__all__ = ["SUFFIX", "read", "write"]

SUFFIX = ".xlsx"


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
            if text and title == "translation" and _struck(cell):
                text, trouble = "", "words that are struck through"
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


def _header(lines: list[Row], shown: str) -> tuple[dict[str, int], int, Finding | None]:
    """Find the row of titles: where each column stands, and the first line below it."""
    for place, (number, cells) in enumerate(lines[:10]):
        titles = [str(cell.value or "").strip().casefold() for cell in cells]
        known = {column.title for column in COLUMNS}
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


def _struck(cell: Any) -> bool:
    """Say whether a reviewer has struck words through: nobody says what is meant by it.

    Read as they stand, the words that are to go would be printed.
    """
    runs = cell.value if isinstance(cell.value, CellRichText) else ()
    return bool(cell.font.strike) or any(
        isinstance(run, TextBlock) and run.font.strike for run in runs
    )


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
        remarks=tuple(filter(None, [values.get("remark", "").strip()])),
        origin=origin,
    )


def _state(said: str, words: str) -> State:
    """Read the state; words where the state still says 'missing' are a translation."""
    if not words.strip():
        return State.MISSING
    known = said in STATES and said != State.MISSING
    return State(said) if known else State.UNSAID

"""The columns of the reviewer's table."""

from __future__ import annotations

from dataclasses import dataclass

from leaflets.catalogs.exchange.packet import State


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what the reviewer calls it, and whether it is the reviewer's."""

    title: str
    width: int
    """Of characters."""

    open: bool = False
    """True where the reviewer writes."""

    hidden: bool = False
    """True where only the program reads."""


COLUMNS = (
    Column("key", 24),
    Column("original", 46),
    Column("translation", 46, open=True),
    Column("note", 34),
    Column("remark", 24, open=True),
    Column("state", 12, open=True),
    Column("original mark", 15, hidden=True),
    Column("translation mark", 15, hidden=True),
    Column("leaflet", 12, hidden=True),
    Column("from", 8, hidden=True),
    Column("to", 8, hidden=True),
)
STATES = tuple(state.value for state in State if state)

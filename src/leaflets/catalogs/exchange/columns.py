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


COLUMNS = (
    Column("key", 30),
    Column("original", 60),
    Column("translation", 60, open=True),
    Column("note", 40),
    Column("remark", 30, open=True),
    Column("state", 12, open=True),
    Column("original mark", 15),
    Column("translation mark", 15),
    Column("leaflet", 12),
    Column("from", 8),
    Column("to", 8),
)
STATES = tuple(state.value for state in State if state)

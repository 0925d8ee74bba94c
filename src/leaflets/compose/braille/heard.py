"""What is asked of a translator of braille, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """Words for one table."""

    table: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Their cells."""

    cells: str
    """Unicode braille of six dots."""

    where: tuple[int, ...]
    """For each character, the index of its first cell."""


Translate = Callable[[Sequence[Asked]], Sequence[Heard]]
"""Translates all words of a leaflet at once. It is a program outside, so it is handed in;
it raises LocaleError for words that a table has no cells for."""

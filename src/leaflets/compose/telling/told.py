"""A Narrative as it stands in a file, whatever the way of telling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from leaflets.model.format import Format
from leaflets.model.locale import Locale
from leaflets.model.narrative import Narrative


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What stands in the file, and where to look for what it must hold."""

    data: str
    pages: int
    placed: Mapping[str, str] = field(hash=False)
    """What stands in ``data`` for each Expectation, by its id; in the order of the file."""

    about: Mapping[str, object] = field(default_factory=dict, hash=False)
    """What the manifest says of it: ``words``, ``minutes`` …"""


Tell = Callable[[Narrative, Format, Locale], Told]
"""Tells a Narrative in a Format. Pure: what a program outside must do is handed in."""

Read = Callable[[str], str]
"""Reads a file again: what stands in ``Told.data`` → the words that it says, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way of telling: how it is written, and how it is read again."""

    tell: Tell
    read: Read | None = None
    """None where nobody can say the words of the file again."""

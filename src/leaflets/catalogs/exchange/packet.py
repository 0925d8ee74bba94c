"""What is sent to a translator and comes back, whatever the file looks like.

Each format writes a packet and reads one; none of them knows a catalog.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from leaflets import fingerprint
from leaflets.origin import Origin

FORM = ":"
"""Stands between a key and the number of a plural form (``tea.wait.text:0``): no key
holds one, and an XLIFF 2 id may."""

_NOWHERE = Origin("")


class State(StrEnum):
    """How far a translation is, as far as a translator's tool can say it."""

    MISSING = "missing"
    FUZZY = "fuzzy"
    MACHINE = "machine"
    TRANSLATED = "translated"
    UNSAID = ""
    """The file does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One message: what it says, and what it says in the other language."""

    key: str
    sources: tuple[str, ...]
    """The original's words, one for each form of the translation."""

    forms: tuple[str, ...] = ()
    """The translation; as many as there are sources."""

    plural: bool = False
    state: State = State.UNSAID
    notes: tuple[str, ...] = ()
    """Lines for the translator."""

    original_mark: str = ""
    """Fingerprint of the message; empty where the file has lost it."""

    translation_mark: str = ""
    """Mark of the translation that was sent (``sent_mark``); empty where it is lost."""

    count: str = ""
    """Name of the fact that selects the plural."""

    previous: str = ""
    """The original's words that the translation was made for, where they changed."""

    earlier: str = ""
    """The translation of those words."""

    remarks: tuple[str, ...] = ()
    """What the translator or the reviewer wrote beside it."""

    origin: Origin = _NOWHERE

    @property
    def empty(self) -> bool:
        """True where no form has words."""
        return not any(form.strip() for form in self.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """Messages of one leaflet, or of the furniture, on their way in one language."""

    domain: str
    """Name of the leaflet, or ``phrases``."""

    original: str
    """BCP 47 tag of the language translated from."""

    locale: str
    """BCP 47 tag of the language translated into."""

    units: tuple[Unit, ...]
    examples: tuple[tuple[int, ...], ...] = ()
    """The first numbers of each plural form."""

    rtl: bool = False
    font: str = ""
    """Family that shows the language's script well."""


def mark_of(forms: Iterable[str]) -> str:
    """Digest the forms of a translation: twelve hexadecimal digits over their NFC.

    Where nothing is translated it is the same, however many forms are empty.
    """
    said = tuple(forms)
    return fingerprint.of_words(said if any(said) else ())


_UNFINISHED = "f"


def sent_mark(forms: Iterable[str], *, fuzzy: bool) -> str:
    """Mark a translation as it is sent: its words, and whether they were finished.

    >>> sent_mark(["Tee"], fuzzy=True) == mark_of(["Tee"]) + "f"
    True
    """
    return mark_of(forms) + (_UNFINISHED if fuzzy else "")


def sent_as(mark: str) -> tuple[str, bool]:
    """Take the mark of what was sent apart: that of its words, and whether it was fuzzy.

    >>> sent_as("4d6b1b748e48f")
    ('4d6b1b748e48', True)
    """
    return mark[:12], mark[12:] == _UNFINISHED


def form_id(key: str, index: int) -> str:
    """Name one plural form of a message.

    >>> form_id("tea.wait.text", 2)
    'tea.wait.text:2'
    """
    return f"{key}{FORM}{index}"


def key_and_form(name: str) -> tuple[str, int]:
    """Take the name of a form apart; -1 where the message has no plural.

    >>> key_and_form("tea.wait.text:2"), key_and_form("tea.title")
    (('tea.wait.text', 2), ('tea.title', -1))
    """
    key, mark, index = name.rpartition(FORM)
    if mark and len(index) == 1 and index in "012345":
        return key, int(index)
    return name, -1


def gathered(pieces: Iterable[Unit]) -> tuple[Unit, ...]:
    """Put the forms of each plural message together, in the order of the file.

    A piece names one form and holds one. A key that comes twice stays twice, and so does
    a form: whoever takes the packet in refuses it. Forms that are left out are empty.
    """
    units: list[Unit] = []
    open_at: dict[str, int] = {}
    held: list[dict[int, Unit]] = []
    for piece in pieces:
        key, index = key_and_form(piece.key)
        if index < 0:
            units.append(piece)
            held.append({})
            continue
        at = open_at.get(key, -1)
        if at < 0 or index in held[at]:
            at = open_at[key] = len(units)
            units.append(replace(piece, key=key, plural=True))
            held.append({})
        held[at][index] = piece
    return tuple(
        _whole(unit, forms) if forms else unit
        for unit, forms in zip(units, held, strict=True)
    )


def _whole(unit: Unit, pieces: dict[int, Unit]) -> Unit:
    none = Unit(key="", sources=("",), forms=("",))
    row = [pieces.get(index, none) for index in range(max(pieces) + 1)]
    return replace(
        unit,
        original_mark=_one({piece.original_mark for piece in pieces.values()}),
        translation_mark=_one({piece.translation_mark for piece in pieces.values()}),
        sources=tuple(piece.sources[0] for piece in row),
        forms=tuple(piece.forms[0] for piece in row),
        state=least([piece.state for piece in pieces.values()]),
        remarks=tuple(dict.fromkeys(r for piece in row for r in piece.remarks)),
    )


_MIXED = "mixed"
"""Mark of a message whose forms come from different files; no mark is like it."""


def _one(marks: set[str]) -> str:
    """Say the mark that all forms have; those that have lost theirs say nothing."""
    said = sorted(marks - {""})
    return _MIXED if len(said) > 1 else "".join(said)


_ORDER = (State.MISSING, State.FUZZY, State.MACHINE, State.UNSAID, State.TRANSLATED)


def least(states: Iterable[State]) -> State:
    """Say how far the whole is, when its parts are so far."""
    return min(states, key=_ORDER.index, default=State.UNSAID)

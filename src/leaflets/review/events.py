"""What a ledger can hold: one event a line, each plain data.

``words`` and ``reading`` say what was read and carry a digest of themselves; ``signoff``,
``state``, ``checked`` and ``unchanged`` say who vouches for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from leaflets.review.marks import mark_of, original_mark, reading_mark

Pairs = Mapping[str, tuple[str, str]]
"""By key the marks of an original and of its translation (empty in the original)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The exact words that somebody had before them; kept once for each mark."""

    words: tuple[str, ...]
    """Forms of a translation; the words and the plural of an original."""

    key: str = ""
    """Key of an original's message; a translation's words are nobody's in particular."""

    count: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """Names of the facts placed in an original, and what each said."""

    mark: str = field(init=False)
    """Twelve digits over the words: they cannot be changed and keep it."""

    def __post_init__(self) -> None:
        words, other = (*self.words, "", "")[:2]
        mark = (
            original_mark(self.key, words, other, self.count, self.facts)
            if self.key
            else mark_of(self.words)
        )
        object.__setattr__(self, "mark", mark)

    def as_data(self) -> dict[str, Any]:
        """Say the event as plain data."""
        said: Any = list(self.words)
        if self.key:
            said = {
                "key": self.key,
                "words": said,
                "count": self.count,
                "facts": [list(fact) for fact in self.facts],
            }
        return {"event": "words", "mark": self.mark, "words": said}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What lay before a signer: the marks of every part, by name."""

    leaflet: str
    locale: str
    parts: Pairs = field(hash=False)
    phrases: Pairs = field(default_factory=dict, hash=False)
    risks: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Why a lost word in a message does harm, where it does."""

    facts: Mapping[str, str] = field(default_factory=dict, hash=False)
    claims: Mapping[str, str] = field(default_factory=dict, hash=False)
    sources: Mapping[str, str] = field(default_factory=dict, hash=False)
    frame: str = ""
    """Mark of how the leaflet is put together, its words left out; originals only."""

    mark: str = field(init=False)
    """Thirty-two digits over all of it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "mark", reading_mark(self._as_read()))

    def as_data(self) -> dict[str, Any]:
        """Say the event as plain data."""
        return {"event": "reading", "mark": self.mark, **self._as_read()}

    def _as_read(self) -> dict[str, Any]:
        return {
            "leaflet": self.leaflet,
            "locale": self.locale,
            "parts": {key: list(pair) for key, pair in self.parts.items()},
            "phrases": {key: list(pair) for key, pair in self.phrases.items()},
            "risks": {key: list(why) for key, why in self.risks.items()},
            "facts": dict(self.facts),
            "claims": dict(self.claims),
            "sources": dict(self.sources),
            "frame": self.frame,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Signoff:
    """One person's word that one reading is right."""

    leaflet: str
    locale: str
    role: str
    by: str
    date: str
    reading: str
    """Mark of what was read."""

    turn: int
    """One more than any turn before it in the ledger, so that the last one is known
    whatever the order of the lines; two branches may use one number."""

    def as_data(self) -> dict[str, Any]:
        """Say the event as plain data."""
        return {"event": "signoff", **_plain(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One person's word that one message is right."""

    locale: str
    key: str
    original: str
    translation: str
    """Mark of the translation; empty in the original's ledger."""

    state: str
    """``reviewed``."""

    role: str
    by: str
    date: str
    turn: int
    risks: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Say the event as plain data."""
        return {"event": "state", **_plain(self), "risks": list(self.risks)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One person's word that a fact, block or claim was checked at its source."""

    name: str
    """``fact:pad_time``, ``block:causes.help``, ``claim:S1-16``."""

    by: str
    date: str
    fingerprint: str

    def as_data(self) -> dict[str, Any]:
        """Say the event as plain data."""
        return {"event": "checked", **_plain(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """An author's word that a message means what it meant before a slip was mended."""

    key: str
    before: str
    """Mark of the original's words as they were signed; ``from`` in the file."""

    now: str
    """Mark of the original's words as they are; ``to`` in the file."""

    role: str
    by: str
    date: str

    def as_data(self) -> dict[str, Any]:
        """Say the event as plain data."""
        data = _plain(self)
        data["from"], data["to"] = data.pop("before"), data.pop("now")
        return {"event": "unchanged", **data}


Event = Words | Reading | Signoff | State | Check | Unchanged


def as_line(event: Event) -> str:
    """One line for a ledger: sorted names, so that one event has one line."""
    return json.dumps(event.as_data(), ensure_ascii=False, sort_keys=True) + "\n"


def _plain(event: Signoff | State | Check | Unchanged) -> dict[str, Any]:
    return {f.name: getattr(event, f.name) for f in fields(event)}

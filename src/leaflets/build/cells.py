"""A cell of the status board: one leaflet, or the furniture, in one locale.

Plain data, to be shown, printed as JSON, and remembered from one board to the next.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from leaflets.catalogs.status import STATES as GETTEXT_STATES
from leaflets.catalogs.status import TO_REDO
from leaflets.findings import Finding, errors

STATES = ("signed", "reviewed", *GETTEXT_STATES)
"""The one state of a message, the best first.

``signed``: translator and reviser have signed exactly these words of exactly this original.
``reviewed``: a person has signed or passed exactly these words, and one of the two has not.
``translated``: translated, by a person as far as the file says; nobody has signed.
``machine``: drafted by a machine. ``fuzzy``: marked so in the file. ``stale``: the
original, or a figure in it, has changed since. ``missing``: no words. In these three the
original's words stand in, in drafts only. ``refused``: a hard check fails, and the leaflet
is not built in this locale.
"""

RISKS = ("warning", "certainty", "negation", "fact")
"""Risks of a message, the one that does most harm first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message to redo, or to look at."""

    key: str
    state: str
    risks: tuple[str, ...]
    original: str
    other: str = ""
    previous: str = ""
    """The words that the translation was made for, where they are known."""

    forms: tuple[str, ...] = ()
    """The translation as it stands, or stood."""

    why: tuple[str, ...] = ()
    """What was found, each with its code."""

    hint: str = ""
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One leaflet, or the furniture, in one locale."""

    domain: str
    locale: str
    begun: bool = True
    """False where there is no catalog; every message is missing then."""

    messages: int = 0
    counts: Mapping[str, int] = field(default_factory=dict, hash=False)
    words: int = 0
    """Words of the original that are to be translated or redone."""

    work: tuple[Line, ...] = ()
    """Exactly the messages to redo, those of most risk first."""

    look: tuple[Line, ...] = ()
    """Messages that are printed, and about which a check asks something."""

    findings: tuple[Finding, ...] = ()
    """Everything found: what is wrong with the file, with each message, and what the
    checks ask."""

    @property
    def done(self) -> int:
        """Number of messages with a translation that can be printed."""
        return self.messages - sum(self.counts.get(state, 0) for state in TO_REDO)

    @property
    def broken(self) -> tuple[Finding, ...]:
        """What is wrong with the catalog's file (T101 to T108).

        While it is, no message of it can be printed, whatever state the message is in.
        """
        return tuple(f for f in errors(self.findings) if f.code.startswith("T1"))

    def as_data(self) -> dict[str, Any]:
        """Say the cell as plain data, for JSON."""
        return {
            "domain": self.domain,
            "locale": self.locale,
            "begun": self.begun,
            "messages": self.messages,
            **{state: self.counts.get(state, 0) for state in STATES},
            "words_to_redo": self.words,
            "todo": [line.key for line in self.work],
            "work": [asdict(line) for line in self.work],
            "look": [asdict(line) for line in self.look],
            "findings": [finding.as_data() for finding in self.findings],
        }


def remembered(path: Path, key: str) -> Cell | None:
    """Take a cell from where it was put; None where it is another's, or damaged."""
    try:
        held = json.loads(path.read_bytes())
        if held["key"] != key:
            return None
        data = held["cell"]
        return Cell(
            domain=data["domain"],
            locale=data["locale"],
            begun=data["begun"],
            messages=data["messages"],
            counts={state: int(data[state]) for state in STATES},
            words=data["words_to_redo"],
            work=tuple(_line_of(each) for each in data["work"]),
            look=tuple(_line_of(each) for each in data["look"]),
            findings=tuple(Finding.from_data(each) for each in data["findings"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _line_of(data: dict[str, Any]) -> Line:
    lists = {name: tuple(data[name]) for name in ("risks", "forms", "why")}
    return Line(**{**data, **lists})

"""Claims, how sure one can be of them, and the sources they rest on."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from leaflets.model.text import Text
from leaflets.origin import Origin

REVIEW_YEARS = 2
"""Years from writing to review: the default of UK trusts, less than most allow."""


def years_on(day: datetime.date, years: int) -> datetime.date:
    """Go some years on; from 29 February to the 28th where there is none.

    >>> years_on(datetime.date(2028, 2, 29), 2)
    datetime.date(2030, 2, 28)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


class Certainty(StrEnum):
    """How sure one can be of a claim, in GRADE's words, and two more.

    ``untested`` is for what nobody has studied; ``advice`` for what guidelines
    recommend or a service states, where certainty of an effect is not the question.
    """

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    UNTESTED = "untested"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement that a leaflet must be able to defend."""

    key: str
    statement: str
    """The statement in plain words of the original; not printed, but what a reviewer reads."""

    certainty: Certainty
    reason: str
    """Why this certainty and no other."""

    sources: tuple[str, ...]
    """Keys of the sources it rests on."""

    origin: Origin
    topic: str = ""
    """What the claim is about: groups the ledger."""

    kind: str = "statement"
    """``effect``, ``harm``, ``number`` or ``statement``: what sort of promise it makes."""

    verify: str = ""
    """Why a person must check the claim before it may leave in a final artifact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a claim rests on, as CSL-JSON (the form that Zotero writes)."""

    key: str
    csl: Mapping[str, Any] = field(hash=False)
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyClaim:
    """A claim whose certainty the evidence section prints, in the leaflet's words."""

    claim: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What only this leaflet can say in the fixed evidence section. Every part is demanded."""

    searched: str
    """ISO date of the evidence search."""

    written: str
    """ISO date of writing."""

    review: str
    """ISO date of the next review."""

    certainty: tuple[KeyClaim, ...]
    unknowns: tuple[Text, ...]
    limits: tuple[Text, ...]
    method: Text
    """How the certainty was judged, and by whom it was not."""

    who: Text
    funding: Text
    conflicts: Text
    updating: Text
    origin: Origin


FULL_PARTS = (
    "certainty",
    "unknowns",
    "limits",
    "method",
    "sources",
    "dates",
    "who",
    "funding",
    "conflicts",
    "updating",
    "advice",
    "code",
)
"""Parts of the full form of the evidence section, in their order on the page."""

SHORT_PARTS = (
    "certainty",
    "unknowns",
    "limits",
    "sources",
    "dates",
    "who",
    "funding",
    "advice",
    "code",
)
"""Parts of the short form, for folded formats only."""

FORMS = {"full": FULL_PARTS, "short": SHORT_PARTS}
"""The two fixed forms of the evidence section (promise 1 of the design)."""

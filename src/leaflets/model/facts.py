"""Typed values placed in a Text by name, so that nobody types a figure twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from leaflets.origin import Origin

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)(?:\.([a-z]+))?\}")
"""What a placed fact looks like in a Text: ``{name}`` or ``{name.field}``, a subset of
Python's brace format, so that ``msgfmt -c`` knows it too."""

DIGIT = re.compile(r"\d")
"""Any script's decimal digit."""


class FactKind(StrEnum):
    """What a fact is; decides how it is formatted and which way it runs."""

    NUMBER = "number"
    PROPORTION = "proportion"
    PERCENTAGE = "percentage"
    AGE = "age"
    DATE = "date"
    DURATION = "duration"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    CODE = "code"


FIELDS: dict[FactKind, tuple[str, ...]] = {
    FactKind.PROPORTION: ("count", "of"),
    FactKind.DURATION: ("count",),
}
"""Parts of a fact that a Text may place alone, where a language must put words between
them. Either the whole or all the parts carry the fact."""

LEFT_TO_RIGHT = frozenset(
    {
        FactKind.NUMBER,
        FactKind.AGE,
        FactKind.PHONE,
        FactKind.EMAIL,
        FactKind.WEB,
        FactKind.CODE,
    }
)
"""Kinds that run left to right in every script. The others hold words and run with
their locale."""

VERBATIM = frozenset({FactKind.PHONE, FactKind.EMAIL, FactKind.WEB, FactKind.CODE})
"""Kinds that no locale may reformat: what is dialled, typed or looked up."""

UNITS = ("minute", "hour", "day", "week", "month", "year")
"""CLDR units that a duration may be in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value that a leaflet prints, with what it stands for."""

    name: str
    kind: FactKind
    value: str
    """Canonical: a decimal number with a point, an ISO 8601 date, or the code itself."""

    says: str
    """What the fact stands for, for translators and reviewers."""

    origin: Origin
    of: str = ""
    """Denominator of a proportion."""

    unit: str = ""
    """CLDR unit of a duration: minute, hour, day, week, month, year."""

    claim: str = ""
    """Key of the claim that the figure rests on; empty for contacts and dates."""

    verify: str = ""
    """Why a person must check the fact before it may leave in a final artifact."""

    @property
    def counted(self) -> str:
        """The number that governs a noun: selects the CLDR plural."""
        return self.value

    def as_words(self) -> str:
        """Say the fact plainly, for translator comments and fingerprints.

        >>> from leaflets.origin import Origin
        >>> Fact(name="x", kind=FactKind.PROPORTION, value="15", of="100",
        ...      says="", origin=Origin("f.yaml", 1)).as_words()
        'proportion 15 in 100'
        """
        detail = f" in {self.of}" if self.of else f" {self.unit}" if self.unit else ""
        return f"{self.kind.value} {self.value}{detail}"


def placed_in(words: str) -> tuple[tuple[str, str], ...]:
    """Name and field of every fact placed in some words, in order.

    >>> placed_in("Of {rate.of} people, {rate.count} call {helpline}.")
    (('rate', 'of'), ('rate', 'count'), ('helpline', ''))
    """
    return tuple(PLACEHOLDER.findall(words))


def carried(words: str, kinds: dict[str, FactKind]) -> frozenset[str]:
    """Names of the facts that some words carry whole.

    A fact is carried by ``{name}``, or by all its parts together.
    """
    placed: dict[str, set[str]] = {}
    for name, field in placed_in(words):
        placed.setdefault(name, set()).add(field)
    return frozenset(
        name
        for name, fields in placed.items()
        if "" in fields
        or fields >= set(FIELDS.get(kinds.get(name, FactKind.NUMBER), ("",)))
    )

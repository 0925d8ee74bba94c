"""An original and one form of its translation, side by side, each read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from leaflets.catalogs import plurals
from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.messages import Message
from leaflets.catalogs.reading import Reading, read
from leaflets.findings import Finding, Severity
from leaflets.model.facts import FactKind
from leaflets.model.locale import Locale
from leaflets.origin import Origin


class Pair:
    """What a check of a translation is asked about."""

    def __init__(self, message: Message, entry: Entry, locale: Locale, index: int) -> None:
        self.message = message
        self.entry = entry
        self.locale = locale
        self.index = index
        self.form = entry.forms[index]
        self.said: Reading = read(self.form)
        whole = f"{message.words} {message.other}" if message.other else message.words
        self.whole = read(whole.strip())
        """The original, both its forms: what a translation may draw on."""

        single = index == 0 and len(entry.forms) > 1
        self.original = (
            read(message.words if single else message.other)
            if message.other
            else self.whole
        )
        """The original's form that this form of the translation says."""

    @cached_property
    def kinds(self) -> dict[str, FactKind]:
        """Kinds of the message's facts, by name."""
        return {fact.name: fact.kind for fact in self.message.facts}

    @cached_property
    def omitted(self) -> str:
        """Name of the fact that this plural form may leave out.

        Arabic has a form for exactly two, and says "two weeks" in one word.
        """
        if not self.message.other or not self.message.count:
            return ""
        numbers = plurals.examples(self.locale)[self.index]
        return self.message.count if len(numbers) == 1 else ""

    def finding(self, code: str, what: str, hint: str, severity: Severity) -> Finding:
        """Say what was found in this translation, and where."""
        return found(self.entry, code, what, hint, severity)


def pairs(message: Message, entry: Entry, locale: Locale) -> Iterator[Pair]:
    """Pair every form of a translation with its original."""
    for index in range(len(entry.forms)):
        yield Pair(message, entry, locale, index)


def found(
    entry: Entry, code: str, what: str, hint: str = "", severity: Severity = Severity.ERROR
) -> Finding:
    """Say what is wrong with an entry."""
    return Finding(
        code=code,
        message=f"translation of {entry.key!r} {what}",
        origin=entry.origin if entry.origin.path else Origin(entry.key),
        hint=hint,
        severity=severity,
    )

"""The corpus of mistakes: translations with one dangerous mistake each.

Each line of ``tests/corpus/*/*.jsonl`` is one case: an original, a translation that is
right, and the same with one mistake, as a tired translator, a machine or a careless
editor makes it. The writers had not seen the checks. Half of the corpus, ``held/``, was
kept from those who wrote the checks until they were done; ``fresh/`` was written later by
somebody who had seen neither, on messages that neither has.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.messages import Message, fingerprint_of
from leaflets.model.facts import Fact, FactKind
from leaflets.origin import Origin

FOLDER = Path(__file__).parent

Ask = Callable[[Message, Entry, str], set[str]]
"""From a message, an entry and a locale's tag to the codes of what was found."""


@dataclass(frozen=True, slots=True)
class Case:
    """One mistake."""

    data: dict[str, Any]

    @property
    def locale(self) -> str:
        """BCP 47 tag."""
        return str(self.data["locale"])

    @property
    def kind(self) -> str:
        """What was done to the translation: ``negation-lost``."""
        return str(self.data["class"])

    @property
    def message(self) -> Message:
        """What is to be translated."""
        words, other, count = (
            str(self.data.get(n, "")) for n in ("words", "other", "count")
        )
        key = str(self.data["key"])
        return Message(
            key=key,
            words=words,
            other=other,
            count=count,
            facts=self._facts,
            risks=frozenset(self.data.get("risks", ())),
            origin=Origin("corpus"),
            fingerprint=fingerprint_of(key, words, other, count, self._facts),
        )

    @property
    def good(self) -> Entry:
        """A translation that is right."""
        return self._entry(self.data["good"], self.message.fingerprint)

    @property
    def bad(self) -> Entry:
        """The translation with the mistake.

        One that is stale came through a tool that put the new original over the old
        translation and took the fuzzy mark away.
        """
        mark = self.message.fingerprint
        if "old_words" in self.data:
            mark = fingerprint_of(str(self.data["key"]), str(self.data["old_words"]))
        return self._entry(self.data["bad"], mark)

    def caught(self, ask: Ask) -> bool:
        """Say whether the mistake is found: what is found in the right one counts not."""
        message = self.message
        found = ask(message, self.bad, self.locale)
        return bool(found - ask(message, self.good, self.locale))

    @property
    def _facts(self) -> tuple[Fact, ...]:
        return tuple(_fact(name, held) for name, held in self.data["facts"].items())

    def _entry(self, forms: list[str], mark: str) -> Entry:
        message = self.message
        return Entry(
            key=message.key,
            words=message.words,
            other=message.other,
            forms=tuple(forms),
            translates=mark,
        )


def cases(folder: str) -> Iterator[Case]:
    """Read the cases of a part: ``known``, ``held`` or ``fresh``."""
    for path in sorted((FOLDER / folder).glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield Case(json.loads(line))


def _fact(name: str, held: dict[str, str]) -> Fact:
    """Make a fact of what ``Fact.as_words`` says of it."""
    kind = FactKind(held["kind"])
    said = held["words"].removeprefix(kind.value).strip()
    value, of, unit = said, "", ""
    if kind is FactKind.PROPORTION:
        value, _, of = said.partition(" in ")
    elif kind is FactKind.DURATION:
        value, _, unit = said.partition(" ")
    return Fact(
        name=name,
        kind=kind,
        value=value,
        of=of,
        unit=unit,
        says=name,
        origin=Origin("corpus"),
    )

"""What the checks of a translation catch of the corpus, and what they leave alone."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.conftest import HOUSE
from tests.corpus.cases import Case, cases

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.domains import domains
from leaflets.catalogs.messages import Message
from leaflets.catalogs.translate import judge
from leaflets.checks.translation import look_at
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project

LEAST = 0.95
"""Part of the mistakes of every class that must be caught."""

MOST = 0.01
"""Findings for each message of a catalog that nobody spoiled."""

CLASSES = {
    "certainty-strengthened", "fact-dropped", "fact-swapped", "figure-changed",
    "forbidden-term", "markup-broken", "negation-added", "negation-lost", "stale-as-fresh",
    "truncated", "unit-changed", "wrong-language", "wrong-script",
}  # fmt: skip


@pytest.fixture(scope="module")
def shelf() -> Library:
    """Read the house's own project: its words and its glossary."""
    return library.read(Project.at(HOUSE))


def codes(shelf: Library, message: Message, entry: Entry, tag: str) -> set[str]:
    """Name everything that is found in a translation."""
    locale = shelf.locales[tag]
    found = judge(message, entry, locale)
    found += look_at(message, entry, locale, shelf)
    return {finding.code for finding in found}


def every(half: str) -> list[Case]:
    """Give the cases of a part of the corpus."""
    return list(cases(half))


def test_the_corpus_has_every_class_in_every_language(shelf: Library) -> None:
    """At least 300 cases; no language of the house but the original's is left out."""
    held = every("known") + every("held") + every("fresh")
    assert len(held) >= 300
    assert {case.kind for case in held} == CLASSES
    assert {case.locale for case in held} == set(shelf.locales) - shelf.originals


@pytest.mark.parametrize("half", ["known", "held", "fresh"])
def test_of_every_class_at_least_95_in_100_are_caught(shelf: Library, half: str) -> None:
    """What is found in the right translation too does not count as caught."""
    caught: dict[str, Counter[bool]] = {}
    for case in every(half):
        hit = case.caught(lambda m, e, tag: codes(shelf, m, e, tag))
        caught.setdefault(case.kind, Counter())[hit] += 1
    weak = {
        kind: f"{counts[True]} of {counts.total()}"
        for kind, counts in caught.items()
        if counts[True] < LEAST * counts.total()
    }
    assert caught.keys() == CLASSES
    assert not weak


def test_there_is_at_most_one_false_alarm_in_a_hundred_messages(shelf: Library) -> None:
    """In every language's catalogs, which hold no known mistake."""
    noisy = {}
    for tag, locale in shelf.locales.items():
        asked = found = 0
        for domain in domains(shelf):
            path = shelf.project.catalog(locale.folder, domain.name)
            if path.is_file():
                entries = store.read(path, path.name, locale).entries
                for message in domain.messages:
                    asked += 1
                    found += len(codes(shelf, message, entries[message.key], tag))
        if asked and found > MOST * asked:
            noisy[tag] = f"{found} in {asked}"
    assert not noisy

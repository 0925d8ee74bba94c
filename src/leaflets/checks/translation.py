"""Ask everything of translations: the hard questions, and those a person should look at.

Each question is a file of its own, in ``leaflets.catalogs.guards`` (hard, errors) or in
``leaflets.checks.questions`` (soft, mostly warnings). What needs a language's words asks
nothing where nobody has written them down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.causes import Causes
from leaflets.catalogs.guard import guard_pair, wrong_count
from leaflets.catalogs.messages import Message
from leaflets.catalogs.pair import found, pairs
from leaflets.catalogs.phrases import ORIGINAL
from leaflets.catalogs.question import Question
from leaflets.catalogs.translate import is_stale
from leaflets.checks.knowledge import know
from leaflets.checks.questions.base import QUESTIONS, Asked
from leaflets.content.library import Library
from leaflets.findings import Finding
from leaflets.model.locale import Locale

FOREIGN = frozenset({"T351", "T352", "T371"})
"""Where one of these is found the words are another language's, and nothing that rests
on the words of this one means anything."""

EMPTY = "T364"
"""Asks whether there are words at all: where there are none nothing else is asked."""

UNREADABLE = "T375"
"""Why words may look like another language's: they were read in a wrong encoding."""


def look_over(
    messages: Iterable[Message], catalog: Catalog, locale: Locale, shelf: Library
) -> Iterator[Finding]:
    """Ask every question of every translation that is there and of its original.

    What is missing, fuzzy or stale is ``translate``'s to say, and is not asked about; nor
    is a made-up language, whose words are the original's in disguise.
    """
    if locale.pseudo:
        return
    for message in messages:
        entry = catalog.entries.get(message.key)
        if entry is not None and not _unfit(message, entry):
            yield from look_at(message, entry, locale, shelf)


def look_at(
    message: Message, entry: Entry, locale: Locale, shelf: Library
) -> list[Finding]:
    """Ask every question, hard and soft, of one translation."""
    if wrong := wrong_count(message, entry, locale):
        return [found(entry, "T308", wrong)]
    known = know(shelf, locale, _original_of(message, shelf))
    findings: dict[Finding, None] = {}
    for pair in pairs(message, entry, locale):
        findings.update(dict.fromkeys(guard_pair(pair)))
        findings.update(dict.fromkeys(_ask(Asked(pair, known))))
    return list(findings)


def caught(message: Message, entry: Entry, locale: Locale, shelf: Library) -> set[str]:
    """Give the codes of what is found in one translation."""
    return {finding.code for finding in look_at(message, entry, locale, shelf)}


def _ask(asked: Asked) -> list[Finding]:
    if not asked.said.plain:
        questions: Iterable[Question[Asked]] = (QUESTIONS[EMPTY],)
    else:
        questions = _questions().given(
            asked.said.chars, asked.original.chars, asked.ours.kinds, asked.theirs.kinds
        )
    findings: list[Finding] = []
    for question in questions:
        for said in question.ask(asked):
            what, hint = (said, "") if isinstance(said, str) else said
            findings.append(
                asked.pair.finding(question.code, what, hint, question.severity)
            )
    if not findings:
        return findings
    foreign = [finding for finding in findings if finding.code in FOREIGN]
    if not foreign:
        return findings
    return [foreign[0], *(f for f in findings if f.code == UNREADABLE)]


@cache
def _questions() -> Causes[Asked]:
    return Causes(one for code, one in QUESTIONS.items() if code != EMPTY)


def _unfit(message: Message, entry: Entry) -> bool:
    return entry.fuzzy or not "".join(entry.forms).strip() or is_stale(message, entry)


def _original_of(message: Message, shelf: Library) -> str:
    """Tag of the language that a message is written in."""
    leaflet = shelf.leaflets.get(message.key.partition(".")[0])
    return leaflet.original if leaflet is not None else ORIGINAL

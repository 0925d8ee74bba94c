"""The languages of the repository, and a glossary about cups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.messages import Message, message_of
from leaflets.checks.translation import caught
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.model.facts import PLACEHOLDER, Fact, FactKind
from leaflets.model.text import Text
from leaflets.model.wording import Glossary, Term
from leaflets.origin import Origin

HOUSE = Path(__file__).resolve().parents[3]
HERE = Origin("x.po", 3)

GLOSSARY = {
    "en": {
        "cup": Term(concept="cup", forms=("cup", "cups"), origin=HERE),
        "mug": Term(concept="mug", forms=("mug*",), origin=HERE),
    },
    "pl": {
        "cup": Term(
            concept="cup", forms=("kubek*", "kubk*"), forbidden=("kubecz*",), origin=HERE
        ),
        "mug": Term(concept="mug", forms=("duż* kubecz*",), origin=HERE),
    },
}

KINDS = {
    "phone": FactKind.PHONE,
    "email": FactKind.EMAIL,
    "web": FactKind.WEB,
    "rate": FactKind.PROPORTION,
    "time": FactKind.DURATION,
    "age": FactKind.AGE,
}


@pytest.fixture(scope="session")
def shelf() -> Library:
    """Give the languages of the repository without its leaflets."""
    held = library.read(Project.at(HOUSE))
    assert not [f for f in held.findings if "words" in f.origin.path]
    return replace(held, leaflets={}, claims={}, facts={}, glossary=Glossary(GLOSSARY))


def message_about(words: str, risk: str = "") -> Message:
    """Make the message of some words; ``||`` stands before the plural."""
    one, _, other = words.partition("||")
    names = {match[1] for match in PLACEHOLDER.finditer(words)} | {"web"}
    facts = {name: _fact(name) for name in names}
    count = next(iter(sorted(names - {"web"}))) if other else ""
    text = Text(key="tea.x", words=one, other=other, count=count, origin=HERE)
    made = message_of(text, facts)
    return replace(made, risks=frozenset({risk} if risk else ()))


def _fact(name: str) -> Fact:
    kind = KINDS.get(name.partition("_")[0], FactKind.NUMBER)
    return Fact(
        name=name,
        kind=kind,
        value="3",
        of="100" if kind is FactKind.PROPORTION else "",
        unit="hour" if kind is FactKind.DURATION else "",
        says="",
        origin=HERE,
    )


Codes = Callable[..., set[str]]


@pytest.fixture(scope="session")
def codes(shelf: Library) -> Codes:
    """Give the codes that are found in a translation."""

    def look(words: str, said: str, tag: str, risk: str = "") -> set[str]:
        message = message_about(words, risk)
        entry = Entry(
            key=message.key,
            words=message.words,
            other=message.other,
            forms=tuple(said.split("||")),
            origin=HERE,
        )
        return caught(message, entry, shelf.locales[tag], shelf)

    return look

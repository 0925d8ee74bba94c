"""What a rule of a fair leaflet is, and what it is asked about.

Step 2 of 10. A rule is a short function from one leaflet, as it was written, to what is
wrong with it. The first line of its docstring is its title; the line that begins with
``Standard:`` says what it keeps. Rules need a language's words (``words.yaml``) or none at
all: a list that is missing asks nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from leaflets.checks.lexicon import Lexicon
from leaflets.checks.passages import Passages, lexicon_of
from leaflets.checks.said import Said, findings
from leaflets.content.library import Library
from leaflets.findings import Finding, Severity
from leaflets.model.leaflet import Leaflet
from leaflets.model.wording import Wording
from leaflets.registry import Registry

__all__ = ["RULES", "Asked", "Rule", "Said", "look", "rule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One leaflet, what it rests on, and its words as a check reads them."""

    leaflet: Leaflet
    library: Library
    passages: Passages
    today: datetime.date | None = None
    """The day on which it is asked; None where the answer must not change with the day."""

    @property
    def wording(self) -> Wording:
        """What is known of the words of the leaflet's language."""
        return self.passages.wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A question asked of every leaflet, in the language it was written in."""

    code: str
    title: str
    standard: str
    """Where the rule comes from."""

    severity: Severity
    ask: Callable[[Asked], Iterator[Said]]

    def run(self, asked: Asked) -> Iterator[Finding]:
        """Say what the rule finds."""
        return findings(self.code, self.severity, self.ask(asked))


RULES: Registry[Rule] = Registry("rule", "leaflets.checks.balance")

Ask = Callable[[Asked], Iterator[Said]]

_STANDARD = re.compile(r"^ *Standard: (.+?)(?:\n\s*\n|\Z)", re.MULTILINE | re.DOTALL)


def rule(code: str, severity: Severity = Severity.WARNING) -> Callable[[Ask], Ask]:
    """Enter a function as the rule *code*; its docstring must name a standard."""

    def enter(ask: Ask) -> Ask:
        said = (ask.__doc__ or "").strip()
        standard = _STANDARD.search(said)
        if standard is None:
            raise ValueError(f"rule {code!r} names no standard")
        made = Rule(
            code=code,
            title=said.splitlines()[0],
            standard=" ".join(standard[1].split()).rstrip("."),
            severity=severity,
            ask=ask,
        )
        RULES.add(code, made)
        return ask

    return enter


def look(library: Library, today: datetime.date | None = None) -> Iterator[Finding]:
    """Ask every rule of every leaflet that is for patients.

    A specimen shows what the program can do, and what it must not do. What depends on the
    day is asked only where *today* is given.
    """
    lexicons: dict[str, Lexicon] = {}
    for leaflet in library.leaflets.values():
        if leaflet.specimen:
            continue
        tag = leaflet.original
        if tag not in lexicons:
            lexicons[tag] = lexicon_of(tag, library)
        asked = Asked(
            leaflet=leaflet,
            library=library,
            passages=Passages(leaflet, library, lexicons[tag]),
            today=today,
        )
        for each in RULES.values():
            yield from each.run(asked)

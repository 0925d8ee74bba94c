"""What a check of content is, and how all of them are run.

Step 2 of 10. A check is a short function from a Library to findings; the first line of
its docstring is its title, its code is known when its file is read.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from leaflets.checks.balance.base import look
from leaflets.checks.said import Said, findings
from leaflets.content.library import Library
from leaflets.findings import Finding, Severity, in_order
from leaflets.registry import Registry


@dataclass(frozen=True, slots=True)
class Check:
    """A question asked of a whole project."""

    code: str
    title: str
    severity: Severity
    ask: Callable[[Library], Iterator[Said]]

    def run(self, library: Library) -> Iterator[Finding]:
        """Say what the check finds."""
        return findings(self.code, self.severity, self.ask(library))


CHECKS: Registry[Check] = Registry("check", "leaflets.checks")


def check(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Library], Iterator[Said]]], Callable[[Library], Iterator[Said]]]:
    """Enter a function as the check *code*."""

    def enter(
        ask: Callable[[Library], Iterator[Said]],
    ) -> Callable[[Library], Iterator[Said]]:
        title = (ask.__doc__ or "").strip().splitlines()[0]
        CHECKS.add(code, Check(code, title, severity, ask))
        return ask

    return enter


def run(library: Library, today: datetime.date | None = None) -> tuple[Finding, ...]:
    """Ask every check and every rule; the findings of reading come with them.

    What depends on the day (a review that is due) is asked only where *today* is given: a
    draft of an old leaflet can always be built.
    """
    found = list(library.findings)
    for each in CHECKS.values():
        found.extend(each.run(library))
    found.extend(look(library, today))
    return in_order(found)

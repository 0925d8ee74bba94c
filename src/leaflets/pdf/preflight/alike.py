"""Say many faults of a kind as one answer for each page, at the place of the worst."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflets.findings import Severity
from leaflets.pdf.preflight.base import Answer
from leaflets.pdf.preflight.painted import PageInk, Painted
from leaflets.pdf.preflight.sight import at, outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong; *what*, *fault* and *amount* make a sentence."""

    thing: Painted
    what: str
    """Which it is: ``a line``, ``text 'Ask us'``."""

    many: str
    """What several of them are called: ``lines``."""

    fault: str
    """What is wrong, after the noun: ``thinner than 0.25 pt``."""

    amount: str = ""
    """How much: ``0.10 pt``."""

    weight: float = 0.0
    """The greater, the worse."""

    severity: Severity = Severity.ERROR
    hint: str = ""


def merged(page: PageInk, faults: Iterable[Fault]) -> Iterator[Answer]:
    """Give one answer for each kind of fault, in the order in which they were met."""
    kinds: dict[tuple[str, str, Severity], list[Fault]] = {}
    for fault in faults:
        kinds.setdefault((fault.many, fault.fault, fault.severity), []).append(fault)
    for group in kinds.values():
        worst = max(group, key=lambda each: each.weight)
        place = at(page, worst.thing.box)
        if worst.thing.where:
            place = f"{place}, in {worst.thing.where}"
        amount = f"{worst.amount}, " if worst.amount else ""
        if len(group) == 1:
            mark = ":" if amount else ","
            said = f"{worst.what} {worst.fault}{mark} {amount}{place}"
        else:
            named = "" if worst.what.startswith(("a ", "an ")) else f"{worst.what}, "
            said = f"{len(group)} {worst.many} {worst.fault}, the worst: {named}{amount}{place}"
        yield Answer(
            message=said,
            severity=worst.severity,
            page=page.number,
            rectangle=outline(worst.thing.box),
            hint=worst.hint,
        )

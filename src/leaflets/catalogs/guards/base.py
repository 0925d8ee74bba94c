"""The registry of hard checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Question, Said, entered
from leaflets.findings import Severity
from leaflets.registry import Registry

GUARDS: Registry[Question[Pair]] = Registry("hard check", "leaflets.catalogs.guards")

Ask = Callable[[Pair], Iterator[Said]]


def guards_that(code: str, *examples: Example) -> Callable[[Ask], Ask]:
    """Enter a function as the hard check *code*."""
    return entered(GUARDS.add, code, Severity.ERROR, examples)

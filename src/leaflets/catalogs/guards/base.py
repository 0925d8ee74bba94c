"""The registry of hard checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Question, Said, entered
from leaflets.findings import Severity
from leaflets.registry import Registry

GUARDS: Registry[Question[Pair]] = Registry("hard check", "leaflets.catalogs.guards")

Ask = Callable[[Pair], Iterator[Said]]


def guards_that(
    code: str, *examples: Example, ours: Iterable[str] = (), theirs: Iterable[str] = ()
) -> Callable[[Ask], Ask]:
    """Enter a function as the hard check *code*.

    It is asked only where the translation holds one of the characters of *ours*, or the
    original one of *theirs*.
    """
    return entered(GUARDS.add, code, Severity.ERROR, examples, ours=ours, theirs=theirs)

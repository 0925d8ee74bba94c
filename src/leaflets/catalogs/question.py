"""What a check of a translation is: a code, a title, examples, and how it is asked.

The first line of its function's docstring is its title. The examples stand in its file,
and a test asks each check about its own: the good one is passed, the bad one found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from leaflets.findings import Severity

Asked = TypeVar("Asked")

Said = str | tuple[str, str]
"""What is wrong with a translation, and the way out if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One original, a good and a bad translation. Plural forms stand apart by ``||``."""

    tag: str
    words: str
    good: str
    bad: str
    risk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Generic[Asked]):
    """A check of a translation."""

    code: str
    title: str
    severity: Severity
    ask: Callable[[Asked], Iterator[Said]]
    examples: tuple[Example, ...]
    ours: frozenset[str] = frozenset()
    """Characters, and kinds of words, of which a translation holds one where it is asked."""

    theirs: frozenset[str] = frozenset()
    """The same of the original. One of either will do; where neither names any, always."""

    def has_cause(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        """Say whether to ask it of a translation and an original that hold these."""
        if not self.ours and not self.theirs:
            return True
        return not (self.ours.isdisjoint(ours) and self.theirs.isdisjoint(theirs))


def entered(
    enter: Callable[[str, Question[Asked]], object],
    code: str,
    severity: Severity,
    examples: tuple[Example, ...],
    *,
    ours: Iterable[str] = (),
    theirs: Iterable[str] = (),
) -> Callable[[Callable[[Asked], Iterator[Said]]], Callable[[Asked], Iterator[Said]]]:
    """Enter a function into a registry as the check *code*."""

    def decorate(
        ask: Callable[[Asked], Iterator[Said]],
    ) -> Callable[[Asked], Iterator[Said]]:
        title = (ask.__doc__ or "").strip().splitlines()[0]
        question = Question(
            code=code,
            title=title,
            severity=severity,
            ask=ask,
            examples=examples,
            ours=frozenset(ours),
            theirs=frozenset(theirs),
        )
        enter(code, question)
        return ask

    return decorate

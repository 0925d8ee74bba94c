"""The registry of soft checks, and what each is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Question, Said, entered
from leaflets.checks import scripts
from leaflets.checks.knowledge import Knowledge
from leaflets.checks.lexicon import Scan
from leaflets.findings import Severity
from leaflets.registry import Registry


class Asked:
    """A pair, and what is known of its two languages."""

    def __init__(self, pair: Pair, known: Knowledge) -> None:
        self.pair = pair
        self.known = known
        self.form = pair.form
        self.said = pair.said
        self.original = pair.original
        self.risks = pair.message.risks
        self.theirs: Scan = known.original.lexicon.remembered(self.original)
        """What the lexicon of the original finds in it."""

        self.ours: Scan = known.own.lexicon.scan(self.said)
        """What the lexicon of the locale finds in the translation."""

        self.aligned = self.ours.sentences == self.theirs.sentences
        """True where both have as many sentences, so that they can be compared one by one."""

    @cached_property
    def foreign(self) -> list[str]:
        """Letters of the translation that are neither the locale's script's nor Latin."""
        script = self.known.locale.script
        if script == "Latn" and self.said.bare.isascii():
            return []
        return scripts.foreign(script, self.said.chars)

    @property
    def worded(self) -> bool:
        """True where somebody has written down the words of the locale's language."""
        return bool(self.known.own.wording.origin.path)


QUESTIONS: Registry[Question[Asked]] = Registry("check", "leaflets.checks.questions")

Ask = Callable[[Asked], Iterator[Said]]


def asks_whether(
    code: str,
    *examples: Example,
    severity: Severity = Severity.WARNING,
    ours: Iterable[str] = (),
    theirs: Iterable[str] = (),
) -> Callable[[Ask], Ask]:
    """Enter a function as the soft check *code*.

    It is asked only where the translation holds one of the characters or kinds of words
    of *ours*, or the original one of *theirs*.
    """
    return entered(QUESTIONS.add, code, severity, examples, ours=ours, theirs=theirs)

"""Which questions some words give cause to ask: the others are passed over unasked.

Most questions are about something that few texts hold: a bracket, a denial, a link. To
start each of them for every text takes longer than to see at once which have a cause.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from leaflets.catalogs.question import Question

Asked = TypeVar("Asked")

_REMEMBERED = 10_000


class Causes(Generic[Asked]):
    """Questions in their order, by what gives cause to ask them."""

    def __init__(self, questions: Iterable[Question[Asked]]) -> None:
        self._questions = tuple(questions)
        self._ours = frozenset().union(*(one.ours for one in self._questions))
        self._theirs = frozenset().union(*(one.theirs for one in self._questions))
        self._known: dict[tuple[frozenset[str], ...], tuple[Question[Asked], ...]] = {}

    def given(
        self,
        ours: frozenset[str],
        theirs: frozenset[str],
        our_hits: Iterable[str] = (),
        their_hits: Iterable[str] = (),
    ) -> tuple[Question[Asked], ...]:
        """Give the questions to ask of a translation (*ours*) and its original (*theirs*).

        Of both it takes the characters, and the kinds of words that were found in them.
        """
        causes = (
            self._ours & ours,
            self._ours.intersection(our_hits),
            self._theirs & theirs,
            self._theirs.intersection(their_hits),
        )
        questions = self._known.get(causes)
        if questions is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            here, there = causes[0] | causes[1], causes[2] | causes[3]
            questions = self._known[causes] = tuple(
                question for question in self._questions if question.has_cause(here, there)
            )
        return questions

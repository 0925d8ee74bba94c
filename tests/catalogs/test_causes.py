"""Questions that some words give no cause for are passed over."""

from __future__ import annotations

import pytest

from leaflets.catalogs.causes import Causes
from leaflets.catalogs.guards.base import GUARDS
from leaflets.catalogs.question import Question
from leaflets.checks.questions.base import QUESTIONS
from leaflets.findings import Severity

NOTHING: frozenset[str] = frozenset()


def _question(code: str, *, ours: str = "", theirs: str = "") -> Question[str]:
    return Question(
        code=code,
        title=code,
        severity=Severity.ERROR,
        ask=lambda _: iter(()),
        examples=(),
        ours=frozenset(ours.split()),
        theirs=frozenset(theirs.split()),
    )


CAUSES = Causes(
    [
        _question("always"),
        _question("bracket", ours="( )"),
        _question("hedge", ours="hedge", theirs="hedge"),
        _question("placed", theirs="{"),
    ]
)


@pytest.mark.parametrize(
    ("ours", "theirs", "our_hits", "their_hits", "asked"),
    [
        ("", "", [], [], "always"),
        ("tea (warm", "tea {n}", [], [], "always bracket placed"),
        ("tea {n}", "tea (warm", [], [], "always"),
        ("tea", "tea", ["hedge"], [], "always hedge"),
        ("tea", "tea", ["number"], ["hedge"], "always hedge"),
    ],
)
def test_a_question_is_asked_where_there_is_a_cause(
    ours: str, theirs: str, our_hits: list[str], their_hits: list[str], asked: str
) -> None:
    """Characters and kinds of words of either text, and in the order of the questions."""
    for _ in range(2):
        given = CAUSES.given(frozenset(ours), frozenset(theirs), our_hits, their_hits)
        assert [question.code for question in given] == asked.split()


def test_every_question_passes_over_what_gives_it_no_cause() -> None:
    """Where a check names causes, it is not asked of two empty texts."""
    hard = [(one.has_cause, one.ours, one.theirs) for one in GUARDS.values()]
    soft = [(one.has_cause, one.ours, one.theirs) for one in QUESTIONS.values()]
    for has_cause, ours, theirs in (*hard, *soft):
        assert has_cause(NOTHING, NOTHING) is not bool(ours or theirs)
        assert all(has_cause(frozenset({cause}), NOTHING) for cause in ours)
        assert all(has_cause(NOTHING, frozenset({cause})) for cause in theirs)

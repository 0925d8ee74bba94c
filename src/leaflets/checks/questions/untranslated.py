"""T384: nothing is left in the original's language."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether

RUN = 4
"""So many words in a row that also stand in the original are no name any more."""


@asks_whether(
    "T384",
    Example(
        tag="pl",
        words="Call the Tea Club. Friends can call too.",
        good="Zadzwoń do klubu Tea Club. Przyjaciele też mogą dzwonić.",
        bad="Zadzwoń do klubu Tea Club. Friends can call too.",
    ),
    Example(
        tag="fr",
        words="Ask the early tea unit. Friends need warm tea soon.",
        good="Demandez à l’unité (early tea unit). Vos amis ont bientôt besoin de thé.",
        bad="Demandez à l’unité de thé. Friends need warm tea soon.",
    ),
)
def no_sentence_is_left(asked: Asked) -> Iterator[Said]:
    """No four words of the original stand in a row in the translation (rule TRN-013).

    Names of three words may be kept; that a whole text is no copy is T351's to ask.
    """
    both = asked.theirs.words & asked.ours.words
    if len(both) < _FEWEST or not _may_run(asked.ours.folded, both):
        return
    runs = set(_runs(asked.theirs.folded))
    for run in _runs(asked.ours.folded):
        if run in runs:
            yield f"leaves {' '.join(run)!r} as it is in the original"
            return


def _may_run(tokens: list[str], both: frozenset[str]) -> bool:
    """Say quickly whether words of both stand in a row."""
    run = 0
    for token in tokens:
        if token in both:
            run += token[0].isalpha()
            if run == RUN:
                return True
        elif token[0].isalpha():
            run = 0
    return False


_FEWEST = 3
"""So many different words at least are in a run ("the more the better")."""


def _runs(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    """Give every four words that follow each other, whatever marks stand between."""
    words = [token for token in tokens if token[0].isalpha()]
    for place in range(len(words) - RUN + 1):
        yield tuple(words[place : place + RUN])

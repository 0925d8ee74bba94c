"""No sentence of a leaflet or of the ledger is somebody else's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.library import own_words

from leaflets.content.library import Library
from leaflets.model.walk import texts

KNOWN = frozenset(own_words.RUNS.read_text(encoding="ascii").split())


def _said(shelf: Library) -> Iterator[tuple[str, str]]:
    """Every Text of every leaflet, and what claims and facts say of themselves."""
    for leaflet in shelf.leaflets.values():
        for text in texts(leaflet):
            yield text.key, text.words
            yield text.key, text.other
    for key, claim in shelf.claims.items():
        yield key, claim.statement
        yield key, claim.reason
    for name, fact in shelf.facts.items():
        yield name, fact.says


def test_no_eight_words_in_a_row_are_those_of_a_text_that_was_read(shelf: Library) -> None:
    """Neither of the seeds nor of the dossier with its quotations."""
    shared = [
        f"{where}: {run}"
        for where, words in _said(shelf)
        for run in own_words.runs(words)
        if own_words.digest(run) in KNOWN
    ]
    assert shared == []


def test_the_digests_are_of_long_texts() -> None:
    """A list that was cut short would find nothing."""
    assert len(KNOWN) > 20_000
    assert all(len(digest) == 10 for digest in KNOWN)


@pytest.mark.parametrize(
    "copied",
    [
        "One two three four five six seven eight",
        "they said: ONE two, three four (five six) seven eight!",
        "*One* two **three** four five six’s seven eight",
    ],
)
def test_a_copied_run_is_known_again(copied: str) -> None:
    """Whatever its case, its marks and the words around it."""
    known = set(own_words.digests([copied.casefold()]))
    assert any(own_words.digest(run) in known for run in own_words.runs(f"So {copied} and"))


def test_words_on_either_side_of_a_fact_are_no_run() -> None:
    """A figure is placed and not copied, so that it parts what stands around it."""
    assert not set(own_words.runs("one two three four {n} five six seven eight")) & set(
        own_words.runs("one two three four five six seven eight")
    )
    assert own_words.words("a [b](c) [@X-01] {d}") == ["a", "b", "c", "•", "•"]

"""The short reference of a source still leads to it."""

from __future__ import annotations

from typing import Any

import pytest

from leaflets.compose.citations import reference
from leaflets.compose.shortreference import short_reference
from leaflets.model.evidence import Source
from leaflets.origin import Origin

ARTICLE = {
    "type": "article-journal",
    "title": "Tea and sleep: a trial of cups",
    "author": [{"family": "Leaf", "given": "Anna B"}, {"family": "Pot", "given": "C"}],
    "container-title": "The Kettle",
    "issued": {"date-parts": [[2021]]},
    "DOI": "10.1000/tea.1",
}


def _source(**csl: Any) -> Source:
    return Source(key="tea-1", csl=csl, origin=Origin("sources.json"))


def test_a_short_reference_keeps_author_title_year_and_identifier() -> None:
    """The first author, the title without its subtitle, the year and the DOI."""
    expected = "Leaf AB, et al. Tea and sleep. 2021. doi:10.1000/tea.1"
    assert short_reference(_source(**ARTICLE)) == expected


def test_a_question_ends_a_title_and_keeps_its_mark() -> None:
    """No full stop is set behind a question mark."""
    source = _source(**{**ARTICLE, "title": "Does tea help? A review"})
    assert "Does tea help? 2021" in short_reference(source)


def test_a_source_without_an_identifier_keeps_its_journal() -> None:
    """Where no identifier leads to it, the place where it was published does."""
    csl = {name: value for name, value in ARTICLE.items() if name != "DOI"}
    assert short_reference(_source(**csl)) == (
        "Leaf AB, et al. Tea and sleep. The Kettle. 2021."
    )


@pytest.mark.parametrize("gone", ["title", "author"])
def test_a_source_that_would_not_be_found_keeps_its_whole_reference(gone: str) -> None:
    """Without a title, or without author and identifier, nothing is left out."""
    csl = {name: value for name, value in ARTICLE.items() if name not in (gone, "DOI")}
    source = _source(**csl)
    assert short_reference(source) == reference(source)


def test_a_web_address_that_nobody_types_is_cut_to_its_site() -> None:
    """A short address stands whole, of a long one its site."""
    page = {
        "type": "webpage",
        "title": "Kettles",
        "publisher": "Board of Tea",
        "URL": "https://www.tea.example/kettles/",
    }
    assert short_reference(_source(**page)).endswith("Kettles. tea.example/kettles")
    long = {**page, "URL": f"https://www.tea.example/{'kettle-' * 9}"}
    assert short_reference(_source(**long)).endswith("Kettles. tea.example")

"""What is read without the Markdown parser is what the parser would read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leaflets.catalogs.reading import CITED, PLACED, Reading
from leaflets.content import marks

PIECES = st.sampled_from(
    ["a", " ", "{x}", "{x_y}", "{x.of}", "[@A-1]", "[@A-1; @B]", "[", "]", "(", ")", "@", "*",
     "**", "_", "\\", "`", "{", "}", "[a](x)", "<b>", "&amp;", "é", "م", "。", "https://x", "!"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_a_reading_agrees_with_the_parser(words: str) -> None:
    """Words, citations, links and stress are the same, whichever way they are read."""
    held = Reading(words)
    bare = held.tagged.replace(CITED, "").replace(PLACED, "")
    assert bare == marks.without_marks(words)
    assert held.citations == marks.citations(words)
    assert held.links == marks.links(words)
    assert held.tagged.count(CITED) == len(held.cited)

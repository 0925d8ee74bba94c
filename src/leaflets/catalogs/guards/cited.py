"""T303: citations are kept."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.guards.base import guards_that
from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Said


@guards_that(
    "T303",
    Example(
        tag="pl",
        words="It works [@A-1].",
        good="To działa [@A-1].",
        bad="To działa [@A-2].",
    ),
    Example(
        tag="zh-Hans",
        words="Some do [@A-1; @A-2].",
        good="有些人会[@A-2; @A-1]。",
        bad="有些人会。",
    ),
    ours="@",
    theirs="@",
)
def citation_is_kept(pair: Pair) -> Iterator[Said]:
    """A translation cites the claims that the original cites, and no other.

    Rules EVD-007 and EVD-019: a statement never loses what it rests on.
    """
    if pair.whole.cited == pair.said.cited:
        return
    asked, given = set(pair.whole.citations), set(pair.said.citations)
    if new := sorted(given - asked):
        yield f"cites {', '.join(new)}, unlike the original"
    elif lost := sorted(asked - given):
        yield f"does not cite {', '.join(lost)}, unlike the original"

"""T309: every inline mark closes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.guards.base import guards_that
from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Said


@guards_that(
    "T309",
    Example(
        tag="pl", words="Call **now**.", good="Dzwoń **teraz**.", bad="Dzwoń **teraz*."
    ),
    Example(tag="ar", words="Tea [@A-1].", good="شاي [@A-1].", bad="شاي [@A-1] [A-1]."),
    ours="*[]",
)
def no_mark_is_loose(pair: Pair) -> Iterator[Said]:
    """A star or a square bracket that is no mark would be printed as it is."""
    bare = pair.said.bare
    if "*" not in bare and "[" not in bare and "]" not in bare:
        return
    allowed = Counter(char for char in pair.whole.bare if char in "*[]")
    loose = Counter(char for char in bare if char in "*[]")
    if mark := next(iter(loose - allowed), ""):
        yield f"has a mark that does not close: {mark!r} would be printed"

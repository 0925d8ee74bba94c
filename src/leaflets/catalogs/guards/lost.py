"""T301: no placeholder is lost."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.guards.base import guards_that
from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Said
from leaflets.model.facts import carried


@guards_that(
    "T301",
    Example(
        tag="pl",
        words="About {share} sleep badly.",
        good="Źle śpi około {share} osób.",
        bad="Źle śpi wiele osób.",
    ),
    Example(
        tag="ar",
        words="Of {rate.of}, {rate.count} agree.",
        good="يوافق {rate.count} من {rate.of}.",
        bad="يوافق {rate.count} منهم.",
    ),
    theirs="{",
)
def placeholder_is_kept(pair: Pair) -> Iterator[Said]:
    """A translation places every fact that the original places.

    A fact is placed whole, or by all its parts (leaflets rule NUM-002).
    """
    asked, given = pair.whole.placed, pair.said.placed
    if asked == given or set(asked) <= set(given):
        return
    words = carried(pair.message.words, pair.kinds)
    other = carried(pair.message.other, pair.kinds) if pair.message.other else frozenset()
    missing = (words | other) - carried(pair.form, pair.kinds)
    for name in sorted(missing - {pair.omitted}):
        yield f"has lost the placeholder {{{name}}}"

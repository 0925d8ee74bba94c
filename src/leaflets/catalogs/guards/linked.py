"""T304: links are kept."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.guards.base import guards_that
from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Said


@guards_that(
    "T304",
    Example(
        tag="pl",
        words="See [our page](web).",
        good="Zob. [naszą stronę](web).",
        bad="Zob. naszą stronę.",
    ),
    Example(
        tag="ar", words="See [our page](web).", good="انظر [صفحتنا](web).", bad="انظر [صفحتنا](phone)."
    ),
    ours="(", theirs="(",
)  # fmt: skip
def link_is_kept(pair: Pair) -> Iterator[Said]:
    """A translation links to what the original links to (Weblate's ``md-link``)."""
    if pair.said.links != pair.whole.links and set(pair.said.links) != set(
        pair.whole.links
    ):
        yield "has other links than the original"

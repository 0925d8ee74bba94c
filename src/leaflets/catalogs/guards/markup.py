"""T305: no markup but the inline marks."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.guards.base import guards_that
from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Said
from leaflets.content import marks

_BEGIN = frozenset("<&{}%#")


@guards_that(
    "T305",
    Example(tag="pl", words="Call now.", good="Dzwoń teraz.", bad="Dzwoń <b>teraz</b>."),
    Example(tag="ar", words="You and I.", good="أنت وأنا.", bad="أنت &amp; أنا."),
    Example(tag="hi", words="Call now.", good="अभी कॉल करें।", bad="अभी कॉल करें {% if %}।"),
    ours=_BEGIN,
)
def no_markup(pair: Pair) -> Iterator[Said]:
    """A translation holds no HTML and no template code (design, promise 8)."""
    if stray := marks.stray_markup(pair.form):
        yield f"holds markup: {stray!r}"

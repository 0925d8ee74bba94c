"""T364: no form is empty."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T364",
    Example(
        tag="pl",
        words="There is {n} cup.||There are {n} cups.",
        good="Jest {n} kubek.||Są {n} kubki.||Jest {n} kubków.",
        bad="Jest {n} kubek.||Są {n} kubki.|| ",
    ),
)
def no_form_is_empty(asked: Asked) -> Iterator[Said]:
    """Every plural form has words (pofilter's ``blank``)."""
    if not asked.said.plain:
        yield f"has an empty form, number {asked.pair.index}"

"""T351: a translation is no copy."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T351",
    Example(
        tag="pl", words="Drink your tea.", good="Wypij herbatę.", bad="Drink your tea."
    ),
    Example(tag="ar", words="Drink your tea.", good="اشرب الشاي.", bad="Drink  your tea"),
)
def is_translated(asked: Asked) -> Iterator[Said]:
    """A translation is not the original's words again (Weblate's ``same``)."""
    ours, theirs = asked.said.bare, asked.original.bare
    if (
        ours[:2].casefold() != theirs[:2].casefold()
        or sum(char.isalpha() for char in ours) < 4
    ):
        return
    if _letters(ours) == _letters(theirs) and not _is_name(ours):
        yield "is the same as the original"


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalpha())


def _is_name(words: str) -> bool:
    """Say whether one short word stands alone, which two languages may share."""
    return len(words.split()) == 1 and len(words) < 15

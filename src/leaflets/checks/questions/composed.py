"""T379: letters are composed as Unicode composes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T379",
    Example(tag="fr", words="Tea.", good="Thé.", bad="The\u0301."),
)
def letters_are_composed(asked: Asked) -> Iterator[Said]:
    """A translation is in Unicode's form NFC (UAX 15), so that equal words are equal."""
    if not asked.form.isascii() and not unicodedata.is_normalized("NFC", asked.form):
        yield "is not in the Unicode form NFC", "save it with composed letters"

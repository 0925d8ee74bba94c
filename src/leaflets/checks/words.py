"""Whether the words of the original are words: no markup, no figure typed by hand."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator

from leaflets.catalogs.guards.beside import joined
from leaflets.checks.base import check
from leaflets.checks.said import Said
from leaflets.content import marks
from leaflets.content.library import Library
from leaflets.model.facts import DIGIT
from leaflets.model.text import Text
from leaflets.model.walk import texts

_BRACES = re.compile(r"[{}]")


def _every(library: Library) -> Iterator[tuple[Text, str]]:
    for leaflet in library.leaflets.values():
        for text in texts(leaflet):
            for words in (text.words, text.other):
                if words:
                    yield text, words


@check("C301")
def no_markup(library: Library) -> Iterator[Said]:
    """A Text holds no HTML and no template code."""
    for text, words in _every(library):
        stray = marks.stray_markup(words)
        if stray:
            hint = "use *emphasis*, **strong**, [words](fact), [@claim] or {fact}"
            yield text.origin, f"{stray!r} is markup, which a Text cannot hold", hint


@check("C302")
def no_hidden_characters(library: Library) -> Iterator[Said]:
    """A Text holds no control, bidirectional or unassigned character."""
    for text, words in _every(library):
        for character in words:
            if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn"):
                name = unicodedata.name(character, f"U+{ord(character):04X}")
                yield text.origin, f"hidden character {name} in a Text", "delete it"
                break


@check("C306")
def no_hidden_characters_in_sources(library: Library) -> Iterator[Said]:
    """A source's words hold no bidirectional or control character either."""
    for source in library.sources.values():
        held = json.dumps(dict(source.csl), ensure_ascii=False)
        if any(
            unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Cn") for char in held
        ):
            yield (
                source.origin,
                f"source {source.key!r} holds a hidden character",
                "delete it",
            )


@check("C303")
def no_typed_figures(library: Library) -> Iterator[Said]:
    """A figure in a Text is a fact, never digits (DESIGN, promise 2)."""
    for text, words in _every(library):
        typed = DIGIT.search(marks.without_marks(words))
        if typed:
            hint = "define it under content/facts/ and place it by name"
            yield text.origin, f"figure typed by hand near {typed.group()!r}", hint


@check("C305")
def figures_stand_apart(library: Library) -> Iterator[Said]:
    """Two facts with nothing but a space or a point between them read as one figure."""
    for text, words in _every(library):
        if pair := joined(words):
            hint = "put a word, or a comma and a space, between them"
            yield text.origin, f"figures stand side by side: {pair!r}", hint


@check("C304")
def whole_placeholders(library: Library) -> Iterator[Said]:
    """A brace in a Text belongs to a fact placed by name."""
    for text, words in _every(library):
        if _BRACES.search(marks.without_marks(words)):
            yield text.origin, "a brace that places no fact", "write {fact_name}"

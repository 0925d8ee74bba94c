"""The glossary's terms that stand in a Text, with what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leaflets.catalogs.patterns import Finder, Pattern, finder, pattern
from leaflets.model.facts import PLACEHOLDER
from leaflets.model.wording import Term

_TERM = "term"
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of an original's language, ready to be looked for."""

    meanings: Mapping[str, str]
    """What each concept means, in plain words."""

    look: Finder

    def concepts(self, words: str) -> tuple[str, ...]:
        """Name the concepts that some words speak of, each once."""
        found = (each.value for each in self.look.find(PLACEHOLDER.sub(" ", words)))
        return tuple(dict.fromkeys(found))

    def lines(self, words: str) -> Iterator[str]:
        """Say what each term in some words means, once."""
        for concept in self.concepts(words):
            if concept in self.meanings:
                yield f"{concept}: {self.meanings[concept]}"


def terms_of(
    meanings: Mapping[str, str], terms: Mapping[str, Term], language: str
) -> Terms:
    """Make the terms of a language ready to be looked for.

    *terms* says how each concept stands in an original; a concept that is not there is
    looked for by its name. *language* is the original's BCP 47 tag.
    """
    return Terms(meanings, finder(_patterns(meanings, terms), language))


def _patterns(
    meanings: Mapping[str, str], terms: Mapping[str, Term]
) -> Iterator[Pattern | None]:
    for concept in meanings:
        held = terms.get(concept)
        for form in held.forms if held is not None else _forms(concept):
            yield pattern(form, _TERM, concept)


def _forms(concept: str) -> Iterator[str]:
    """Give the ways in which a concept's name may stand.

    >>> list(_forms("brew (infusion)"))
    ['brew', 'brew infusion', 'infusion']
    """
    bare = _BRACKETS.sub("", concept).strip()
    yield bare
    for inner in _BRACKETS.findall(concept):
        yield _BRACKETS.sub(rf" {inner}", concept)
        if concept.endswith(")"):
            yield inner

"""What the checks know of a pair of languages: patterns compiled, once for a project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from leaflets.checks.lexicon import Lexicon, Patterned
from leaflets.checks.tokens import fold
from leaflets.content.library import Library
from leaflets.model.locale import WITHOUT_SPACES, Locale
from leaflets.model.wording import Term, Wording
from leaflets.origin import Origin


class Language:
    """The wording and the terms of one language, ready to be looked for."""

    def __init__(self, tag: str, shelf: Library) -> None:
        locale = shelf.locales.get(tag)
        self.script = locale.script if locale else ""
        self.wording = shelf.wordings.get(tag) or Wording(tag=tag, origin=Origin(""))
        self.terms: Mapping[str, Term] = shelf.glossary.of(tag)
        spaced = self.script not in WITHOUT_SPACES
        self.spaced = spaced
        self.never_last = frozenset(map(fold, self.wording.never_last))
        self.lexicon = Lexicon(self._patterned(), spaced=spaced)

    def _patterned(self) -> Iterator[Patterned]:
        words = self.wording
        yield "negation", "", words.negations
        yield "no negation", "", words.no_negations
        yield "needs not", "", words.needs_not
        yield "not", "", words.nots
        yield "half negation", "", words.half_negations
        yield "until", "", words.until
        yield "absolute", "", words.absolutes
        yield "stranger", "", words.strangers
        yield "alternative", "", words.alternatives
        yield "doubled", "", words.doubled
        for kind, values in (
            ("hedge", words.hedges), ("number", words.numbers),
            ("loose number", words.loose_numbers), ("unit", words.units),
        ):  # fmt: skip
            for value, patterns in values.items():
                yield kind, value, patterns
        for concept, term in self.terms.items():
            yield "term", concept, term.forms
            yield "forbidden", concept, term.forbidden


class Knowledge:
    """What is known of one locale and of one original's language."""

    def __init__(self, locale: Locale, own: Language, original: Language) -> None:
        self.locale = locale
        self.own = own
        self.original = original
        self.others: Mapping[str, tuple[str, ...]] = {}

    @cached_property
    def shared_hedges(self) -> frozenset[str]:
        """Certainties that both languages have words for."""
        ours, theirs = self.own.wording.hedges, self.original.wording.hedges
        return frozenset(level for level in theirs if theirs[level] and ours.get(level))

    @cached_property
    def shared_numbers(self) -> frozenset[str]:
        """Numbers that both languages have words for."""
        ours, theirs = self.own.wording.numbers, self.original.wording.numbers
        return frozenset(number for number in theirs if ours.get(number))

    @cached_property
    def shared_units(self) -> frozenset[str]:
        """Units that both languages have words for."""
        ours, theirs = self.own.wording.units, self.original.wording.units
        return frozenset(unit for unit in theirs if ours.get(unit))

    @cached_property
    def shared_terms(self) -> frozenset[str]:
        """Concepts that both languages have forms for."""
        theirs = self.original.terms
        return frozenset(
            concept
            for concept, term in self.own.terms.items()
            if term.forms and concept in theirs
        )

    @cached_property
    def negates(self) -> bool:
        """True where both languages have words that deny."""
        return bool(self.own.wording.negations and self.original.wording.negations)

    @cached_property
    def common(self) -> frozenset[str]:
        """Common words of the locale's language."""
        tag = self.locale.tag
        return frozenset(word for word, tags in self.others.items() if tag in tags)

    @cached_property
    def others_common(self) -> frozenset[str]:
        """Common words of the other languages in the same script."""
        own = (self.locale.tag,)
        return frozenset(word for word, tags in self.others.items() if tags != own)

    @cached_property
    def own_letters(self) -> set[str]:
        """Letters of the language, and what was found to be no letter; empty if unknown."""
        return set(self.own.wording.letters)


@lru_cache(maxsize=8)
def languages(shelf: Library) -> dict[str, Language]:  # noqa: ARG001 - what it is kept by
    """Keep the languages of a project that were made ready, by tag."""
    return {}


@lru_cache(maxsize=256)
def know(shelf: Library, locale: Locale, original: str) -> Knowledge:
    """Give what a project knows of a locale and of the language of an original."""
    known = languages(shelf)
    for tag in (locale.tag, original):
        if tag not in known:
            known[tag] = Language(tag, shelf)
    made = Knowledge(locale, known[locale.tag], known[original])
    made.others = _owners(shelf, known[locale.tag].script)
    return made


def _owners(shelf: Library, script: str) -> Mapping[str, tuple[str, ...]]:
    """Give the languages of a script by their common words."""
    owners: dict[str, list[str]] = {}
    for tag, wording in shelf.wordings.items():
        locale = shelf.locales.get(tag)
        if locale is not None and locale.script == script:
            for word in {fold(word.strip("*")) for word in wording.common}:
                owners.setdefault(word, []).append(tag)
    return {word: tuple(tags) for word, tags in owners.items()}

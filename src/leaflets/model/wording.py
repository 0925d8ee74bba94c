"""What the checks of a translation know of a language: its words, letters and marks.

All of it is data that somebody who knows the language wrote down. A list that is empty
asks nothing: a language without any is checked for what needs no words.

A *pattern* is a word or several. A ``*`` at the end of a word stands for any ending, at its
start for any beginning; a space for any white space.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from leaflets.origin import Origin

Patterns = tuple[str, ...]


def _nothing() -> Mapping[str, Patterns]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one language that a check must know."""

    tag: str
    """BCP 47 tag of the language."""

    origin: Origin
    negations: Patterns = ()
    """Cues that turn or deny a sentence."""

    no_negations: Patterns = ()
    """Longer phrases that hold a cue and deny nothing ("not only")."""

    half_negations: Patterns = ()
    """Words that deny without a cue ("rarely", "outside"): another language may say them
    with one."""

    until: Patterns = ()
    """Words that say until when. In many languages a cue follows that denies nothing:
    Persian says "until it has not stopped"."""

    needs_not: Patterns = ()
    """Words that deny only together with a ``nots`` word ("nikt … nie")."""

    nots: Patterns = ()
    """Words that go with those of ``needs_not``."""

    alternatives: Patterns = ()
    """Words that say "or"."""

    before_whole: Patterns = ()
    """Words right before the whole of a share ("sur 100"); plain words, no patterns."""

    behind_whole: Patterns = ()
    """Words between the whole of a share and its part; plain words, no patterns."""

    hedges: Mapping[str, Patterns] = field(default_factory=_nothing, hash=False)
    """How unsure a sentence is, by ``Certainty`` value."""

    absolutes: Patterns = ()
    """Words that are surer than evidence is ("proves")."""

    effects: Patterns = ()
    """Verbs and nouns that say that one thing changes another ("prevents")."""

    loose_effects: Patterns = ()
    """The same, where the word may be a name or mean something else ("help")."""

    harms: Patterns = ()
    """Words that say that something does harm ("danger")."""

    relative: Patterns = ()
    """Words that compare without saying from what to what ("twice as")."""

    comparisons: Patterns = ()
    """Words that make a percentage before them a relative one ("lower")."""

    shares: Patterns = ()
    """Shares in words ("one in four")."""

    idioms: Patterns = ()
    """Phrases that mean something else than their words."""

    shortenings: Patterns = ()
    """What is short for words ("e.g.")."""

    double_negatives: Patterns = ()
    """What denies twice ("not unlikely")."""

    distance: Patterns = ()
    """What speaks of the reader instead of to her ("patients should")."""

    promotional: Patterns = ()
    """Words that sell."""

    blaming: Patterns = ()
    """Words that blame or hurt."""

    allowed: Patterns = ()
    """Longer phrases that hold one of those and are harmless."""

    means: Patterns = ()
    """Words by which a hard word is explained ("called")."""

    vague_headings: Patterns = ()
    """Headings that say nothing."""

    be: Patterns = ()
    """Forms of "be" that make a passive."""

    participles: Patterns = ()
    """Verb forms that make a passive after one of ``be``."""

    known_letters: Patterns = ()
    """Letters that stand for words and need no explaining ("UK"), as they are written."""

    vowels: str = ""
    """Letters that make a syllable, for the reading level."""

    silent: Patterns = ()
    """Endings that make none; plain letters, no patterns."""

    reading: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    """The reading level: ``words`` times words in a sentence, plus ``syllables`` times
    syllables in a word, plus ``constant``; and the ``limit`` that it should not pass."""

    limits: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    """Most words of a ``sentence`` and a ``paragraph``; ``short_least`` and ``short_most``
    words of the short form."""

    unknown: Patterns = ()
    """Words that leave open whether a thing is so ("nobody knows")."""

    numbers: Mapping[str, Patterns] = field(default_factory=_nothing, hash=False)
    """Words that count, by value: ``3`` or ``1/2``."""

    loose_numbers: Mapping[str, Patterns] = field(default_factory=_nothing, hash=False)
    """Words that may count and may not, by value: the endings of a dual, or a word that
    means something else besides. They answer for a number, and never add one."""

    units: Mapping[str, Patterns] = field(default_factory=_nothing, hash=False)
    """Words of measure, by unit: ``week``, ``mg``."""

    common: Patterns = ()
    """The short words that most sentences of the language hold, as they are written."""

    strangers: Patterns = ()
    """Words that neighbour languages use often and this one never."""

    letters: str = ""
    """Every letter and mark, in lower case, that correct text of the language uses."""

    foreign_letters: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    """Letters of a neighbour's language that look right here, and the right ones."""

    ends: Mapping[str, Patterns] = field(default_factory=_nothing, hash=False)
    """What an end mark of the original (``.``, ``?``) becomes."""

    space_before: str = ""
    """Marks that want a no-break space before them."""

    length: tuple[float, float] | None = None
    """Least and most letters of a translation for one of the original."""

    never_last: Patterns = ()
    """Words that no text ends with ("and", "of"): one that does is cut off."""

    doubled: Patterns = ()
    """Doubled words that are right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One concept as a language says it."""

    concept: str
    forms: Patterns
    """Patterns, one of which must stand where an original speaks of the concept."""

    origin: Origin
    forbidden: Patterns = ()
    """Patterns that never stand for it."""

    explain: bool = False
    """True for a word that a reader does not know: it is explained at its first use."""

    rivals: Patterns = ()
    """Forms of which a text uses one and the same throughout."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of each language, by tag and concept."""

    terms: Mapping[str, Mapping[str, Term]] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )

    def of(self, tag: str) -> Mapping[str, Term]:
        """Terms of a language by concept; none where it has no file."""
        return self.terms.get(tag, MappingProxyType({}))

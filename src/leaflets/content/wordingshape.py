"""Shapes of what is known of a language's words: ``words.yaml`` and the glossary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from leaflets.content.shape import Shape
from leaflets.content.yamlfile import YamlFile
from leaflets.model.evidence import Certainty
from leaflets.model.wording import Term, Wording

_PATTERN = re.compile(r"\*?[^*\s\x00-\x1f]+\*?( \*?[^*\s\x00-\x1f]+\*?)*\Z")


def _as_word(value: object) -> object:
    """Take what YAML reads as a number or a truth for the word that was typed."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (int, float)) else value


def _pattern(value: str) -> str:
    value = " ".join(value.split())
    if not _PATTERN.match(value):
        raise ValueError("a pattern is words, with '*' only where one begins or ends")
    return value


Pattern = Annotated[
    str,
    BeforeValidator(_as_word),
    Field(min_length=1, max_length=80),
    AfterValidator(_pattern),
    WithJsonSchema({"type": ["string", "number", "boolean"], "maxLength": 80}),
]
PatternList = Annotated[tuple[Pattern, ...], Field(max_length=2000)]
NumberName = Annotated[str, Field(pattern=r"^[0-9]{1,7}(/[0-9]{1,3})?$")]
UnitName = Annotated[str, Field(pattern=r"^[a-z]{1,12}$")]
Letter = Annotated[str, Field(min_length=1, max_length=1)]
Marks = Annotated[str, Field(max_length=20)]
Ratio = Annotated[float, Field(gt=0, le=20)]


class ReadingShape(Shape):
    """How hard a text is to read, by the length of sentences and words."""

    words: float
    syllables: float
    constant: float
    limit: float


class LimitsShape(Shape):
    """How many words there may be."""

    sentence: Annotated[int, Field(gt=0)] | None = None
    paragraph: Annotated[int, Field(gt=0)] | None = None
    short_least: Annotated[int, Field(gt=0)] | None = None
    short_most: Annotated[int, Field(gt=0)] | None = None


class WordingShape(Shape):
    """The words of a language that the checks of a translation must know."""

    negations: PatternList = ()
    no_negations: PatternList = ()
    needs_not: PatternList = ()
    nots: PatternList = ()
    half_negations: PatternList = ()
    until: PatternList = ()
    alternatives: PatternList = ()
    before_whole: PatternList = ()
    behind_whole: PatternList = ()
    hedges: dict[Certainty, PatternList] = Field(default_factory=dict)
    absolutes: PatternList = ()
    effects: PatternList = ()
    loose_effects: PatternList = ()
    harms: PatternList = ()
    relative: PatternList = ()
    comparisons: PatternList = ()
    shares: PatternList = ()
    idioms: PatternList = ()
    shortenings: PatternList = ()
    double_negatives: PatternList = ()
    distance: PatternList = ()
    promotional: PatternList = ()
    blaming: PatternList = ()
    allowed: PatternList = ()
    means: PatternList = ()
    vague_headings: PatternList = ()
    be: PatternList = ()
    participles: PatternList = ()
    known_letters: PatternList = ()
    vowels: Annotated[str, Field(max_length=100)] = ""
    silent: PatternList = ()
    reading: ReadingShape | None = None
    limits: LimitsShape | None = None
    unknown: PatternList = ()
    numbers: dict[NumberName, PatternList] = Field(default_factory=dict)
    loose_numbers: dict[NumberName, PatternList] = Field(default_factory=dict)
    units: dict[UnitName, PatternList] = Field(default_factory=dict)
    common: PatternList = ()
    strangers: PatternList = ()
    letters: Annotated[str, Field(max_length=2000)] = ""
    foreign_letters: dict[Letter, Letter] = Field(default_factory=dict)
    ends: dict[Marks, tuple[Marks, ...]] = Field(default_factory=dict)
    space_before: Marks = ""
    length: Annotated[tuple[Ratio, Ratio] | None, Field()] = None
    never_last: PatternList = ()
    doubled: PatternList = ()

    def make(self, tag: str, file: YamlFile) -> Wording:
        """Make the Wording of the locale *tag*."""
        return Wording(
            tag=tag,
            origin=file.origin(),
            negations=self.negations,
            no_negations=self.no_negations,
            needs_not=self.needs_not,
            nots=self.nots,
            half_negations=self.half_negations,
            until=self.until,
            alternatives=self.alternatives,
            before_whole=self.before_whole,
            behind_whole=self.behind_whole,
            hedges=MappingProxyType({k.value: v for k, v in self.hedges.items()}),
            absolutes=self.absolutes,
            effects=self.effects,
            loose_effects=self.loose_effects,
            harms=self.harms,
            relative=self.relative,
            comparisons=self.comparisons,
            shares=self.shares,
            idioms=self.idioms,
            shortenings=self.shortenings,
            double_negatives=self.double_negatives,
            distance=self.distance,
            promotional=self.promotional,
            blaming=self.blaming,
            allowed=self.allowed,
            means=self.means,
            vague_headings=self.vague_headings,
            be=self.be,
            participles=self.participles,
            known_letters=self.known_letters,
            vowels=self.vowels,
            silent=self.silent,
            reading=MappingProxyType(self.reading.model_dump() if self.reading else {}),
            limits=MappingProxyType(
                self.limits.model_dump(exclude_none=True) if self.limits else {}
            ),
            unknown=self.unknown,
            numbers=MappingProxyType(dict(self.numbers)),
            loose_numbers=MappingProxyType(dict(self.loose_numbers)),
            units=MappingProxyType(dict(self.units)),
            common=self.common,
            strangers=self.strangers,
            letters="".join(self.letters.split()),
            foreign_letters=MappingProxyType(dict(self.foreign_letters)),
            ends=MappingProxyType(dict(self.ends)),
            space_before=self.space_before,
            length=self.length,
            never_last=self.never_last,
            doubled=self.doubled,
        )


class TermShape(Shape):
    """One concept: the forms that say it, and those that never may."""

    forms: PatternList = ()
    forbidden: PatternList = ()
    explain: bool = False
    rivals: PatternList = ()
    note: Annotated[str, Field(max_length=1000)] | None = None


class GlossaryShape(Shape):
    """The terms of one language, by concept."""

    terms: dict[Annotated[str, Field(min_length=1, max_length=120)], TermShape]

    def make(self, file: YamlFile) -> Mapping[str, Term]:
        """Make the Terms."""
        return MappingProxyType(
            {
                concept: Term(
                    concept=concept,
                    forms=term.forms,
                    forbidden=term.forbidden,
                    explain=term.explain,
                    rivals=term.rivals,
                    origin=file.origin("terms", concept),
                )
                for concept, term in self.terms.items()
            }
        )

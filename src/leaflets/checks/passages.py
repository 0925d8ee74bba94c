"""A leaflet as the checks of its words read it: passages, wholes and sentences.

A *passage* is one run of words with the place it stands in. A *whole* is what a reader
takes in at once: a block, or a Text that stands in none. A *sentence* knows which claims
are cited at its end, which facts stand in it, and which listed words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from leaflets.catalogs.reading import CITED, PLACED, Reading, read
from leaflets.checks.lexicon import Hit, Lexicon, Patterned, Scan
from leaflets.content.library import Library
from leaflets.model.blocks import BarComparison, Block, IconArray, OptionGrid
from leaflets.model.leaflet import Leaflet
from leaflets.model.locale import WITHOUT_SPACES
from leaflets.model.text import Text
from leaflets.model.walk import texts
from leaflets.model.wording import Term, Wording
from leaflets.origin import Origin

_AFTER = rf"[{CITED}\s”’\"'»)\]）」』›“*]*\Z"
_QUESTION = re.compile(rf"[?؟？]{_AFTER}")
_ENDED = re.compile(rf"[.!?؟۔।॥。！？…]{_AFTER}")


class Part(StrEnum):
    """Where in a leaflet a passage stands."""

    TITLE = "title"
    PURPOSE = "purpose"
    HEADING = "heading"
    BLOCK = "block"
    CERTAINTY = "certainty"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a passage."""

    tagged: str
    """Its words, one character for each citation and each fact."""

    cited: tuple[str, ...]
    """Keys of the claims cited in it."""

    placed: tuple[str, ...]
    """Names of the facts placed in it."""

    hits: tuple[Hit, ...]
    """The listed words in it, in order."""

    tokens: tuple[str, ...]
    """Its words and marks, folded; hits count from ``first``."""

    first: int
    """Place of its first token in the passage."""

    def of(self, kind: str) -> list[Hit]:
        """Give the hits of one kind."""
        return [hit for hit in self.hits if hit.kind == kind]

    @property
    def asks(self) -> bool:
        """True for a question."""
        return bool(_QUESTION.search(self.tagged))

    @property
    def whole(self) -> bool:
        """True where it ends as a sentence does: a label or a cell often does not."""
        return bool(_ENDED.search(self.tagged))

    @property
    def words(self) -> int:
        """How many words it has; a fact counts as one."""
        return sum(token[0].isalnum() or token == PLACED for token in self.tokens)

    @property
    def shown(self) -> str:
        """Say the sentence in a message, shortened."""
        said = " ".join(self.tagged.replace(CITED, "").replace(PLACED, "…").split())
        return said if len(said) <= 60 else f"{said[:57].rstrip()}…"


class Passage:
    """One run of words, and the place it stands in."""

    def __init__(self, text: Text, words: str, part: Part, lexicon: Lexicon) -> None:
        self.text = text
        self.words = words
        self.part = part
        self._lexicon = lexicon

    @property
    def origin(self) -> Origin:
        """Where the words were written."""
        return self.text.origin

    @cached_property
    def reading(self) -> Reading:
        """What stands in the words."""
        return read(self.words)

    @cached_property
    def scan(self) -> Scan:
        """The listed words."""
        return self._lexicon.scan(self.reading)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in order."""
        scan, made, first = self.scan, [], 0
        hits = [hit for kind in scan.kinds for hit in scan.of(kind)]
        hits.sort(key=lambda hit: (hit.start, hit.end, hit.kind))
        cited, placed = iter(self.reading.cited), iter(self.reading.placed)
        for number, tagged in enumerate(scan.parts):
            size = scan.sentence_of.count(number)
            keys = [next(cited, ()) for _ in range(tagged.count(CITED))]
            names = [next(placed, ("", ""))[0] for _ in range(tagged.count(PLACED))]
            made.append(
                Sentence(
                    tagged=tagged,
                    cited=tuple(key for group in keys for key in group),
                    placed=tuple(names),
                    hits=tuple(hit for hit in hits if hit.sentence == number),
                    tokens=tuple(scan.folded[first : first + size]),
                    first=first,
                )
            )
            first += size
        return tuple(made)

    @property
    def vouched(self) -> Iterator[Vouched]:
        """Yield what each citation vouches for, in order; not what none does."""
        run: list[Sentence] = []
        for sentence in self.sentences:
            run.append(sentence)
            if sentence.cited:
                yield Vouched(sentences=tuple(run), cited=sentence.cited)
                run = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouched:
    """What one citation vouches for: the sentences before it, back to the one before."""

    sentences: tuple[Sentence, ...]
    cited: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What a reader takes in at once: a block, or a Text that stands in none."""

    part: Part
    passages: tuple[Passage, ...]
    origin: Origin
    block: Block | None = None
    section: int = -1
    """Number of the section it stands in; -1 outside of them."""

    short: bool = False
    """True where it stands in the short form."""

    keys: tuple[str, ...] = ()
    """Keys of claims that it cites without a citation: those of options and of certainty."""

    drawn: tuple[str, ...] = ()
    """Names of facts that it draws."""

    @property
    def cited(self) -> tuple[str, ...]:
        """Keys of all the claims that it cites."""
        said = (key for passage in self.passages for key in passage.reading.citations)
        return tuple(dict.fromkeys((*said, *self.keys)))

    @property
    def placed(self) -> tuple[str, ...]:
        """Names of all the facts that it places or draws."""
        names = (name for p in self.passages for name, _ in p.reading.placed)
        return tuple(dict.fromkeys((*names, *self.drawn)))


class Passages:
    """All the words of one leaflet, ready to be asked about."""

    def __init__(
        self, leaflet: Leaflet, library: Library, lexicon: Lexicon | None = None
    ) -> None:
        tag = leaflet.original
        self.wording = library.wordings.get(tag) or Wording(tag=tag, origin=Origin(""))
        self.terms = library.glossary.of(tag)
        self._leaflet = leaflet
        self._lexicon = lexicon or lexicon_of(tag, library)

    @cached_property
    def wholes(self) -> tuple[Whole, ...]:
        """Every whole, in the order of the page."""
        return tuple(self._wholes())

    @property
    def every(self) -> Iterator[Passage]:
        """Every passage, in the order of the page."""
        return (passage for whole in self.wholes for passage in whole.passages)

    def _wholes(self) -> Iterator[Whole]:
        leaflet = self._leaflet
        for title in (leaflet.title, leaflet.subtitle):
            if title is not None:
                yield self._text(Part.TITLE, title)
        yield self._text(Part.PURPOSE, leaflet.purpose)
        for number, section in enumerate(leaflet.sections):
            yield self._text(Part.HEADING, section.heading, section=number)
            for block in section.blocks:
                yield self._block(block, number)
        evidence = leaflet.evidence
        for key in evidence.certainty:
            yield self._text(Part.CERTAINTY, key.text, keys=(key.claim,))
        said = dict.fromkeys(texts(evidence))
        for key in evidence.certainty:
            said.pop(key.text, None)
        for text in said:
            yield self._text(Part.EVIDENCE, text)
        for block in leaflet.short.blocks:
            yield self._block(block, -1, short=True)
        for text in (*leaflet.short.unknowns, *leaflet.short.limits):
            yield self._text(Part.EVIDENCE, text, short=True)

    def _text(
        self,
        part: Part,
        text: Text,
        *,
        section: int = -1,
        short: bool = False,
        keys: tuple[str, ...] = (),
    ) -> Whole:
        return Whole(
            part=part,
            passages=tuple(self._said(text, part)),
            origin=text.origin,
            section=section,
            short=short,
            keys=keys,
        )

    def _block(self, block: Block, section: int, *, short: bool = False) -> Whole:
        keys: tuple[str, ...] = ()
        drawn: tuple[str, ...] = ()
        if isinstance(block, OptionGrid):
            keys = tuple(option.claim for option in block.options)
        if isinstance(block, IconArray):
            drawn = (block.fact,)
        if isinstance(block, BarComparison):
            named = (name for b in block.bars for name in (b.fact, b.low, b.high))
            drawn = tuple(name for name in named if name)
        return Whole(
            part=Part.BLOCK,
            passages=tuple(
                p for text in texts(block) for p in self._said(text, Part.BLOCK)
            ),
            origin=block.origin,
            block=block,
            section=section,
            short=short,
            keys=keys,
            drawn=drawn,
        )

    def _said(self, text: Text, part: Part) -> Iterator[Passage]:
        for words in (text.words, text.other):
            if words:
                yield Passage(text, words, part, self._lexicon)


def lexicon_of(tag: str, library: Library) -> Lexicon:
    """Make ready what the rules look for in the leaflets of one language."""
    locale = library.locales.get(tag)
    spaced = locale is None or locale.script not in WITHOUT_SPACES
    words = library.wordings.get(tag) or Wording(tag=tag, origin=Origin(""))
    return Lexicon(_patterned(words, library.glossary.of(tag)), spaced=spaced)


def _patterned(words: Wording, terms: Mapping[str, Term]) -> Iterator[Patterned]:
    yield "negation", "", words.negations
    yield "no negation", "", words.no_negations
    yield "absolute", "", words.absolutes
    yield "effect", "", words.effects
    yield "loose effect", "", words.loose_effects
    yield "harm", "", words.harms
    yield "relative", "", words.relative
    yield "comparison", "", words.comparisons
    yield "share", "", words.shares
    yield "idiom", "", words.idioms
    yield "shortening", "", words.shortenings
    yield "double negative", "", words.double_negatives
    yield "distance", "", words.distance
    yield "promotional", "", words.promotional
    yield "blaming", "", words.blaming
    yield "allowed", "", words.allowed
    yield "means", "", words.means
    yield "vague heading", "", words.vague_headings
    yield "be", "", words.be
    yield "participle", "", words.participles
    yield "unknown", "", words.unknown
    for level, patterns in words.hedges.items():
        yield "hedge", level, patterns
    for concept, term in terms.items():
        yield "term", concept, term.forms
        for rival in term.rivals:
            yield "rival", f"{concept}|{rival}", (rival,)

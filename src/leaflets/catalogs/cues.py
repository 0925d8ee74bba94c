"""Find the words that turn, weigh or count what an original says.

Which words those are is the language's own data (``words.yaml``); of English a few are
known to the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from leaflets.catalogs.english import ENGLISH, TURNS
from leaflets.catalogs.patterns import FIGURE, Finder, Pattern, finder, pattern
from leaflets.model.facts import PLACEHOLDER
from leaflets.model.wording import Wording

_ASIDE = re.compile(r"\[@[^\]]*\]|\]\([a-z][a-z0-9_]*\)")
"""Citations and the targets of links: names, not words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """What turns, weighs and counts in some words, each in the order it stands."""

    negations: tuple[str, ...] = ()
    """What each negation denies: the word behind it."""

    hedges: tuple[str, ...] = ()
    """How unsure the sentence is, by ``Certainty`` value."""

    absolutes: tuple[str, ...] = ()
    """Words that are surer than evidence is."""

    counts: tuple[str, ...] = ()
    """Figures, number words and units."""

    turns: tuple[str, ...] = ()
    """Other words that turn a sentence: before, less, with."""


def known(language: str, wording: Wording | None) -> bool:
    """Say whether the negations and hedges of a language are known."""
    if wording is not None and wording.negations and wording.hedges:
        return True
    return language.partition("-")[0] == "en"


def cues_of(
    words: str, language: str, wording: Wording | None = None, *, widely: bool = False
) -> Cues:
    """Find the cues in some words of an original.

    *language* is its BCP 47 tag and *wording* what the project knows of it; *widely* adds
    what the program knows beyond that.
    """
    found: dict[str, list[str]] = {
        "not": [],
        "hedge": [],
        "sure": [],
        "turn": [],
        FIGURE: [],
    }
    bare = PLACEHOLDER.sub(" ", _ASIDE.sub(" ", words))
    for cue in _finder(language, wording, widely).find(bare):
        if cue.kind in found:
            found[cue.kind].append(cue.after if cue.kind == "not" else cue.value)
    return Cues(
        negations=tuple(found["not"]),
        hedges=tuple(found["hedge"]),
        absolutes=tuple(found["sure"]),
        counts=tuple(found[FIGURE]),
        turns=tuple(found["turn"]),
    )


@lru_cache(maxsize=64)
def _finder(language: str, wording: Wording | None, widely: bool) -> Finder:
    own = wording if wording is not None and wording.negations else None
    known_here: list[Wording] = [] if own is None else [own]
    turns: tuple[str, ...] = ()
    if language.partition("-")[0] == "en":
        turns = TURNS
        if widely or own is None:
            known_here.append(ENGLISH)
    return finder((p for each in known_here for p in _patterns(each, turns)), language)


def _patterns(wording: Wording, turns: tuple[str, ...]) -> Iterator[Pattern | None]:
    groups = [
        ("none", "", wording.no_negations),
        *(("hedge", level, words) for level, words in wording.hedges.items()),
        ("not", "", wording.negations),
        *((FIGURE, value, words) for value, words in wording.numbers.items()),
        *((FIGURE, unit, words) for unit, words in wording.units.items()),
        ("sure", "", wording.absolutes),
        ("turn", "", turns),
    ]
    for kind, value, patterns in groups:
        for written in patterns:
            yield pattern(written, kind, value)

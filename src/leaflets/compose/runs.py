"""Words of a composed page as Runs: in one language, of one kind, with what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from leaflets.compose.elements import Element
from leaflets.compose.setter import WORD_JOINER, Expectation
from leaflets.model.edition import Edition
from leaflets.model.locale import WITHOUT_SPACES
from leaflets.model.narrative import Run

_SPACE = re.compile(r"[ \t\n\r\f]+")
_UNSEEN = str.maketrans("", "", f"{WORD_JOINER}\u00ad")
"""Marks that only say where a line may break."""

_ASIDES = frozenset({"flag", "range"})
"""What a page sets apart by its look, and words by brackets."""

_STRONG = frozenset({"b", "dfn", "strong"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What a Run is, but for its words."""

    lang: str
    direction: str
    mark: str = ""
    kind: str = ""
    fact: str = ""
    strong: bool = False
    address: str = ""
    flagged: bool = False
    """True in a box that says once for all in it that it is to be checked."""

    def say(self, words: str) -> Run:
        """Give words this voice."""
        return Run(
            words=words,
            lang=self.lang,
            direction=self.direction,
            mark=self.mark,
            kind=self.kind,
            fact=self.fact,
            strong=self.strong,
            address=self.address,
        )


class Reader:
    """Reads the words of one edition's elements."""

    def __init__(self, edition: Edition, expected: Iterable[Expectation]) -> None:
        self._expected = {each.id: each for each in expected}
        imprint = edition.imprint
        own = [contact.fact for contact in imprint.contacts]
        if imprint.leaflets:
            own.append(imprint.leaflets)
        self._kinds = {fact.name: fact.kind.value for fact in own}
        self._kinds |= {name: fact.kind.value for name, fact in edition.facts.items()}
        self._brackets = _brackets(edition.phrases["link.paper"])
        self._spaced = edition.locale.script not in WITHOUT_SPACES

    def read(self, inner: Sequence[Element | str], voice: Voice) -> tuple[Run, ...]:
        """Read words, white space as a browser shows it and none at the ends."""
        pieces: list[tuple[str, Voice]] = []
        self._gather(inner, voice, pieces)
        said: list[tuple[str, Voice]] = []
        for piece, own in pieces:
            words = _SPACE.sub(" ", piece)
            if not said or said[-1][0].endswith(" "):
                words = words.removeprefix(" ")
            if not words:
                continue
            if said and said[-1][1] == own:
                said[-1] = (said[-1][0] + words, own)
            else:
                said.append((words, own))
        while said and not said[-1][0].rstrip(" "):
            said.pop()
        if said:
            said[-1] = (said[-1][0].rstrip(" "), said[-1][1])
        return tuple(own.say(words) for words, own in said)

    def inside(self, element: Element, voice: Voice) -> Voice:
        """Say how the words in *element* are said: its language, its mark, its kind."""
        given = element.attributes
        voice = replace(
            voice,
            lang=given.get("lang") or voice.lang,
            direction=given.get("dir") or voice.direction,
            strong=voice.strong or element.tag in _STRONG,
            flagged=voice.flagged or "unchecked" in element.classes,
        )
        if element.tag == "a" and not given.get("href", "#").startswith("#"):
            voice = replace(voice, address=given["href"])
        if "cite" in element.classes:
            voice = replace(voice, kind="citation")
        if "flag" in element.classes:
            voice = replace(voice, kind="flag")
        expected = self._expected.get(given.get("data-mark", ""))
        if expected:
            fact = self._fact(expected) if expected.kind == "fact" else ""
            voice = replace(voice, mark=expected.id, kind=expected.kind, fact=fact)
        return voice

    def _gather(
        self,
        inner: Sequence[Element | str],
        voice: Voice,
        pieces: list[tuple[str, Voice]],
    ) -> None:
        for each in inner:
            if isinstance(each, str):
                pieces.append((each.translate(_UNSEEN), voice))
            elif each.tag == "br":
                pieces.append((" ", voice))
            elif voice.flagged and "verify" in each.classes:
                continue
            elif each.attributes.get("aria-hidden") != "true":
                own = self.inside(each, voice)
                aside = each.classes & _ASIDES
                opening, closing = self._brackets if aside else ("", "")
                if aside and not self._spaced and pieces:
                    pieces[-1] = (pieces[-1][0].rstrip(), pieces[-1][1])
                pieces.append((opening, own))
                self._gather(each.inner, own, pieces)
                pieces.append((closing, own))

    def _fact(self, expected: Expectation) -> str:
        """Kind of a fact: those that the program makes itself are dates and times."""
        made = "time" if expected.name == "hours" else "date"
        return self._kinds.get(expected.name, made)


def _brackets(pattern: str) -> tuple[str, str]:
    """Take the brackets of a language from the phrase that puts an address in some."""
    before, _, closing = pattern.partition("{address}")
    return before.rpartition("{words}")[2].strip(), closing

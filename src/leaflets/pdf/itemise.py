"""A line of text, cut as Pango cuts it before it is shaped.

Each stretch is of one direction, one style, one font and one script. The font is the
first of the family list that has the character.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from fontTools import unicodedata as scripts

from leaflets.pdf import bidi, outlines
from leaflets.pdf.fonts import FontSet
from leaflets.pdf.outlines import FontProgram

_ANY_SCRIPT = frozenset(("Zyyy", "Zinh"))
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"))
_SAMPLES = {"Latn": "en", "Arab": "ar", "Cyrl": "ru", "Grek": "el", "Deva": "hi",
            "Beng": "bn", "Guru": "pa", "Hans": "zh", "Hani": "zh", "Hira": "ja",
            "Kana": "ja", "Hang": "ko", "Hebr": "he", "Thai": "th", "Taml": "ta"}  # fmt: skip
"""Language that Pango takes for a script which the language of the text is not
written in."""

_SCRIPTS = {"ar": "Arab", "fa": "Arab", "ur": "Arab", "ps": "Arab", "ckb": "Arab",
            "sd": "Arab", "ug": "Arab", "he": "Hebr", "yi": "Hebr", "hi": "Deva",
            "mr": "Deva", "ne": "Deva", "bn": "Beng", "as": "Beng", "pa": "Guru",
            "ru": "Cyrl", "uk": "Cyrl", "bg": "Cyrl", "el": "Grek", "ta": "Taml",
            "th": "Thai", "zh": "Hani", "ja": "Hani", "ko": "Hang"}  # fmt: skip

_CHINESE_REGIONS = frozenset(("cn", "hk", "mo", "sg", "tw"))
_BRACKETS = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“", "’": "‘", "›": "‹",
             "）": "（", "」": "「", "』": "『", "》": "《", "〉": "〈", "】": "【"}  # fmt: skip
_OPENERS = frozenset(_BRACKETS.values())


@dataclass(frozen=True, slots=True)
class Style:
    """What type a piece of text is set in."""

    family: tuple[str, ...]
    weight: int
    italic: bool
    lang: str


class Piece(NamedTuple):
    """Characters of a text, from *start* to before *stop*, in one style."""

    start: int
    stop: int
    style: Style


class Stretch(NamedTuple):
    """Characters of a line that are shaped together."""

    start: int
    """Place in the whole text."""

    stop: int
    rightward: bool
    """Whether it reads from left to right."""

    piece: int
    """Number of the Piece that it belongs to."""

    font: FontProgram
    script: str
    """Four letters of ISO 15924."""


class _Item(NamedTuple):
    """One character of a line, and what it is set in."""

    place: int
    level: int
    piece: int
    font: FontProgram
    script: str


class Faces:
    """Chooses among the fonts of one set."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._found: dict[Style, tuple[FontProgram, ...]] = {}

    def cut(self, text: str, direction: str, pieces: tuple[Piece, ...]) -> list[Stretch]:
        """Cut the *pieces* of *text* that stand on one line; as seen, left to right."""
        levels = bidi.levels(text, direction)
        places = [place for piece in pieces for place in range(piece.start, piece.stop)]
        line = [levels[place] for place in places]
        for place in range(len(places) - 1, -1, -1):  # L1, where a line is broken
            if not text[places[place]].isspace():
                break
            line[place] = int(direction == "rtl")
        items: list[_Item] = []
        for number, (start, stop, style) in enumerate(pieces):
            part = text[start:stop]
            own = line[len(items) : len(items) + len(part)]
            names = _scripts(part)
            fonts = self._choose(part, own, names, style)
            items += (
                _Item(start + place, own[place], number, fonts[place], names[place])
                for place in range(len(part))
            )
        return _stretches(items)

    def _choose(
        self, part: str, own: list[int], names: list[str], style: Style
    ) -> list[FontProgram]:
        """Choose the font of each character.

        A space takes the font before it or the one after it, whichever comes first in
        the list, as long as both are of its own level and script.
        """
        programs = self._programs(style)
        chosen: list[int | None] = [
            None
            if unicodedata.category(character) in _UNSEEN
            else next((n for n, p in enumerate(programs) if p.has(character)), 0)
            for character in part
        ]
        place = 0
        while place < len(part):
            stop = place
            kind = own[place], names[place]
            while (
                stop < len(part)
                and chosen[stop] is None
                and (own[stop], names[stop]) == kind
            ):
                stop += 1
            beside = [
                chosen[each]
                for each in (place - 1, stop)
                if 0 <= each < len(part) and (own[each], names[each]) == kind
            ]
            for each in range(place, stop):
                chosen[each] = min((b for b in beside if b is not None), default=0)
            place = max(stop, place + 1)
        return [programs[number or 0] for number in chosen]

    def _programs(self, style: Style) -> tuple[FontProgram, ...]:
        found = self._found.get(style)
        if found is None:
            programs = []
            for family in style.family:
                try:
                    face = self._fonts.face(family, style.weight, style.italic)
                except KeyError:
                    continue
                programs.append(outlines.from_file(face.path, face.index))
            if not programs:  # the engine takes what it has; so nothing will agree
                first = self._fonts.files[0]
                programs = [outlines.from_file(first.path, first.index)]
            found = self._found[style] = tuple(programs)
        return found


def _stretches(items: list[_Item]) -> list[Stretch]:
    found: list[list[int]] = []
    for place in bidi.visual(tuple(item.level for item in items)):
        if found:
            last = found[-1][-1]
            if abs(last - place) == 1 and items[last][1:] == items[place][1:]:
                found[-1].append(place)
                continue
        found.append([place])
    stretches = []
    for each in found:
        _, level, piece, font, script = items[each[0]]
        start, stop = items[min(each)].place, items[max(each)].place + 1
        stretches.append(Stretch(start, stop, level % 2 == 0, piece, font, script))
    return stretches


def _scripts(part: str) -> list[str]:
    """Give the script of each character: signs that all share go with their neighbours.

    Like Pango, a sign goes with what stands before it, a closing bracket with its
    opening one, and signs at the very beginning with what follows.
    """
    names: list[str] = []
    current = "Zyyy"
    waiting: list[tuple[str, str]] = []
    for place, character in enumerate(part):
        name = scripts.script(character)
        if name in _ANY_SCRIPT:
            name = current
            if character in _OPENERS:
                waiting.append((character, current))
            elif character in _BRACKETS:
                while waiting:
                    opener, script = waiting.pop()
                    if opener == _BRACKETS[character]:
                        name = script
                        break
        elif current == "Zyyy":
            names[:] = [name] * place
            waiting = [(opener, name) for opener, _ in waiting]
        names.append(name)
        current = name
    return names


def language(lang: str, script: str) -> str:
    """Give the language that Pango shapes a script in, within a text in *lang*."""
    primary, _, rest = lang.lower().partition("-")
    if primary == "zh" and rest not in _CHINESE_REGIONS:
        return lang  # Pango knows no script for it, and takes any for its own
    if script in _ANY_SCRIPT or _SCRIPTS.get(primary, "Latn") == script:
        return lang
    return _SAMPLES.get(script, lang)

"""In which order two readers want the characters of a line, so that words come out.

No reader of a PDF takes text as it is drawn. Each looks at where the characters stand,
or in which order they are shown, guesses which of them run from right to left, and turns
these round. Both guesses are known and simple (docs/decisions/0016): so they can be run
backwards, from the words to the order that yields them.

- poppler sorts what stands on a line by its place, from left to right, and turns
  stretches round as the page is mostly leftward or mostly rightward.
- pdfium keeps the order in which characters are shown within one text object, cuts it
  where the direction of the characters changes, and turns each piece and the row of
  pieces round. Brackets that it turns round it also mirrors.

Orders are places in the text, listed from left to right and from first to last.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

RIGHTWARD, LEFTWARD, WEAK, NEUTRAL = "L", "R", "w", "n"

LRM = "\N{LEFT-TO-RIGHT MARK}"
JOINER = "\N{WORD JOINER}"
RLM = "\N{RIGHT-TO-LEFT MARK}"

_LEFTWARD = frozenset(("R", "AL"))
_DIGITS = frozenset(("EN", "AN"))
_SIGNS = frozenset(("ES", "ET", "CS"))
"""Signs of numbers, the full stop and the comma among them."""

_WEAK = frozenset(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"))


class Shown(NamedTuple):
    """The order in which pdfium must be shown a text."""

    order: list[int]
    turned: frozenset[int]
    """Places that pdfium mirrors, so that the other bracket must be shown."""


def mostly_rightward(text: str) -> bool:
    """Say which way poppler takes a page to run, from all of its text."""
    return surplus(text) >= 0


def surplus(text: str) -> int:
    """Say how many more characters of a text run rightwards than leftwards."""
    ways = [unicodedata.bidirectional(character) for character in text]
    return sum(w == "L" for w in ways) - sum(w in _LEFTWARD for w in ways)


def for_poppler(text: str, rightward: bool) -> list[int]:
    """Give the places of *text* from left to right.

    *rightward* says which way poppler takes the page to run.
    """
    sections: list[list[int]] = []
    turning = not rightward
    place = 0
    while place < len(text):
        stop = place
        while stop < len(text) and not _ends(text[stop], turning):
            stop += 1
        section = list(range(place, stop))
        sections.append(section[::-1] if turning else section)
        turning, place = not turning, stop
    if not rightward:
        sections.reverse()
    return [each for section in sections for each in section]


@lru_cache(maxsize=4096)
def _poppler_way(character: str) -> str:
    """Give the class of a character; poppler sees a gap where there is white space."""
    return "WS" if character.isspace() else unicodedata.bidirectional(character)


def _ends(character: str, turning: bool) -> bool:
    way = _poppler_way(character)
    if turning:
        return way == "L" or way in _DIGITS or way in _SIGNS
    return way in _LEFTWARD


def for_pdfium(text: str, leftward: bool | None = None) -> Shown:
    """Give the places of *text* in the order in which they must be shown.

    *leftward* says that the file prefers to be read from right to left; None lets the
    text decide, as pdfium does without such a preference.
    """
    pieces: list[tuple[str, list[int]]] = []
    for way, places in groupby(range(len(text)), lambda place: _way(text[place])):
        pieces.append((way, list(places)))
    if leftward is None:
        turned = sum(way == LEFTWARD for way, _ in pieces)
        kept = sum(way == RIGHTWARD for way, _ in pieces)
        leftward = turned > 0 and turned >= kept
    current = LEFTWARD if leftward else RIGHTWARD
    mirrored: set[int] = set()
    rows: list[list[int]] = []
    for way, piece in pieces:
        if way in (LEFTWARD, RIGHTWARD):
            current = way
        if way == LEFTWARD or (way == NEUTRAL and current == LEFTWARD):
            mirrored.update(place for place in piece if mirror(text[place]))
            rows.append(piece[::-1])
        else:
            rows.append(piece)
    if leftward:
        rows.reverse()
    return Shown([place for row in rows for place in row], frozenset(mirrored))


@lru_cache(maxsize=4096)
def _way(character: str) -> str:
    way = unicodedata.bidirectional(character)
    if way == "L":
        return RIGHTWARD
    if way in _LEFTWARD:
        return LEFTWARD
    return WEAK if way in _WEAK else NEUTRAL


def companion(character: str) -> str:
    """Give an unseen sign that runs as a character does, to stand beside it."""
    return {RIGHTWARD: LRM, LEFTWARD: RLM, WEAK: JOINER, NEUTRAL: " "}[_way(character)]


_PAIRS = "()[]{}<>«»‹›“”‘’≤≥⁽⁾₍₎❨❩⟨⟩⟦⟧「」『』【】〈〉《》（）"
"""What pdfium mirrors of all that stands in text, quotation marks included."""

_MIRRORS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_MIRRORS |= {b: a for a, b in _MIRRORS.items()}


def mirror(character: str) -> str:
    """Give the sign that faces the other way; empty if there is none."""
    return _MIRRORS.get(character, "")


def marked_on_leftward_page(text: str) -> dict[int, str]:
    """Say behind which places of a leftward text a sign of direction must stand.

    Behind a number, a sign of numbers or a word that runs rightwards poppler takes what
    follows as a part of it, until a letter says that leftward text goes on.
    """
    signs: dict[int, str] = {}
    inside = after_sign = False
    for place, character in enumerate(text):
        way = _poppler_way(character)
        strong = way == "L" or way in _DIGITS
        if way in _LEFTWARD:
            inside = False
        elif (inside or after_sign) and not (
            strong or (inside and _goes_on(text, place, rightward=True))
        ):
            signs[place - 1] = RLM
            inside = False
        inside = inside or strong
        after_sign = way in _SIGNS and not inside
    if inside or after_sign:
        signs[len(text) - 1] = RLM
    return signs


def marked_beside(text: str) -> dict[int, str]:
    """Say where a sign must stand in a rightward text on a page that runs leftwards.

    Signs behind rightward words, a closing bracket for one, come out before them unless
    something rightward stands behind.
    """
    signs: dict[int, str] = {}
    inside = open_end = False
    for place, character in enumerate(text):
        way = _poppler_way(character)
        strong = way == "L" or way in _DIGITS or way in _SIGNS
        if way in _LEFTWARD and open_end:
            signs[place - 1] = LRM
        inside = strong or (inside and way not in _LEFTWARD)
        open_end = inside and not strong and (open_end or not character.isspace())
    if open_end:
        signs[len(text) - 1] = LRM
    return signs


def marked_on_rightward_page(text: str) -> dict[int, str]:
    """Say behind which places a sign of direction must stand, on the other kind of page.

    Leftward words end for poppler with their last letter; what follows belongs to the
    next rightward one, and must be told apart if none does.
    """
    signs: dict[int, str] = {}
    inside = False
    for place, character in enumerate(text):
        way = _poppler_way(character)
        if way in _LEFTWARD:
            inside = True
        elif inside and not _goes_on(text, place, rightward=False):
            mark = unicodedata.bidirectional(text[place - 1]) not in _LEFTWARD
            if way == "NSM":
                continue
            unsure = way != "L" and way not in _DIGITS and way not in _SIGNS
            signs[place - 1] = RLM * mark + LRM * unsure
            inside = False
    if inside and unicodedata.bidirectional(text[-1]) not in _LEFTWARD:
        signs[len(text) - 1] = RLM
    return signs


def _goes_on(text: str, start: int, *, rightward: bool) -> bool:
    """Say whether text goes on in a direction behind the signs at a place."""
    for character in text[start:]:
        way = _poppler_way(character)
        if way in _LEFTWARD:
            return not rightward
        if way == "L" or way in _DIGITS or (not rightward and way in _SIGNS):
            return rightward
    return False

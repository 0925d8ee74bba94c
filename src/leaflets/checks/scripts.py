"""Which letters belong to which script.

Only what telling scripts apart in running text needs: the blocks of Unicode, not the
whole Script property. A new script is one line.
"""

from __future__ import annotations

import re
from functools import cache

BLOCKS = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ʯḀ-ỿⱠ-Ɀ꜠-ꟿﬀ-ﬆ",
    "Grek": "Ͱ-Ͽἀ-῿",
    "Cyrl": "Ѐ-ԯᲀ-ᲊⷠ-ⷿꙀ-ꚟ",
    "Armn": "Ա-֏",
    "Hebr": "א-ת\ufb1d-\ufb4f",
    "Arab": "\u0620-\u065f\u066e-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Deva": "\u0900-\u0963\u0970-\u097f\ua8e0-\ua8ff",
    "Beng": "\u0980-\u09fe",
    "Guru": "\u0a00-\u0a76",
    "Gujr": "\u0a80-\u0aff",
    "Orya": "\u0b00-\u0b7f",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Knda": "\u0c80-\u0cff",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Laoo": "\u0e80-\u0eff",
    "Mymr": "\u1000-\u109f",
    "Geor": "\u10a0-\u10ff",
    "Ethi": "\u1200-\u139f",
    "Khmr": "\u1780-\u17ff",
    "Cher": "\u13a0-\u13ff\uab70-\uabbf",
    "Hans": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇々\U00020000-\U0003ffff",
    "Hira": "\u3041-\u309f",
    "Kana": "\u30a0-\u30ff",
    "Hang": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
}
"""Ranges of a regular expression's character class, by ISO 15924 code."""

MADE_OF = {
    "Hant": ("Hans",),
    "Jpan": ("Hans", "Hira", "Kana"),
    "Kore": ("Hang", "Hans"),
}
"""Scripts that are written with several of the above."""

LOOK_ALIKE = frozenset({"Latn", "Grek", "Cyrl", "Armn", "Cher"})
"""Scripts whose letters are drawn alike (UTS 39)."""


@cache
def letters_of(script: str) -> str:
    """Ranges of the letters of a script; empty where it is not listed."""
    return "".join(BLOCKS.get(part, "") for part in MADE_OF.get(script, (script,)))


@cache
def own(script: str) -> re.Pattern[str]:
    """Match runs of letters of a script."""
    return re.compile(f"[{letters_of(script)}]+")


@cache
def _foreign(script: str) -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_{letters_of(script)}{BLOCKS['Latn']}ˈˌʼʻµ]")


@cache
def _at_home(script: str) -> set[str]:  # noqa: ARG001 - what it is kept by
    return set()


def foreign(script: str, chars: frozenset[str]) -> list[str]:
    """Find, among some characters, the letters of another script that are not Latin."""
    home = _at_home(script)
    strange = []
    for char in sorted(chars - home):
        if _foreign(script).match(char):
            strange.append(char)
        else:
            home.add(char)
    return strange


def beside_latin(script: str, words: str) -> int:
    """Find where a letter of a script touches a Latin one, no space between; -1 if nowhere."""
    match = _touching(script).search(words)
    if match is None:
        return -1
    return match.start() - 1 if match[1] else match.start()


@cache
def _touching(script: str) -> re.Pattern[str]:
    letters = letters_of(script)
    # The Latin letter comes first, for the engine leaps from one to the next.
    return re.compile(rf"[{BLOCKS['Latn']}](?:(?<=([{letters}]).)|(?=[{letters}]))")

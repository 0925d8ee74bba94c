"""Words as a table of braille can take them: spelt one way, without what has no touch."""

from __future__ import annotations

import unicodedata

from leaflets.model.braille import Braille

_MARKS = ("\u093c", "\u09bc", "\u0a3c")
"""Dots below a letter in Devanagari, Bengali and Gurmukhi (nukta)."""

_BLOCKS = ((0x0958, 0x0960), (0x09DC, 0x09E0), (0x0A33, 0x0A5F))
"""Where Unicode has letters that NFC keeps apart from their nukta."""

_TOGETHER = {
    spelt: chr(code)
    for first, end in _BLOCKS
    for code in range(first, end)
    if len(spelt := unicodedata.normalize("NFC", chr(code))) == 2 and spelt[1] in _MARKS
}
"""Letters whose table entry is the letter as one: a nukta alone is not known, or lost."""

_UNTOUCHED = dict.fromkeys(
    [
        0x00AD,  # soft hyphen: words are not broken
        0x200B,  # where a line may break
        0x200C,  # joining and not joining: shapes of ink
        0x200D,
        0x200E,  # direction: braille runs from the left in every language
        0x200F,
        0x2060,  # word joiner
        0xFEFF,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ],
    "",
)

_SPACES = dict.fromkeys([0x00A0, 0x2007, 0x2009, 0x200A, 0x202F, 0x3000], " ")

STAND_INS = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u2039": "'",
    "\u203a": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u2022": "-",
    "\u2026": "...",
    "\u00d7": "x",
    "\u0964": ".",
    "\u06d4": ".",
    "\uff0c": ",",
    "\u3001": ",",
    "\u060c": ",",
    "\u061b": ";",
    "\u061f": "?",
    # Hamza on a letter that no table joins: it is not written in braille.
    "\u0654": "",
}
"""Said for a character that a table does not know. Only where print has two shapes of one
sign, so that nothing is told apart in print and alike in braille that matters."""


def prepared(words: str, braille: Braille) -> str:
    """Spell words as a table can take them.

    Digits of every script become 0 to 9, which braille writes alike: some tables write
    their own script's digits without a number sign, so that they read as letters.
    """
    words = unicodedata.normalize("NFC", words)
    for spelt, letter in _TOGETHER.items():
        words = words.replace(spelt, letter)
    words = words.translate(_UNTOUCHED).translate(_SPACES)
    for character, said in braille.instead:
        words = words.replace(character, said)
    return "".join(
        str(unicodedata.decimal(c)) if unicodedata.decimal(c, None) is not None else c
        for c in words
    )


def stand_ins(words: str) -> dict[str, str]:
    """Give what may be said for each character of *words* that a table does not know.

    A letter with a mark above or below stands in as the letter, as in a foreign name.
    """
    found = {}
    for character in sorted(set(words)):
        base = unicodedata.normalize("NFD", character)[0]
        if character in STAND_INS:
            found[character] = STAND_INS[character]
        elif base != character and "LATIN" in unicodedata.name(character, ""):
            found[character] = base
    return found

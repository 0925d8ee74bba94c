"""How a language is written in braille."""

from __future__ import annotations

from dataclasses import dataclass

NUMBERS = ("letters", "antoine")
"""How braille writes digits: as the letters a to j after the sign ⠼ (nearly everywhere), or
in the way of Louis Antoine after the sign ⠠ (French, since 2006)."""

FOREIGN = "en-ueb-g1.ctb"
"""Table for words in Latin letters where they are not the language's own: Unified English
Braille without contractions, which readers of every code can spell out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Braille:
    """A table of liblouis, and what one must know of it."""

    table: str
    """File name among liblouis' tables, such as ``en-ueb-g2.ctb``."""

    name: str
    """What the code is called, in English, for staff and for transcribers."""

    grade: int
    """0 or 1: every letter is written; 2: contracted."""

    foreign: str = FOREIGN
    """Table for words in other languages and for addresses."""

    numbers: str = "letters"
    """One of NUMBERS."""

    instead: tuple[tuple[str, str], ...] = ()
    """For a character that the table does not know, or knows wrongly: what is said for it,
    in letters or in cells (U+2800 to U+283F)."""

    eight: bool = False
    """True for a table of eight dots, told in six: dot 7 becomes the capital sign ⠨, dot 8
    the number sign ⠼."""

    undivided: bool = False
    """True where the table sets no space between words, though the code asks for it."""

    reads_back: float = 0.0
    """Least similarity (0 to 1) that words have when liblouis reads the cells back; 0 where
    the table is not made to be read back, and only digits are compared."""

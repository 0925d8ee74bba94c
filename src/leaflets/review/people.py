"""Names of those who sign: which are refused, and which are one person's.

Two spellings of a name are taken for one person too readily rather than too rarely: a
refused reviser asks someone else, an accepted one who is the translator helps nobody.
"""

from __future__ import annotations

import unicodedata

LONGEST = 120
"""Characters of the longest name."""

_JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiner: part of names in Persian and in scripts of India."""

_LOOKS = str.maketrans(
    # Cyrillic and Greek letters, and digits, that look like a Latin letter.
    "аеорсухіјѕԁһӏкмнтвгαβγικνορτυχ013",
    "aeopcyxijsdhlkmhtbrabyiknoptuxole",
)


def name_problem(name: str) -> str:
    """Say why nobody can be called so; nothing where somebody can.

    >>> name_problem("Ada"), name_problem("  "), name_problem("Ada" + chr(27))
    ('', 'is empty', 'holds a character that cannot be seen')
    """
    if not name.strip():
        return "is empty"
    if len(name) > LONGEST:
        return f"is longer than {LONGEST} characters"
    for char in name:
        kind = unicodedata.category(char)
        if char not in _JOINERS and (kind[0] == "C" or kind in ("Zl", "Zp")):
            return "holds a character that cannot be seen"
    if not any(unicodedata.category(char)[0] == "L" for char in name):
        return "holds no letter"
    return ""


def same_person(one: str, other: str) -> bool:
    """Say whether two names may be one person's, however they are spelled.

    Case, accents, spaces, dots and hyphens, the order of the names, full-width letters
    and letters of another script that look alike tell nobody apart.

    >>> same_person("Noor Ali", "ALI,  noor"), same_person("Noor Ali", "NoorAli")
    (True, True)
    >>> same_person("Noor Ali", "Noor Aziz")
    False
    """
    mine, theirs = _bare(one), _bare(other)
    return sorted(mine) == sorted(theirs) or "".join(mine) == "".join(theirs)


def _bare(name: str) -> list[str]:
    """Give the words of a name in the form in which they are compared."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(
        char if char.isalnum() else " "
        for char in unicodedata.normalize("NFKD", apart)
        if unicodedata.category(char) not in ("Mn", "Me", "Cf")
    )
    return kept.translate(_LOOKS).split()

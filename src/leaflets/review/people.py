"""Names of those who sign: which are refused, and which are one person's.

Two spellings of a name are taken for one person too readily rather than too rarely: a
refused reviser asks someone else, an accepted one who is the translator helps nobody.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Characters of the longest name."""

_JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiner: part of names in Persian and in scripts of India."""

_LOOKS = str.maketrans(
    # Cyrillic and Greek letters, and digits, that look like a Latin letter; then Latin
    # letters with a stroke, and letters of Arabic and Persian that are typed for each other.
    "аеорсухіјѕԁһӏкмнтвгαβγικνορτυχ013łøđħıىیکہة",
    "aeopcyxijsdhlkmhtbrabyiknoptuxolelodhiييكهه",
)

_SPELLED_OUT = str.maketrans({"æ": "a", "œ": "o"})
_UMLAUT = re.compile(r"(?<=[aou])e")
"""Müller and Mueller: what stands for two dots is left out, in every name alike."""


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
    and letters of another script that look alike tell nobody apart; nor do a title, a
    middle name or an initial, where two names of one are names of the other.

    >>> same_person("Noor Ali", "ALI,  noor"), same_person("Noor Ali", "NoorAli")
    (True, True)
    >>> same_person("Noor Ali", "Dr N. B. Ali"), same_person("Noor Ali", "Noor Aziz")
    (True, False)
    """
    mine, theirs = _bare(one), _bare(other)
    if "".join(mine) == "".join(theirs):
        return True
    fewer, more = sorted((sorted(mine), sorted(theirs)), key=len)
    return fewer == more or (len(fewer) > 1 and _within(fewer, more))


def _within(fewer: list[str], more: list[str]) -> bool:
    """Say whether each name has its own among others: itself first, then an initial."""
    left = list(more)
    open_names = []
    for name in fewer:
        if name in left:
            left.remove(name)
        else:
            open_names.append(name)
    for name in open_names:
        found = next((n for n in left if name[0] == n[0] and 1 in (len(name), len(n))), "")
        if not found:
            return False
        left.remove(found)
    return len(open_names) < len(fewer)


def _bare(name: str) -> list[str]:
    """Give the words of a name in the form in which they are compared."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(
        char if char.isalnum() else " "
        for char in unicodedata.normalize("NFKD", apart)
        if unicodedata.category(char) not in ("Mn", "Me", "Cf")
    )
    return _UMLAUT.sub("", kept.translate(_SPELLED_OUT).translate(_LOOKS)).split()

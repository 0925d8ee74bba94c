"""Questions asked of a translation: the hard ones, and those a person should look at."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.guard import guard
from leaflets.catalogs.messages import Message
from leaflets.catalogs.translate import is_stale
from leaflets.content import marks
from leaflets.content.library import Library
from leaflets.findings import Finding, Severity
from leaflets.model.locale import Locale

SCRIPT_NAMES = {
    "Arab": ("ARABIC",),
    "Beng": ("BENGALI",),
    "Cyrl": ("CYRILLIC",),
    "Deva": ("DEVANAGARI",),
    "Ethi": ("ETHIOPIC",),
    "Grek": ("GREEK",),
    "Gujr": ("GUJARATI",),
    "Guru": ("GURMUKHI",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Hebr": ("HEBREW",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Khmr": ("KHMER",),
    "Kore": ("HANGUL", "CJK"),
    "Latn": ("LATIN",),
    "Mymr": ("MYANMAR",),
    "Sinh": ("SINHALA",),
    "Taml": ("TAMIL",),
    "Telu": ("TELUGU",),
    "Thai": ("THAI",),
}
"""How the Unicode names of a script's letters begin."""

LEAST_SHARE = 0.5
"""Part of the letters that must be of the locale's script."""


def look_over(
    messages: Iterable[Message], catalog: Catalog, locale: Locale, shelf: Library
) -> Iterator[Finding]:
    """Ask every question of every translation that is there and of its original.

    What is missing, fuzzy or stale is ``translate``'s to say, and is not asked about.
    """
    for message in messages:
        entry = catalog.entries.get(message.key)
        if entry is not None and not _unfit(message, entry):
            yield from look_at(message, entry, locale, shelf)


def look_at(
    message: Message,
    entry: Entry,
    locale: Locale,
    shelf: Library,  # noqa: ARG001 - the words of the languages, which come next
) -> list[Finding]:
    """Ask every question, hard and soft, of one translation."""
    found = list(guard(message, entry, locale))
    for form in entry.forms:
        if form in {message.words, message.other} and _letters(form) > 3:
            found.append(_look("T351", entry, "is the same as the original"))
        elif (share := _share(form, locale)) < LEAST_SHARE:
            what = f"is {share:.0%} in the script {locale.script!r}"
            found.append(_look("T352", entry, what))
        if _stress(form) != _stress(message.words):
            what = "stresses more or fewer words than the original"
            found.append(_look("T353", entry, what))
    return found


def _unfit(message: Message, entry: Entry) -> bool:
    return not entry.translated or entry.fuzzy or is_stale(message, entry)


def _letters(words: str) -> int:
    return sum(char.isalpha() for char in marks.without_marks(words))


def _share(form: str, locale: Locale) -> float:
    """Part of the letters that are of the locale's script; 1 where it has none."""
    names = SCRIPT_NAMES.get(locale.script)
    letters = [c for c in marks.without_marks(form) if c.isalpha()]
    if names is None or not letters:
        return 1.0
    own = sum(unicodedata.name(char, "").startswith(names) for char in letters)
    return own / len(letters)


def _stress(words: str) -> Counter[str]:
    return Counter(
        mark.kind for mark in marks.parse(words) if mark.kind in {"emphasis", "strong"}
    )


def _look(code: str, entry: Entry, what: str) -> Finding:
    return Finding(
        code=code,
        message=f"translation of {entry.key!r} {what}",
        origin=entry.origin,
        severity=Severity.WARNING,
    )

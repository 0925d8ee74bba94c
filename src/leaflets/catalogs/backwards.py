"""Keep, beside a translation, what a reader who had not seen the original took it to say.

A back-translation is of certain words. It stands in the catalog as the translator's own
lines, with the mark of the words that were read: when they change it is out of date, and
says nothing any more. ISO 17100 has no such step; ISPOR's good practice for translated
questionnaires (Wild 2005) does, and asks that its reader has not seen the original.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace

from leaflets import fingerprint
from leaflets.catalogs.catalog import Entry

_LINE = re.compile(r"back-translation ([0-9a-f]{12}): (.*)")
_WIDTH = 60
"""Characters of a line, so that no tool folds it."""


def mark_of(entry: Entry) -> str:
    """Mark of the words that are read: twelve digits over all forms."""
    return fingerprint.of_words(entry.forms)


def said_back(entry: Entry) -> str:
    """Say what a reader took the present words to say; '' where nobody has read them."""
    mark = mark_of(entry)
    return " ".join(words for of, words in _lines(entry) if of == mark)


def outdated(entry: Entry) -> bool:
    """Say whether only words that are gone have been translated back."""
    return any(_lines(entry)) and not said_back(entry)


def with_back(entry: Entry, words: str) -> Entry:
    """Put a back-translation of the present words beside an entry, for any before it."""
    mark = mark_of(entry)
    lines = textwrap.wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)
    kept = (line for line in entry.comments if not _LINE.fullmatch(line))
    said = (f"back-translation {mark}: {line}" for line in lines)
    return replace(entry, comments=(*kept, *said))


def _lines(entry: Entry) -> list[tuple[str, str]]:
    found = (_LINE.fullmatch(line) for line in entry.comments)
    return [(match[1], match[2]) for match in found if match]

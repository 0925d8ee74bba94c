"""Marks: short digests of words, by which a sign-off says what was read.

A mark of words is twelve hexadecimal digits, as a message carries them in its catalog; a
mark of a reading, which a sign-off stands on, is thirty-two.
"""

from __future__ import annotations

from collections.abc import Iterable

from leaflets import fingerprint


def mark_of(forms: Iterable[str]) -> str:
    """Mark of a translation: twelve digits over its forms, in Unicode's form C.

    >>> mark_of(("e\u0301t\u00e9",)) == mark_of(("\u00e9t\u00e9",))
    True
    >>> mark_of(("one", "two")) == mark_of(("one two",))
    False
    """
    return fingerprint.of_words(forms)


def original_mark(
    key: str, words: str, other: str, count: str, facts: Iterable[tuple[str, str]]
) -> str:
    """Mark of an original's message: that of ``catalogs.messages``, from its parts.

    *facts* are the names of the facts placed in it and what each says.
    """
    return fingerprint.of(key, words, other, count, list(facts))[:12]


def thing_mark(*things: object) -> str:
    """Mark of a fact, a claim, a source: twelve digits."""
    return fingerprint.of(*things)[:12]


def reading_mark(data: object) -> str:
    """Mark of all that lay before a reader: thirty-two digits."""
    return fingerprint.of("reading", data)[:32]

"""Who may sign, what each role reads, and what a gate asks: data.

A gate's floor is here and in nobody's hands; a format or a clinic can add roles to it and
has no way to take one off.
"""

from __future__ import annotations

from collections.abc import Iterable

ROLES = ("author", "clinical", "translator", "reviser", "language", "lay")
"""Author, clinical reviewer, translator, reviser, language reviewer, lay reader. A reviser
is never the translator (ISO 17100:2015, 5.3.3)."""

OF_ORIGINAL = ("author", "clinical", "language", "lay")
"""Roles that may sign a text in the language that it was written in."""

OF_TRANSLATION = ("translator", "reviser", "language", "lay")
"""Roles that may sign a translation."""

READERS = frozenset({"language", "lay"})
"""Roles that read the words of their language and nothing beside them."""

OF_CONTENT = frozenset({"author", "clinical"})
"""Roles that answer for facts, claims, sources and the build of the leaflet too."""

FLOOR = ("author", "clinical")
"""What every gate asks of an original."""

FLOOR_TRANSLATED = ("translator", "reviser")
"""What every gate asks of a translation, besides."""

PLAIN = frozenset({"author", "translator"})
"""Roles that sign a change to a message which bears no risk; a message with one is for
every role of the gate, and words that a role has never read in any wording are too."""

MAY_ADD = ("language", "lay")
"""Roles that a clinic may ask for beyond what a format asks."""


def asked_of_original(gate: Iterable[str], also: Iterable[str] = ()) -> tuple[str, ...]:
    """Roles that must have signed the original: the floor, the format's, the clinic's.

    >>> asked_of_original((), ("lay",))
    ('author', 'clinical', 'lay')
    """
    return _within(OF_ORIGINAL, {*FLOOR, *gate, *also})


def asked_of_translation(gate: Iterable[str], also: Iterable[str] = ()) -> tuple[str, ...]:
    """Roles that must have signed a translation: the floor, the format's, the clinic's."""
    return _within(OF_TRANSLATION, {*FLOOR_TRANSLATED, *gate, *also})


def _within(roles: tuple[str, ...], asked: set[str]) -> tuple[str, ...]:
    return tuple(role for role in roles if role in asked)

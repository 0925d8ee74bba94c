"""The parts that an entry is made of: flags, forms, and the comments that are ours."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.messages import Message, fingerprint_of
from leaflets.model.facts import placed_in

BRACE = "python-brace-format"
"""Flag by which ``msgfmt -c`` compares the placeholders."""

EARLIER = "earlier: "
"""Starts a comment that keeps a translation which may not be pre-filled."""

ALSO = "also translated as: "
"""Starts a comment that keeps a second translation of the same key and words."""

MOVED_FROM = "moved from: "
"""Starts a comment that names the key which a translation stood under before."""

FROM = "from: "
"""Starts a comment that names the message whose translation is offered."""


def empty_entry(message: Message, forms: int) -> Entry:
    """Make the entry of a message that nobody has translated; *forms* if it is plural."""
    return Entry(
        key=message.key,
        words=message.words,
        other=message.other,
        forms=("",) * (forms if message.other else 1),
        translates=message.fingerprint,
        notes=message.notes,
        flags=flags_of(message.words, message.other, (), ()),
        places=(message.origin.path,),
    )


def made_for(old: Entry) -> tuple[str, str]:
    """Words that the translation of an entry was made for."""
    if old.fuzzy and old.previous:
        return old.previous, old.previous_other
    return old.words, old.other


def figures_changed(message: Message, old: Entry) -> bool:
    """Say whether another value stood behind the words that an entry translates."""
    if not old.translates:
        return bool(message.facts)
    count = message.count if old.other else ""
    names = [name for name, _ in placed_in(f"{old.words} {old.other}")]
    held = {fact.name: fact for fact in message.facts}
    used = dict.fromkeys([*names, count] if count else names)
    facts = tuple(held[name] for name in used if name in held)
    return old.translates != fingerprint_of(old.key, old.words, old.other, count, facts)


def flags_of(
    words: str, other: str, forms: tuple[str, ...], own: tuple[str, ...]
) -> tuple[str, ...]:
    """Ask gettext to compare placeholders, unless the translation places parts of a fact.

    That is right where a language must inflect the unit, but gettext takes ``{x.count}``
    for another argument than ``{x}`` and refuses the file. *own* are the flags that the
    entry had.
    """
    known = set(placed_in(f"{words} {other}"))
    parted = any(set(placed_in(form)) - known for form in forms)
    others = tuple(flag for flag in own if flag != BRACE)
    return (BRACE, *others) if known and not parted else others


def fitted(forms: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Fit forms to a message that has become plural, or is no longer."""
    if len(forms) == count:
        return forms
    if count == 1:
        return (next((form for form in reversed(forms) if form), ""),)
    return (*forms[:count], *[""] * (count - len(forms)))


def earlier(forms: tuple[str, ...], start: str = EARLIER) -> Iterator[str]:
    """Keep a translation as comment lines, each short enough that no tool folds it."""
    for form in forms:
        for line in textwrap.wrap(form, 60, break_long_words=False, break_on_hyphens=False):
            yield f"{start}{line}"


def added(comments: tuple[str, ...], lines: Iterable[str]) -> tuple[str, ...]:
    """Add the lines that are not there yet."""
    return (*comments, *(line for line in lines if line not in comments))


def without(comments: tuple[str, ...], *starts: str) -> tuple[str, ...]:
    """Leave out the comments that begin in one of some ways, and are ours.

    What names a key is one word: "from: the clinic" is the translator's own.
    """
    return tuple(
        line
        for line in comments
        if not any(
            line.startswith(start)
            and (start == EARLIER or len(line.removeprefix(start).split()) == 1)
            for start in starts
        )
    )

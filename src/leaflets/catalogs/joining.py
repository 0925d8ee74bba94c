"""Join messages and entries on the key, so that nothing of value is lost.

Kept where the words are the same; fuzzy, with the words it was made for, where they
changed; left empty where a negation or a figure changed, the old translation beside it;
set aside where the Text is gone. Doing it twice changes nothing.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from leaflets.catalogs import plurals
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.change import is_critical, same
from leaflets.catalogs.domains import Domain
from leaflets.catalogs.header import header_of, top_comment
from leaflets.catalogs.messages import Message, fingerprint_of
from leaflets.model.facts import placed_in
from leaflets.model.locale import Locale

_BRACE = "python-brace-format"
"""Flag by which ``msgfmt -c`` compares the placeholders."""

_WAS = "earlier: "
"""Starts a comment that keeps a translation which may not be pre-filled."""


def updated(
    domain: Domain, held: Catalog | None, locale: Locale, dated: str = ""
) -> Catalog:
    """Bring a catalog in step with its messages; *held* is None for a new one."""
    known: dict[str, Entry] = {}
    if held is not None:
        known = {entry.key: entry for entry in held.obsolete}
        known.update(held.entries)
    entries: dict[str, Entry] = {}
    for message in domain.messages:
        old = known.pop(message.key, None)
        entries[message.key] = _entry(message, old, locale, domain.original)
    obsolete = tuple(entry for entry in known.values() if any(entry.forms))
    return Catalog(
        locale_tag=locale.tag,
        domain=domain.name,
        entries=MappingProxyType(entries),
        obsolete=obsolete,
        header=header_of(locale, domain.name, held.header if held else {}, dated),
        comment=(held.comment if held else "") or top_comment(locale, domain.name),
        path=held.path if held else "",
    )


def empty_entry(message: Message, forms: int) -> Entry:
    """Make the entry of a message that nobody has translated; *forms* if it is plural."""
    return Entry(
        key=message.key,
        words=message.words,
        other=message.other,
        forms=("",) * (forms if message.other else 1),
        translates=message.fingerprint,
        notes=message.notes,
        flags=_brace_flag(message.words, message.other),
        places=(message.origin.path,),
    )


def filled(
    catalog: Catalog, translations: Mapping[str, tuple[str, ...]], *, machine: bool
) -> Catalog:
    """Put translations into the entries they are made for, as fresh ones.

    *machine* says that no person has checked them.
    """
    entries = dict(catalog.entries)
    for key, forms in translations.items():
        entries[key] = replace(
            entries[key],
            forms=forms,
            fuzzy=False,
            machine=machine,
            flags=_brace_flag(entries[key].words, entries[key].other, forms),
            previous="",
            previous_other="",
            comments=_without_earlier(entries[key].comments),
        )
    return replace(catalog, entries=MappingProxyType(entries))


def _entry(message: Message, old: Entry | None, locale: Locale, original: str) -> Entry:
    fresh = empty_entry(message, plurals.count_of_forms(locale))
    if old is None:
        return fresh
    kept = replace(fresh, comments=old.comments, machine=old.machine)
    if not any(old.forms):
        return replace(
            kept,
            machine=False,
            previous=old.previous,
            previous_other=old.previous_other,
        )
    forms = _fitted(old.forms, len(fresh.forms))
    own = tuple(flag for flag in old.flags if flag != _BRACE)
    flags = (*_brace_flag(message.words, message.other, forms), *own)
    kept = replace(kept, flags=flags)
    if same(old.words, message.words) and same(old.other, message.other):
        return replace(
            kept,
            forms=forms,
            fuzzy=old.fuzzy or _figures_changed(message, old),
            previous=old.previous if old.fuzzy else "",
            previous_other=old.previous_other if old.fuzzy else "",
            comments=old.comments if old.fuzzy else _without_earlier(old.comments),
        )
    before = old.previous if old.fuzzy and old.previous else old.words
    before_other = old.previous_other if old.fuzzy and old.previous else old.other
    changed = replace(kept, previous=before, previous_other=before_other)
    was, now = f"{before} {before_other}", f"{message.words} {message.other}"
    if is_critical(was, now, original) or _figures_changed(message, old):
        comments = (*_without_earlier(old.comments), *_earlier(old.forms))
        return replace(changed, comments=comments, machine=False)
    return replace(changed, forms=forms, fuzzy=True)


def _brace_flag(words: str, other: str, forms: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Ask gettext to compare placeholders, unless the translation places parts of a fact.

    That is right where a language must inflect the unit, but gettext takes ``{x.count}``
    for another argument than ``{x}`` and refuses the file.
    """
    known = set(placed_in(f"{words} {other}"))
    parted = any(set(placed_in(form)) - known for form in forms)
    return (_BRACE,) if known and not parted else ()


def _fitted(forms: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Fit forms to a message that has become plural, or is no longer."""
    if len(forms) == count:
        return forms
    return forms[-1:] if count == 1 else (*forms[:count], *[""] * (count - len(forms)))


def _figures_changed(message: Message, old: Entry) -> bool:
    """Say whether another value stood behind the words that an entry translates."""
    if not old.translates:
        return bool(message.facts)
    count = message.count if old.other else ""
    names = [name for name, _ in placed_in(f"{old.words} {old.other}")]
    held = {fact.name: fact for fact in message.facts}
    used = dict.fromkeys([*names, count] if count else names)
    facts = tuple(held[name] for name in used if name in held)
    return old.translates != fingerprint_of(message.key, old.words, old.other, count, facts)


def _earlier(forms: tuple[str, ...]) -> list[str]:
    """Keep a translation as comment lines, each short enough that no tool folds it."""
    return [f"{_WAS}{line}" for form in forms for line in textwrap.wrap(form, 60)]


def _without_earlier(comments: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in comments if not line.startswith(_WAS))

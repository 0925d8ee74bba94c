"""A packet that came back, into the catalog: message by message, or not at all.

What does not belong is refused with its key: a message that is not here, an original that
has changed, a translation that the hard checks do not let pass, or one that would undo
what was done here meanwhile. What is good comes in beside it.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from types import MappingProxyType

from leaflets.catalogs import plurals
from leaflets.catalogs.carrying import empty_entry, flags_of
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.domains import Domain
from leaflets.catalogs.exchange.outgoing import sources_of
from leaflets.catalogs.exchange.packet import (
    Packet,
    State,
    Unit,
    mark_of,
    sent_as,
)
from leaflets.catalogs.exchange.shifted import shifted
from leaflets.catalogs.guard import guard
from leaflets.catalogs.joining import filled
from leaflets.catalogs.messages import Message
from leaflets.catalogs.translate import is_stale
from leaflets.findings import Finding
from leaflets.model.locale import Locale
from leaflets.origin import Origin

LONGEST = 20_000
"""Characters of the longest translation that is taken in."""

_REMARK = "remark: "
"""Starts a translator's comment in the catalog that came back beside a translation."""

_LONGEST_REMARK = 1_000

_UNFINISHED = frozenset({State.FUZZY, State.MISSING})
"""States of words that are no finished translation; a part may be missing."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A message that was not taken in, and why."""

    key: str
    finding: Finding

    def as_data(self) -> dict[str, object]:
        """Say the refusal as plain data, for JSON."""
        return {"key": self.key, **self.finding.as_data()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What became of a packet."""

    catalog: Catalog
    taken: tuple[str, ...] = ()
    """Keys of the messages that the packet changed."""

    same: tuple[str, ...] = ()
    """Keys of those that were so already."""

    empty: tuple[str, ...] = ()
    """Keys of those that nobody has translated."""

    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How a packet is taken in."""

    machine: bool = False
    """The translations are drafts that no person has checked."""

    force: bool = False
    """What was worked on there replaces what was changed here meanwhile, and words that
    were moved to another message are taken as meant."""


def take(
    packet: Packet,
    catalog: Catalog,
    domain: Domain,
    locale: Locale,
    terms: Terms | None = None,
) -> Intake:
    """Take a packet into a catalog; changes nothing but the entries of what is good.

    Refusals: X201 unknown key, X202 key twice, X203 the original has changed, X204
    changed here meanwhile, X205 wrong number of forms, X206 empty, X207 too long, X208
    the words of another message, and the codes of the hard checks.
    """
    terms = terms or Terms()
    packet = _cleaned(packet)
    out_of_place = shifted(packet, catalog.entries)
    messages = {message.key: message for message in domain.messages}
    times = Counter(unit.key for unit in packet.units)
    taken: list[str] = []
    same: list[str] = []
    empty: list[str] = []
    refused: list[Refusal] = []
    entries: dict[str, Entry] = {}
    for unit in packet.units:
        message = messages.get(unit.key)
        found = _foreign(unit, message, times[unit.key])
        if message is None or found:
            refused.append(Refusal(unit.key, found or _unknown(unit)))
            continue
        held = catalog.entries.get(unit.key)
        if _untouched(unit, held):
            same.append(unit.key)
            continue
        if unit.empty and (held is None or not held.translated):
            empty.append(unit.key)
            continue
        wrong = _refusals(unit, message, held, locale, terms)
        if not wrong and not terms.force and (where := out_of_place(unit)):
            hint = "sort and move whole rows, never the cells of one column"
            wrong = [_found("X208", unit, where, hint)]
        if wrong:
            refused.extend(Refusal(unit.key, finding) for finding in wrong)
            continue
        entry = _entry(unit, message, held, locale, terms)
        if held is not None and _settled(held) == _settled(entry):
            same.append(unit.key)
            continue
        entries[unit.key] = entry
        taken.append(unit.key)
    return Intake(
        catalog=_with(catalog, entries, domain) if entries else catalog,
        taken=tuple(taken),
        same=tuple(same),
        empty=tuple(empty),
        refused=tuple(refused),
    )


def _foreign(unit: Unit, message: Message | None, times: int) -> Finding | None:
    if message is None:
        return _unknown(unit)
    if times > 1:
        return _found("X202", unit, "stands more than once in the file")
    return None


def _unknown(unit: Unit) -> Finding:
    hint = "the text is gone, or belongs to another leaflet"
    return _found("X201", unit, "is no message of this leaflet", hint)


def _refusals(
    unit: Unit, message: Message, held: Entry | None, locale: Locale, terms: Terms
) -> list[Finding]:
    """Say why a translation may not come in; nothing where it may."""
    if stale := _stale(unit, message, locale):
        hint = "send it out again: it was translated from other words"
        return [_found("X203", unit, stale, hint)]
    wanted = plurals.count_of_forms(locale) if message.other else 1
    if len(unit.forms) != wanted:
        what = f"has {len(unit.forms)} forms where {locale.tag!r} has {wanted}"
        return [_found("X205", unit, what)]
    if unit.empty:
        return [_found("X206", unit, "is empty in the file, and has a translation here")]
    for index, form in enumerate(unit.forms):
        if not form.strip():
            return [_found("X206", unit, f"has no words in its form {index}")]
        if len(form) > LONGEST:
            return [_found("X207", unit, f"is longer than {LONGEST} characters")]
    if not terms.force and (undone := _undoes(unit, held)):
        hint = "look at both; --force takes what the file says"
        return [_found("X204", unit, undone, hint)]
    entry = replace(_entry(unit, message, held, locale, terms), origin=unit.origin)
    return list(guard(message, entry, locale))


def _stale(unit: Unit, message: Message, locale: Locale) -> str:
    sources = sources_of(message, plurals.examples(locale))
    if len(unit.sources) == len(sources) and any(
        _folded(there) != _folded(here)
        for there, here in zip(unit.sources, sources, strict=True)
    ):
        return "translates words that the original no longer has"
    if unit.original_mark and unit.original_mark != message.fingerprint:
        return "was made when the original said something else, or its figures did"
    if not unit.original_mark and message.facts:
        return "does not say which figures it was made for"
    return ""


def _untouched(unit: Unit, held: Entry | None) -> bool:
    """Say whether nobody worked on what was sent, while it was changed here."""
    return (
        held is not None
        and not unit.empty
        and not unit.remarks
        and mark_of(unit.forms) == sent_as(unit.translation_mark)[0] != mark_of(held.forms)
    )


def _undoes(unit: Unit, held: Entry | None) -> str:
    here = mark_of(held.forms if held is not None else ())
    if here == mark_of(unit.forms):
        return ""
    if not unit.translation_mark:
        bare = held is None or not any(held.forms)
        return "" if bare else "would replace a translation, and does not say which"
    if sent_as(unit.translation_mark)[0] != here:
        return "was changed here since it was sent out"
    return ""


def _entry(
    unit: Unit, message: Message, held: Entry | None, locale: Locale, terms: Terms
) -> Entry:
    """Make the entry as it would be."""
    fresh = empty_entry(message, plurals.count_of_forms(locale))
    before = held or fresh
    base = before
    if (before.words, before.other) != (message.words, message.other):
        base = replace(before, words=fresh.words, other=fresh.other, notes=fresh.notes)
    same = mark_of(before.forms) == mark_of(unit.forms)
    forms = before.forms if same else unit.forms
    unchanged = _alike(before.forms, unit.forms)
    machine, fuzzy = _standing(unit, before, unchanged=unchanged, terms=terms)
    stale = is_stale(message, before)
    if unchanged and stale and not _confirmed(unit):
        fuzzy = True
    was = before.words if stale and before.words != message.words else before.previous
    was_other = before.other if was == before.words else before.previous_other
    return replace(
        base,
        translates=message.fingerprint,
        forms=forms,
        fuzzy=fuzzy,
        machine=machine,
        flags=flags_of(message.words, message.other, forms, before.flags),
        comments=_comments(before, unit),
        previous=was if fuzzy else "",
        previous_other=was_other if fuzzy else "",
        previous_key=before.previous_key if fuzzy else "",
    )


def _standing(
    unit: Unit, before: Entry, *, unchanged: bool, terms: Terms
) -> tuple[bool, bool]:
    """Say whether an entry is a machine's draft, and whether it is fuzzy.

    What came back as it went stays what it was, unless a person says that it is done;
    a machine's draft stays one even then: 'translated' is what many tools say of any
    words. Words that a person changed are that person's. The original's own words are
    what a tool puts in by itself: without a state they are no translation.
    """
    state = unit.state
    if unchanged:
        doubted = before.fuzzy and not _confirmed(unit)
        return before.machine, doubted or state in _UNFINISHED
    copied = state is State.UNSAID and _alike(unit.forms, unit.sources)
    drafted = state is State.MACHINE and not before.machine
    return terms.machine or drafted, copied or state in _UNFINISHED


def _confirmed(unit: Unit) -> bool:
    """Say whether somebody found words right that were sent out as doubtful.

    What was sent as finished comes back so, whatever was found out here meanwhile.
    """
    _, fuzzy = sent_as(unit.translation_mark)
    return fuzzy and unit.state is State.TRANSLATED


def _comments(before: Entry, unit: Unit) -> tuple[str, ...]:
    """Keep what was written beside a translation, once, as comment lines."""
    new: list[str] = []
    for remark in unit.remarks:
        printable = "".join(c if c.isprintable() else " " for c in remark)
        wrapped = textwrap.wrap(printable[:_LONGEST_REMARK], 60)
        new += [f"{_REMARK}{line}" for line in wrapped]
    return (*before.comments, *(line for line in new if line not in before.comments))


def _with(catalog: Catalog, new: dict[str, Entry], domain: Domain) -> Catalog:
    """Put entries in their places: the order of the original."""
    held = {**catalog.entries, **new}
    order = {message.key: place for place, message in enumerate(domain.messages)}
    last = len(order)
    keys = sorted(held, key=lambda key: order.get(key, last))
    changed = replace(
        catalog,
        entries=MappingProxyType({key: held[key] for key in keys}),
        obsolete=tuple(old for old in catalog.obsolete if old.key not in new),
    )
    for machine in (False, True):
        done = {
            key: entry.forms
            for key, entry in new.items()
            if not entry.fuzzy and entry.machine is machine
        }
        changed = filled(changed, done, machine=machine)
    return changed


def _settled(entry: Entry) -> tuple[object, ...]:
    return (
        entry.forms,
        entry.fuzzy,
        entry.machine,
        entry.words,
        entry.other,
        entry.translates,
        entry.comments,
    )


def _cleaned(packet: Packet) -> Packet:
    """Take off the blanks that a tool put around words, and put letters together (NFC).

    No original has blanks around it.
    """
    units = tuple(
        replace(
            unit,
            forms=tuple(unicodedata.normalize("NFC", f).strip() for f in unit.forms),
        )
        for unit in packet.units
    )
    return replace(packet, units=units)


def _alike(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Say whether words are the same but for their blanks, which tools change."""
    return any(some) and [*map(_folded, some)] == [*map(_folded, others)]


def _folded(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


def _found(code: str, unit: Unit, what: str, hint: str = "") -> Finding:
    origin = unit.origin if unit.origin.path else Origin(unit.key)
    return Finding(code=code, message=f"{unit.key!r} {what}", origin=origin, hint=hint)

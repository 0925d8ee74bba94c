"""Join messages and the entries of a catalog, so that nothing of value is lost.

A translation goes with its words first and with its key second; it is kept, moved,
offered as fuzzy or set aside, and it is never thrown away. Doing it twice changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from leaflets.catalogs import plurals
from leaflets.catalogs.carrying import Language, Outcome, carry
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.domains import Domain
from leaflets.catalogs.entries import (
    ALSO,
    EARLIER,
    FROM,
    earlier,
    empty_entry,
    flags_of,
    without,
)
from leaflets.catalogs.header import header_of, top_comment
from leaflets.catalogs.memory import Memory
from leaflets.catalogs.pairing import Pairing
from leaflets.model.locale import Locale

_ROUNDS = 5
"""Rounds after which joining ends; two are enough but for edits that a test invents."""

__all__ = ["Joined", "empty_entry", "filled", "joined", "recalled", "updated"]


@dataclass(frozen=True, slots=True)
class Joined:
    """A catalog in step with its messages, and what became of each."""

    catalog: Catalog
    outcomes: Mapping[str, Outcome] = field(hash=False)
    """By key; only the messages, not the entries that are obsolete now."""

    set_aside: int = 0
    """Entries with a translation that are obsolete since now."""

    @property
    def counts(self) -> dict[str, int]:
        """Number of messages with each outcome, and of entries that became obsolete."""
        found = Counter(self.outcomes.values())
        found[Outcome.OBSOLETE] = self.set_aside
        return {outcome.value: found[outcome] for outcome in Outcome}


def updated(
    domain: Domain, held: Catalog | None, locale: Locale, dated: str = ""
) -> Catalog:
    """Bring a catalog in step with its messages; *held* is None for a new one."""
    return joined(domain, held, locale, dated).catalog


def joined(domain: Domain, held: Catalog | None, locale: Locale, dated: str = "") -> Joined:
    """Bring a catalog in step with its messages, and say what became of each.

    *dated* is the ISO date that a new file is given.
    """
    language = Language(
        domain.original, domain.wording, forms=plurals.count_of_forms(locale)
    )
    header = header_of(locale, domain.name, held.header if held else {}, dated)
    fresh = Catalog(
        locale_tag=locale.tag,
        domain=domain.name,
        entries=held.entries if held else MappingProxyType({}),
        obsolete=held.obsolete if held else (),
        header=header,
        comment=(held.comment if held else "") or top_comment(locale, domain.name),
        path=held.path if held else "",
        raw=held.raw if held else None,
    )
    done = _once(domain, fresh, language)
    for _ in range(_ROUNDS):
        if all(any(entry.forms) for entry in done.catalog.entries.values()):
            break
        # What one round sets aside may be what another message waits for.
        again = _once(domain, done.catalog, language)
        if _alike(again.catalog, done.catalog):
            break
        outcomes = {
            key: done.outcomes[key] if outcome is Outcome.KEPT else outcome
            for key, outcome in again.outcomes.items()
        }
        done = Joined(again.catalog, MappingProxyType(outcomes), done.set_aside)
    return done


def _once(domain: Domain, held: Catalog, language: Language) -> Joined:
    live = list(held.entries.values())
    pairing = Pairing(domain.messages, [*live, *held.obsolete], len(live), language.turned)
    pairing.run()
    entries: dict[str, Entry] = {}
    outcomes: dict[str, Outcome] = {}
    aside: list[Entry] = []
    for message in domain.messages:
        done = carry(pairing.pairs[message.key], language)
        entries[message.key] = done.entry
        outcomes[message.key] = done.outcome
        if done.aside is not None:
            aside.append(done.aside)
    unused = [entry for entry in pairing.unused() if _worth_keeping(entry)]
    obsolete = _apart([*unused, *aside], entries)
    gone = {id(entry) for entry in unused}
    lost = sum(1 for entry in live if id(entry) in gone and any(entry.forms))
    catalog = replace(held, entries=MappingProxyType(entries), obsolete=tuple(obsolete))
    return Joined(catalog, MappingProxyType(outcomes), lost)


def _alike(one: Catalog, other: Catalog) -> bool:
    return one.entries == other.entries and one.obsolete == other.obsolete


def recalled(joined: Joined, memory: Memory) -> Joined:
    """Offer, as fuzzy, what other messages of the locale have for the same words."""
    entries = dict(joined.catalog.entries)
    outcomes = dict(joined.outcomes)
    for key, entry in entries.items():
        if any(entry.forms):
            continue
        known = memory.recall(entry)
        if known is None or len(known.forms) != len(entry.forms):
            continue
        entries[key] = replace(
            entry,
            forms=known.forms,
            fuzzy=True,
            machine=known.machine,
            flags=flags_of(entry.words, entry.other, known.forms, entry.flags),
            comments=(*without(entry.comments, FROM), f"{FROM}{known.key}"),
        )
        outcomes[key] = Outcome.FUZZY
    catalog = replace(joined.catalog, entries=MappingProxyType(entries))
    return replace(joined, catalog=catalog, outcomes=MappingProxyType(outcomes))


def filled(
    catalog: Catalog, translations: Mapping[str, tuple[str, ...]], *, machine: bool
) -> Catalog:
    """Put translations into the entries they are made for, as fresh ones.

    *machine* says that no person has checked them.
    """
    entries = dict(catalog.entries)
    for key, forms in translations.items():
        held = entries[key]
        entries[key] = replace(
            held,
            forms=forms,
            fuzzy=False,
            machine=machine,
            flags=flags_of(held.words, held.other, forms, held.flags),
            previous="",
            previous_other="",
            previous_key="",
            comments=without(held.comments, EARLIER, FROM),
        )
    return replace(catalog, entries=MappingProxyType(entries))


def _worth_keeping(entry: Entry) -> bool:
    """Say whether an entry without a message holds somebody's work."""
    return any(entry.forms) or any(line.startswith(EARLIER) for line in entry.comments)


def _apart(obsolete: Iterable[Entry], entries: dict[str, Entry]) -> list[Entry]:
    """Let no two entries of a file have the same key and words: gettext refuses them.

    What the second would have said stands beside the first as a comment.
    """
    kept: dict[tuple[str, str], Entry] = {}
    for entry in obsolete:
        name = (entry.key, entry.words)
        live = entries.get(entry.key)
        if live is not None and live.words == entry.words:
            entries[entry.key] = _beside(live, entry)
        elif name in kept:
            kept[name] = _beside(kept[name], entry)
        else:
            kept[name] = replace(entry, notes=(), places=())
    return list(kept.values())


def _beside(entry: Entry, other: Entry) -> Entry:
    if entry.forms == other.forms:
        return entry
    lines = [line for line in earlier(other.forms, ALSO) if line not in entry.comments]
    return replace(entry, comments=(*entry.comments, *lines)) if lines else entry

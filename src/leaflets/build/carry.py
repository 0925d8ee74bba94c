"""Bring the catalogs of every locale in step with an attestation.

An entry whose translation was made for the words that were signed shows the mended ones
from then on. Where an update came first and marked it fuzzy for the mended words alone,
the mark goes: a translator has signed these very forms for the words before. A fuzzy mark
of any other reason stays.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leaflets.build import ledgers
from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.phrases import DOMAIN
from leaflets.content.library import Library
from leaflets.errors import LocaleError
from leaflets.findings import errors
from leaflets.model.leaflet import Leaflet
from leaflets.review.attested import carried, unchanged
from leaflets.review.coverage import PHRASES, Coverage, coverage
from leaflets.review.ledger import Ledger
from leaflets.review.marks import mark_of
from leaflets.review.present import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A catalog as it was read, where it lies, and its locale's ledger."""

    path: Path
    catalog: Catalog
    ledger: Ledger


def catalogs_of(
    shelf: Library, leaflet: Leaflet, parts: Iterable[Part]
) -> tuple[Held, ...]:
    """Read the catalogs of all locales in which these messages stand.

    Raises LocaleError for a catalog that cannot be read, and ContentError for a ledger.
    """
    domains = {
        DOMAIN if part.key.startswith(f"{PHRASES}:") else leaflet.slug for part in parts
    }
    found = []
    for locale in shelf.locales.values():
        if locale.tag == leaflet.original:
            continue
        for domain in sorted(domains):
            path = shelf.project.catalog(locale.folder, domain)
            if not path.is_file():
                continue
            catalog = store.read(path, shelf.project.shown(path), locale)
            wrong = errors(catalog.findings)
            if wrong:
                raise LocaleError(
                    wrong[0].message, hint=wrong[0].hint, origin=wrong[0].origin
                )
            ledger = ledgers.read(shelf.project, locale.folder)
            found.append(Held(path=path, catalog=catalog, ledger=ledger))
    return tuple(found)


def in_step(held: Held, originals: Ledger, slug: str, parts: Iterable[Part]) -> Catalog:
    """Let the entries of attested messages show the words as they are now."""
    catalog = held.catalog
    signed = coverage(originals, held.ledger, slug, catalog.locale_tag)
    attested = unchanged(originals)
    entries = dict(catalog.entries)
    for part in parts:
        key = part.key.removeprefix(f"{PHRASES}:")
        entry = entries.get(key)
        if entry is None or (part.key != key) != (catalog.domain == DOMAIN):
            continue
        stood_for = carried(attested.get(key, frozenset()), part.original)
        if not _shows(entry, originals, stood_for):
            continue
        shown = dataclasses.replace(
            entry, words=part.words, other=part.other, translates=part.original
        )
        entries[key] = _unmarked(shown, part, originals, stood_for, signed)
    return dataclasses.replace(catalog, entries=entries)


def _shows(entry: Entry, originals: Ledger, stood_for: frozenset[str]) -> bool:
    """Say whether an entry translates words that the attestation is about."""
    words = (entry.words, entry.other) if entry.other else (entry.words,)
    return any(
        entry.translates in (mark, "") and originals.words[mark].words == words
        for mark in stood_for
        if mark in originals.words
    )


def _unmarked(
    entry: Entry,
    part: Part,
    originals: Ledger,
    stood_for: frozenset[str],
    signed: Coverage,
) -> Entry:
    """Take the mark off an entry that only an update for the mended words made fuzzy."""
    previous = tuple(words for words in (entry.previous, entry.previous_other) if words)
    made_for = any(
        originals.words[m].words == previous for m in stood_for if m in originals.words
    )
    roles = signed.roles_over(part.key, part.original, mark_of(entry.forms))
    if not (entry.fuzzy and made_for and "translator" in roles):
        return entry
    return dataclasses.replace(
        entry, fuzzy=False, previous_key="", previous="", previous_other=""
    )

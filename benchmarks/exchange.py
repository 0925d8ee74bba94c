"""Sending messages out and taking them in, by every format.

A made catalog: the messages of one French leaflet, under new keys, as often as needed.
``out`` makes the packet's file, ``in`` reads it; both are also said against polib reading
the same messages from a .po file. ``take`` brings all of them into the catalog, with the
hard checks; it is the same for every format.

    .venv/bin/python benchmarks/exchange.py [--messages 5000] [--rounds 5]
"""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from types import MappingProxyType

import polib
from measure import cpu, machine, turns

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.domains import Domain, domains
from leaflets.catalogs.exchange import kinds
from leaflets.catalogs.exchange.intake import Terms, take
from leaflets.catalogs.exchange.outgoing import packet_of
from leaflets.catalogs.messages import fingerprint_of
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.model.locale import Locale

ROOT = Path(__file__).parents[1]
LOCALE = "fr"
LEAFLET = "causes"


def made(shelf: Library, locale: Locale, messages: int) -> tuple[Domain, Catalog]:
    """Make a leaflet of so many messages and its catalog, in no file yet."""
    domain = next(each for each in domains(shelf) if each.name == LEAFLET)
    path = shelf.project.catalog(locale.folder, LEAFLET)
    held = store.read(path, path.name, locale)
    asked, entries = [], {}
    for number, message in zip(range(messages), cycle(domain.messages), strict=False):
        key = f"{message.key}.{number}"
        mark = fingerprint_of(
            key, message.words, message.other, message.count, message.facts
        )
        asked.append(replace(message, key=key, fingerprint=mark))
        entry = held.entries[message.key]
        entries[key] = replace(entry, key=key, translates=mark)
    catalog = replace(held, entries=MappingProxyType(entries), obsolete=(), raw=None)
    return replace(domain, messages=tuple(asked)), catalog


def cost(work: Callable[[], object]) -> Callable[[], float]:
    """Give the CPU seconds of some work, garbage of the one before cleared away."""

    def way() -> float:
        gc.collect()
        return cpu(work)

    return way


def compare(messages: int, rounds: int) -> None:
    """Print the figures for a catalog of one size."""
    shelf = library.read(Project.at(ROOT))
    locale = shelf.locales[LOCALE]
    domain, catalog = made(shelf, locale, messages)
    text = store.written(catalog)
    packet = packet_of(domain, catalog, locale)
    files = {kind.name: kind.write(packet) for kind in kinds.KINDS.values()}
    back, _, _ = kinds.read(files["xliff21"], "made")
    if back is None:
        raise SystemExit("what was written cannot be read")
    works: dict[str, Callable[[], object]] = {
        "polib": lambda: polib.pofile(text, encoding="utf-8"),
        "gather": lambda: packet_of(domain, catalog, locale),
        "take": lambda: take(back, catalog, domain, locale, Terms(force=True)),
    }
    for kind in kinds.KINDS.values():
        works[f"{kind.name} out"] = lambda kind=kind: kind.write(packet)  # type: ignore[misc]
        works[f"{kind.name} in"] = lambda kind=kind: kind.read(files[kind.name], "made")  # type: ignore[misc]
    taken = turns({name: cost(work) for name, work in works.items()}, rounds)
    print(f"{messages} messages, {len(packet.units)} sent, {machine()}")
    for name, seconds in taken.items():
        size = files.get(name.partition(" ")[0], b"")
        shown = f"  {len(size) / 1e6:5.1f} MB" if size else ""
        print(
            f"{name:14} {seconds * 1000:8.0f} ms {messages / seconds:10,.0f} messages/s"
            f" {seconds / taken['polib']:6.2f} of polib's reading{shown}"
        )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    compare(options.messages, options.rounds)


if __name__ == "__main__":
    main()

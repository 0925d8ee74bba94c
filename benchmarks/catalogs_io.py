"""Reading and writing catalogs, against polib and Babel on the same text.

A made catalog: the messages of one French leaflet, under new keys, as often as needed.
Ours is read with every check of its head and entries, and with what it takes to write it
again byte for byte; the others keep less. ``fresh`` writes all of it in our own form,
``one edit`` and ``unedited`` write over what was read.

    .venv/bin/python benchmarks/catalogs_io.py [--messages 5000 --messages 50000] [--rounds 5]
"""

from __future__ import annotations

import argparse
import gc
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from types import MappingProxyType

import polib
from babel.messages import pofile
from measure import cpu, machine, turns, verdict

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.content import library
from leaflets.content.project import Project
from leaflets.model.locale import Locale

ROOT = Path(__file__).parents[1]
LOCALE = "fr"
LEAFLET = "causes"
READING = 1.0
WRITING = 0.5
WIDTH = 78


def made(messages: int, locale: Locale) -> Catalog:
    """Make a catalog of so many messages, in no file yet."""
    path = ROOT / "locales" / locale.folder / "LC_MESSAGES" / f"{LEAFLET}.po"
    held = store.read(path, path.name, locale)
    entries = {}
    for number, entry in zip(range(messages), cycle(held.entries.values()), strict=False):
        key = f"{entry.key}.{number}"
        entries[key] = replace(entry, key=key)
    return replace(held, entries=MappingProxyType(entries), raw=None)


def edited(held: Catalog) -> Catalog:
    """Translate one message otherwise."""
    key, entry = next(iter(held.entries.items()))
    entries = {**held.entries, key: replace(entry, forms=("autrement",))}
    return replace(held, entries=MappingProxyType(entries))


def measured(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Give the median CPU seconds of each, garbage of the one before cleared away."""

    def way(work: Callable[[], object]) -> Callable[[], float]:
        def cost() -> float:
            gc.collect()
            return cpu(work)

        return cost

    return turns({name: way(work) for name, work in works.items()}, rounds)


def compare(messages: int, locale: Locale, rounds: int) -> None:
    """Print the figures for a catalog of one size."""
    catalog = made(messages, locale)
    text = store.written(catalog)
    data = text.encode()
    print(f"\n{messages} messages, {len(data) / 1e6:.1f} MB, {machine()}")

    def parse() -> Catalog:
        return store.parse(text, domain=LEAFLET, shown="made.po", locale=locale)

    held, theirs = parse(), polib.pofile(text, wrapwidth=WIDTH)
    babels = pofile.read_po(io.BytesIO(data))
    changed = edited(held)
    read = measured(
        {
            "ours": parse,
            "polib": lambda: polib.pofile(text, wrapwidth=WIDTH),
            "Babel": lambda: pofile.read_po(io.BytesIO(data)),
        },
        rounds,
    )
    write = measured(
        {
            "ours, fresh": lambda: store.written(catalog),
            "ours, one edit": lambda: store.written(changed),
            "ours, unedited": lambda: store.written(held),
            "polib": lambda: str(theirs),
            "Babel": lambda: pofile.write_po(io.BytesIO(), babels, width=WIDTH),
        },
        rounds,
    )
    for what, costs in (("read", read), ("write", write)):
        for name, cost in costs.items():
            ratio = cost / costs["polib"]
            print(f"  {what:5} {name:15} {cost * 1000:8.1f} ms  {ratio:5.2f} of polib")
    print(verdict("reading to polib", [read["ours"] / read["polib"]], READING))
    print(verdict("writing to polib", [write["ours, fresh"] / write["polib"]], WRITING))


def main() -> None:
    """Compare at every size that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--messages", type=int, action="append")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    locale = library.read(Project.at(ROOT)).locales[LOCALE]
    for messages in asked.messages or (5_000, 50_000):
        compare(messages, locale, asked.rounds)


if __name__ == "__main__":
    main()

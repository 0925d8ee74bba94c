"""What the checks of a translation catch, and what they cry about for nothing.

Caught: mistakes of the corpus, by class and by locale, each half apart. False alarms:
findings on translations that nobody spoiled, for 100 messages: the project's catalogs
and the right translations of the corpus.

    .venv/bin/python benchmarks/corpus.py [--missed] [--alarms] [--half known]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.domains import domains
from leaflets.catalogs.messages import Message
from leaflets.catalogs.translate import judge
from leaflets.checks.translation import look_at
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.corpus.cases import Case, cases  # noqa: E402 - the corpus belongs to the tests

CAUGHT = 0.95
ALARMS = 1.0


class Desk:
    """Asks all checks of one translation."""

    def __init__(self, shelf: Library) -> None:
        self.shelf = shelf

    def codes(self, message: Message, entry: Entry, tag: str) -> set[str]:
        """Name what is found."""
        locale = self.shelf.locales[tag]
        found = judge(message, entry, locale)
        found += look_at(message, entry, locale, self.shelf)
        return {finding.code for finding in found}


def caught(desk: Desk, half: str, *, missed: bool) -> None:
    """Print what is caught of one half, by class and by locale."""
    found: dict[str, Counter[bool]] = {}
    by_locale: dict[str, Counter[bool]] = {}
    left: list[Case] = []
    for case in cases(half):
        hit = case.caught(desk.codes)
        found.setdefault(case.kind, Counter())[hit] += 1
        by_locale.setdefault(case.locale, Counter())[hit] += 1
        if not hit:
            left.append(case)
    if not found:
        print(f"{half}: no case")
        return
    for name, counts in (*sorted(found.items()), *sorted(by_locale.items())):
        share = counts[True] / counts.total()
        note = (
            ""
            if share >= CAUGHT or name in by_locale
            else f"  (target {CAUGHT:.0%}: NOT met)"
        )
        print(
            f"{half:6} {name:24} {counts[True]:4} of {counts.total():4} {share:6.1%}{note}"
        )
    total = sum((c for c in found.values()), Counter[bool]())
    print(f"{half:6} {'all':24} {total[True]:4} of {total.total():4} "
          f"{total[True] / total.total():6.1%}")  # fmt: skip
    for case in left if missed else ():
        print(f"  missed {case.locale} {case.kind} {case.message.key}: {case.data['note']}")
        print(f"    {case.data['words']}\n    {case.data['bad'][0]}")


def alarms(desk: Desk, *, shown: bool) -> None:
    """Print the findings on translations that nobody spoiled, for 100 messages."""
    for tag, locale in desk.shelf.locales.items():
        pairs: list[tuple[Message, Entry]] = []
        for domain in domains(desk.shelf):
            path = desk.shelf.project.catalog(locale.folder, domain.name)
            if path.is_file():
                entries = store.read(path, path.name, locale).entries
                pairs += [(m, entries[m.key]) for m in domain.messages if m.key in entries]
        _rate(desk, f"catalogs {tag}", pairs, tag, shown=shown)
    every = [case for half in ("known", "held", "fresh") for case in cases(half)]
    for tag in sorted({case.locale for case in every}):
        pairs = [(case.message, case.good) for case in every if case.locale == tag]
        _rate(desk, f"corpus {tag}", pairs, tag, shown=shown)


def _rate(
    desk: Desk, name: str, pairs: Iterable[tuple[Message, Entry]], tag: str, *, shown: bool
) -> None:
    held = list(pairs)
    found = [(m, e, codes) for m, e in held if (codes := desk.codes(m, e, tag))]
    count = sum(len(codes) for _, _, codes in found)
    if not held:
        return
    rate = 100 * count / len(held)
    note = "" if rate <= ALARMS else f"  (target {ALARMS:g}: NOT met)"
    print(f"{name:24} {count:4} in {len(held):5} messages: {rate:5.2f} per 100{note}")
    for message, entry, codes in found if shown else ():
        print(f"  {', '.join(sorted(codes))} {message.key}\n    {message.words}")
        print("    " + " | ".join(entry.forms))


def main() -> None:
    """Print both figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--missed", action="store_true", help="show what is missed")
    asked.add_argument("--alarms", action="store_true", help="show the false alarms")
    asked.add_argument("--half", choices=("known", "held", "fresh"), action="append")
    said = asked.parse_args()
    desk = Desk(library.read(Project.at(ROOT)))
    for half in said.half or ("known", "held", "fresh"):
        caught(desk, half, missed=said.missed)
    alarms(desk, shown=said.alarms)


if __name__ == "__main__":
    main()

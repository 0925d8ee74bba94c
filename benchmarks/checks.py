"""Every check of a translation, over a made catalog of 5,000 messages.

The messages are those of the project that are whole sentences, and their translations,
over and over with another mark at the end, so that no two are the same. Nothing is
remembered from one round to the next. Several locales are looked over as the status board
does it, one after the other, so that an original is read once for all of them.
Beside them ``msgfmt -c`` and, where it is installed, ``pofilter`` over the same file.

    .venv/bin/python benchmarks/checks.py [--locale pl …] [--messages 5000] [--rounds 5]
"""

from __future__ import annotations

import argparse
import functools
import gc
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from measure import cpu, machine, turns, verdict

from leaflets.catalogs import reading, store
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.domains import domains
from leaflets.catalogs.messages import Message
from leaflets.checks import knowledge, translation
from leaflets.content import library, marks
from leaflets.content.library import Library
from leaflets.content.project import Project

ROOT = Path(__file__).parents[1]
TARGET = 1.0
"""Seconds of CPU time for 5,000 messages."""


def make(shelf: Library, tag: str, wanted: int) -> tuple[list[Message], Catalog]:
    """Make messages and a catalog of those of the project, always the same ones."""
    locale = shelf.locales[tag]
    held: list[tuple[Message, Entry]] = []
    seen: set[str] = set()
    for domain in domains(shelf):
        path = shelf.project.catalog(locale.folder, domain.name)
        catalog = store.read(path, path.name, locale)
        for message in domain.messages:
            entry = catalog.entries.get(message.key)
            if not entry or not entry.translated or message.other or message.words in seen:
                continue
            if len(message.words) > 20:
                seen.add(message.words)
                held.append((message, entry))
    messages: list[Message] = []
    entries: dict[str, Entry] = {}
    for number in range(wanted):
        one, said = held[number % len(held)]
        turn = number // len(held)
        key, mark = f"made.{number}", chr(97 + turn // 26 % 26) + chr(97 + turn % 26) * 2
        words = f"{one.words} {mark}"
        messages.append(replace(one, key=key, words=words))
        entries[key] = replace(
            said,
            key=key,
            words=words,
            forms=(f"{said.forms[0]} {mark}",),
            translates=one.fingerprint,
        )
    made = Catalog(locale_tag=tag, domain="made", entries=entries, header=catalog.header)
    return messages, made


def forget() -> None:
    """Forget all that was read, so that each round does all the work."""
    for remembered in (reading.read, marks.parse, knowledge.know, knowledge.languages):
        remembered.cache_clear()


def outside(command: list[str]) -> float:
    """CPU seconds of a program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False)
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    return now.ru_utime + now.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--locale", action="append", help="default: pl, ar, fr, zh-Hans")
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    print(machine())
    shelf = library.read(Project.at(ROOT))
    tags = asked.locale or ["pl", "ar", "fr", "zh-Hans"]
    made = {tag: make(shelf, tag, asked.messages) for tag in tags}

    def ours(*these: str) -> float:
        forget()
        gc.collect()

        def look() -> None:
            for tag in these:
                for _ in translation.look_over(*made[tag], shelf.locales[tag], shelf):
                    pass

        return cpu(look) / len(these)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.po"
        store.write(path, made[tags[0]][1])
        ways: dict[str, Callable[[], float]] = {
            "all checks": functools.partial(ours, *tags),
            **{f"  {tag} alone": functools.partial(ours, tag) for tag in tags},
        }
        for name, command in (
            ("msgfmt -c", ["msgfmt", "-c", "-o", "/dev/null", str(path)]),
            ("pofilter", ["pofilter", "--progress=none", str(path), f"{folder}/out.po"]),
        ):
            if shutil.which(command[0]):
                ways[name] = functools.partial(outside, command)
        times = turns(ways, asked.rounds)
    best = times["all checks"]
    print(f"{asked.messages} messages, for each of {', '.join(tags)}: CPU time of one")
    for name, took in times.items():
        print(f"{name:15} {took:7.3f} s  {asked.messages / took:9.0f} messages/s"
              f"  all checks take {best / took:.2f} of it")  # fmt: skip
    print(
        verdict("seconds for 5,000 messages", [best * 5000 / asked.messages], TARGET, " s")
    )


if __name__ == "__main__":
    sys.exit(main())

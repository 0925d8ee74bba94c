"""Bringing a catalog in step, against GNU msgmerge doing the same.

A made French catalog, every message with words of its own, and a new version of its texts in
which one in twenty was edited: a word changed, written anew, moved to another key, cut in
two, denied, taken out, put in. Ours reads the file, joins and writes it; msgmerge is given
the same file and the template of the same texts (``--previous``, as ours keeps old words).

    .venv/bin/python benchmarks/update.py [--messages 5000 --messages 50000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import resource
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from measure import cpu, machine, turns, verdict

from leaflets.catalogs import store
from leaflets.catalogs.domains import Domain, domains
from leaflets.catalogs.extract import template
from leaflets.catalogs.joining import Joined, filled, joined, updated
from leaflets.catalogs.messages import Message, fingerprint_of
from leaflets.content import library
from leaflets.content.project import Project
from leaflets.model.locale import Locale
from leaflets.origin import Origin

ROOT = Path(__file__).parents[1]
LOCALE = "fr"
TARGETS = {5_000: 2.0, 50_000: 0.2}
"""What our time may be of msgmerge's, by the number of messages."""

HERE = Origin("content/leaflets/made.yaml", 1)
MANY = 20_000
"""Messages from which on msgmerge is asked once and no more."""

NOTES = (
    "heading of a section",
    "The reader may be frightened by a test result. Keep the words calm, kind and short.",
)
"""Lines for the translator, as every message has some."""

EDITED = 20
"""One text in so many is edited."""

Texts = dict[str, str]


def vocabulary() -> list[str]:
    """List the words of this project's own leaflets, which say nothing in this order."""
    said = (
        message.words
        for domain in domains(library.read(Project.at(ROOT)))
        for message in domain.messages
    )
    return sorted({word for words in said for word in re.findall(r"[a-z]{2,}", words)})


def made(count: int, rng: random.Random, words: list[str]) -> Texts:
    """Make so many texts of one or two sentences, 90 letters long as ours are, about."""

    def sentence() -> str:
        chosen = rng.choices(words, k=rng.randint(4, 14))
        return " ".join(chosen).capitalize() + "."

    return {
        f"made.b{number}.text": " ".join(sentence() for _ in range(rng.randint(1, 2)))
        for number in range(count)
    }


def edited(texts: Texts, rng: random.Random, words: list[str]) -> Texts:
    """Edit one text in twenty, in seven ways."""
    new: Texts = dict(texts)
    fresh = made(len(texts) // EDITED, rng, words)
    for number, key in enumerate(rng.sample(sorted(texts), len(texts) // EDITED)):
        way = number % 10
        spare = f"made.n{number}.text"
        if way < 4:
            held = texts[key].split(" ")
            held[rng.randrange(len(held))] = rng.choice(words)
            new[key] = " ".join(held)
        elif way == 4:
            new[key] = fresh[f"made.b{number}.text"]
        elif way == 5:
            new[spare] = new.pop(key)
        elif way == 6:
            first, _, rest = texts[key].partition(". ")
            new[key], new[spare] = f"{first}.", rest or fresh[f"made.b{number}.text"]
        elif way == 7:
            new[key] = f"Do not {texts[key]}"
        elif way == 8:
            del new[key]
        else:
            new[spare] = fresh[f"made.b{number}.text"]
    return new


def domain_of(texts: Texts) -> Domain:
    """Make the domain of some texts."""
    messages = tuple(
        Message(
            key=key,
            words=words,
            notes=NOTES,
            origin=HERE,
            fingerprint=fingerprint_of(key, words),
        )
        for key, words in texts.items()
    )
    return Domain("made", "en", messages)


def children(command: list[str]) -> float:
    """Seconds of CPU time that another program takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(count: int, locale: Locale, rounds: int) -> None:
    """Print the figures for a catalog of one size."""
    rng = random.Random(count)
    words = vocabulary()
    texts = made(count, rng, words)
    before, after = domain_of(texts), domain_of(edited(texts, rng, words))
    french = {key: (f"Ici {said}",) for key, said in texts.items()}
    with tempfile.TemporaryDirectory() as name:
        old, pot = Path(name, "made.po"), Path(name, "made.pot")
        out = Path(name, "out.po")
        store.write(old, filled(updated(before, None, locale), french, machine=False))
        store.write(pot, template(after))

        def ours() -> Joined:
            done = joined(after, store.read(old, "made.po", locale), locale)
            out.unlink(missing_ok=True)
            store.write(out, done.catalog)
            return done

        def ours_cost() -> float:
            gc.collect()
            return cpu(ours)

        command = ["msgmerge", "-q", "--previous", "-o", "/dev/null", str(old), str(pot)]
        ways: dict[str, Callable[[], float]] = {
            "ours": ours_cost,
            "msgmerge": lambda: children(command),
        }
        if count < MANY:
            costs = turns(ways, rounds)
        else:
            costs = {name: way() for name, way in ways.items()}  # it takes minutes
        counts = ", ".join(f"{number} {what}" for what, number in ours().counts.items())
    print(f"\n{count} messages, {count // EDITED} edits, {machine()}")
    for way, cost in costs.items():
        print(
            f"  {way:9} {cost * 1000:9.0f} ms  {cost / costs['msgmerge']:6.3f} of msgmerge"
        )
    print(f"  ours: {counts}")
    if count in TARGETS:
        ratio = costs["ours"] / costs["msgmerge"]
        print(verdict(f"update of {count} to msgmerge", [ratio], TARGETS[count]))


def main() -> None:
    """Compare at every size that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--messages", type=int, action="append")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    locale = library.read(Project.at(ROOT)).locales[LOCALE]
    for count in asked.messages or tuple(TARGETS):
        compare(count, locale, asked.rounds)


if __name__ == "__main__":
    main()

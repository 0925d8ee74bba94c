"""What authors do to a leaflet, and what becomes of its translation: as a table.

Each row is an edit of a few Texts, written once, that both our update and GNU msgmerge
are given: the texts before, with their translations, and the texts after.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.domains import Domain
from leaflets.catalogs.entries import EARLIER
from leaflets.catalogs.extract import template
from leaflets.catalogs.joining import filled, updated
from leaflets.catalogs.messages import Message, fingerprint_of
from leaflets.model.facts import Fact, FactKind, placed_in
from leaflets.model.locale import Locale
from leaflets.origin import Origin

HERE = Origin("content/leaflets/x.yaml", 1)

FRENCH = Locale(
    tag="fr",
    name="français",
    english="French",
    direction="ltr",
    script="Latn",
    fonts=("Noto Sans",),
    plural_forms="nplurals=2; plural=(n > 1);",
    origin=HERE,
)

Words = str | tuple[str, str]
"""One form, or the singular and the plural."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One edit, and what the translator finds after it."""

    name: str
    before: Mapping[str, tuple[Words, str]]
    """Words and translation by key."""

    after: Mapping[str, Words]
    ours: Mapping[str, str]
    """State of each message after our update, and whose translation it has."""

    gettext: Mapping[str, str]
    """The same after msgmerge."""

    was: Mapping[str, str] = field(default_factory=dict)
    """Renames that the author declared: old key by new key."""

    facts: tuple[str, str] = ("3", "3")
    """Value of the fact ``{days}`` before and after."""


EMPTY = "empty"
BESIDE = "empty, old translation beside it"
FUZZY = "fuzzy, old words shown"
BARE = "fuzzy"
READY = "ready"

SCENARIOS = (
    Scenario(
        name="a light edit",
        before={"x.a": ("Tea is warm and calm.", "t1")},
        after={"x.a": "Tea is warm and kind."},
        ours={"x.a": f"{FUZZY} (t1)"},
        gettext={"x.a": f"{FUZZY} (t1)"},
    ),
    Scenario(
        name="a full rewrite",
        before={"x.a": ("Tea is warm and calm.", "t1")},
        after={"x.a": "Sleep comes by itself, they say."},
        ours={"x.a": f"{FUZZY} (t1)"},
        gettext={"x.a": EMPTY},
    ),
    Scenario(
        name="moved, same words",
        before={"x.a": ("Tea is warm and calm.", "t1")},
        after={"x.b": "Tea is warm and calm."},
        ours={"x.b": f"{READY} (t1), says where it was"},
        gettext={"x.b": f"{FUZZY} (t1)"},
    ),
    Scenario(
        name="two blocks change places",
        before={"x.a": ("Drink it warm.", "t1"), "x.b": ("Sleep well at night.", "t2")},
        after={"x.a": "Sleep well at night.", "x.b": "Drink it warm."},
        ours={
            "x.a": f"{READY} (t2), says where it was",
            "x.b": f"{READY} (t1), says where it was",
        },
        gettext={"x.a": f"{FUZZY} (t2)", "x.b": f"{FUZZY} (t1)"},
    ),
    Scenario(
        name="a declared rename with an edit",
        before={"x.a": ("Tea is warm and calm.", "t1")},
        after={"x.b": "Sleep comes by itself, they say."},
        was={"x.b": "x.a"},
        ours={"x.b": f"{FUZZY} (t1)"},
        gettext={"x.b": EMPTY},
    ),
    Scenario(
        name="a negation added",
        before={"x.a": ("Take the tea in the morning.", "t1")},
        after={"x.a": "Do not take the tea in the morning."},
        ours={"x.a": f"{BESIDE} (t1)"},
        gettext={"x.a": f"{FUZZY} (t1)"},
    ),
    Scenario(
        name="a figure changed in the words",
        before={"x.a": ("Drink two cups of tea a day.", "t1")},
        after={"x.a": "Drink five cups of tea a day."},
        ours={"x.a": f"{BESIDE} (t1)"},
        gettext={"x.a": f"{FUZZY} (t1)"},
    ),
    Scenario(
        name="a fact changed behind the same words",
        before={"x.a": ("Wait {days} before you drink it.", "t1 {days}")},
        after={"x.a": "Wait {days} before you drink it."},
        facts=("3", "5"),
        ours={"x.a": f"{BARE} (t1 {{days}})"},
        gettext={"x.a": f"{READY} (t1 {{days}})"},
    ),
    Scenario(
        name="a certainty word changed",
        before={"x.a": ("Tea probably helps people to sleep.", "t1")},
        after={"x.a": "Tea certainly helps people to sleep."},
        ours={"x.a": f"{BESIDE} (t1)"},
        gettext={"x.a": f"{FUZZY} (t1)"},
    ),
    Scenario(
        name="case only",
        before={"x.a": ("Tea and sleep", "t1")},
        after={"x.a": "TEA and sleep"},
        ours={"x.a": f"{FUZZY} (t1)"},
        gettext={"x.a": f"{FUZZY} (t1)"},
    ),
    Scenario(
        name="white space only",
        before={"x.a": ("Tea is warm  and calm.", "t1")},
        after={"x.a": "Tea is warm and calm."},
        ours={"x.a": f"{READY} (t1)"},
        gettext={"x.a": f"{FUZZY} (t1)"},
    ),
    Scenario(
        name="split in two",
        before={"x.a": ("Tea is warm and calm. Sleep comes when you rest.", "t1")},
        after={"x.a": "Tea is warm and calm.", "x.b": "Sleep comes when you rest."},
        ours={"x.a": f"{FUZZY} (t1)", "x.b": f"{FUZZY} (t1)"},
        gettext={"x.a": f"{FUZZY} (t1)", "x.b": f"{FUZZY} (t1)"},
    ),
    Scenario(
        name="two keys, same words, one edited",
        before={"x.a": ("Drink it warm.", "t1"), "x.b": ("Drink it warm.", "t2")},
        after={"x.a": "Drink it warm.", "x.b": "Drink it very warm."},
        ours={"x.a": f"{READY} (t1)", "x.b": f"{FUZZY} (t2)"},
        gettext={"x.a": f"{READY} (t1)", "x.b": f"{FUZZY} (t2)"},
    ),
    Scenario(
        name='new "Do take it" beside "Do not take it"',
        before={"x.a": ("Do not take it in the morning.", "t1")},
        after={
            "x.a": "Do not take it in the morning.",
            "x.b": "Do take it in the morning.",
        },
        ours={"x.a": f"{READY} (t1)", "x.b": EMPTY},
        gettext={"x.a": f"{READY} (t1)", "x.b": f"{FUZZY} (t1)"},
    ),
    Scenario(
        name="singular becomes plural",
        before={"x.a": ("Drink the cup of tea.", "t1")},
        after={"x.a": ("Drink the cup of tea.", "Drink the cups of tea.")},
        ours={"x.a": f"{FUZZY} (t1, –)"},
        gettext={"x.a": f"{FUZZY} (t1, t1)"},
    ),
)


def by_us(scenario: Scenario) -> dict[str, str]:
    """Say what our update makes of a scenario."""
    return _states(updated(_domain(scenario, after=True), _before(scenario), FRENCH))


def by_msgmerge(scenario: Scenario, folder: Path) -> dict[str, str]:
    """Say what GNU msgmerge makes of it, given the same files."""
    old, new = folder / "old.po", folder / "new.pot"
    store.write(old, _before(scenario))
    store.write(new, template(_domain(scenario, after=True)))
    done = subprocess.run(
        ["msgmerge", "-q", "--previous", "-o", "-", str(old), str(new)],
        capture_output=True,
        text=True,
        check=True,
    )
    merged = store.parse(done.stdout, domain="x", shown="new.po", locale=FRENCH)
    return _states(merged)


def table(rows: list[tuple[str, dict[str, str], dict[str, str]]]) -> str:
    """Write scenarios and outcomes as a Markdown table."""
    lines = ["| edit | message | GNU msgmerge | ours |", "|---|---|---|---|"]
    for name, theirs, ours in rows:
        names = [name] + [""] * len(ours)
        lines += [
            f"| {shown} | `{key}` | {theirs[key]} | {ours[key]} |"
            for shown, key in zip(names, ours, strict=False)
        ]
    return "\n".join(lines)


def _before(scenario: Scenario) -> Catalog:
    fresh = updated(_domain(scenario, after=False), None, FRENCH)
    forms = {key: (said,) for key, (_, said) in scenario.before.items()}
    done = store.written(filled(fresh, forms, machine=False))
    return store.parse(done, domain="x", shown="old.po", locale=FRENCH)


def _domain(scenario: Scenario, *, after: bool) -> Domain:
    texts: Mapping[str, Words] = (
        scenario.after if after else {k: words for k, (words, _) in scenario.before.items()}
    )
    days = Fact(
        name="days",
        kind=FactKind.NUMBER,
        value=scenario.facts[after],
        says="Days.",
        origin=HERE,
    )
    return Domain(
        "x",
        "en",
        tuple(
            _message(key, words, days, scenario.was.get(key, "") if after else "")
            for key, words in texts.items()
        ),
    )


def _message(key: str, words: Words, days: Fact, was: str) -> Message:
    one, other = words if isinstance(words, tuple) else (words, "")
    facts = (days,) if placed_in(one) else ()
    return Message(
        key=key,
        words=one,
        other=other,
        facts=facts,
        origin=HERE,
        fingerprint=fingerprint_of(key, one, other, "", facts),
        was=was,
    )


def _states(catalog: Catalog) -> dict[str, str]:
    return {
        key: _state(entry) for key, entry in MappingProxyType(dict(catalog.entries)).items()
    }


def _state(entry: Entry) -> str:
    said = ", ".join(form or "–" for form in entry.forms)
    if not any(entry.forms):
        kept = [line for line in entry.comments if line.startswith(EARLIER)]
        return f"{BESIDE} ({kept[0].removeprefix(EARLIER)})" if kept else EMPTY
    if entry.fuzzy:
        return f"{FUZZY if entry.previous else BARE} ({said})"
    moved = any(line.startswith("moved from: ") for line in entry.comments)
    return f"{READY} ({said}), says where it was" if moved else f"{READY} ({said})"

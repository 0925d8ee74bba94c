"""Invented texts, readings and sign-offs, for the tests of gates and ledgers."""

from __future__ import annotations

from collections.abc import Iterable

from leaflets.review.events import Event, Reading, Signoff, State, Unchanged, as_line
from leaflets.review.ledger import Ledger, ledger_of
from leaflets.review.marks import original_mark
from leaflets.review.present import Part, Present

DAY = "2026-02-03"

WORDS = {
    "tea.pour": "Pour the tea.",
    "tea.help": "Do not drink it hot.",
    "tea.wait": "Wait a while.",
}
RISKS = {"tea.help": frozenset({"negation"})}


def part(key: str, words: str, said: str = "", *, risks: Iterable[str] = ()) -> Part:
    """Make a message, with its translation if there is one."""
    return Part(
        key=key,
        words=words,
        forms=(said,) if said else (),
        original=original_mark(key, words, "", "", ()),
        risks=frozenset(risks) or RISKS.get(key, frozenset()),
    )


def text(
    locale: str = "en",
    *,
    words: dict[str, str] | None = None,
    claims: dict[str, str] | None = None,
    frame: str = "f" * 12,
    **said: str,
) -> Present:
    """Make a leaflet in a locale; *said* holds translations by the last part of a key."""
    originals = {**WORDS, **(words or {})}
    translated = locale != "en"
    parts = tuple(
        part(key, held, said.get(key[4:], f"{key[4:]} in {locale}") if translated else "")
        for key, held in originals.items()
        if held
    )
    reading = Reading(
        leaflet="tea",
        locale=locale,
        parts={p.key: (p.original, p.translation) for p in parts},
        risks={p.key: tuple(sorted(p.risks)) for p in parts if p.risks},
        claims={} if translated else claims or {"T-1": "1" * 12},
        frame="" if translated else frame,
    )
    return Present(
        leaflet="tea", locale=locale, original="en", parts=parts, reading=reading
    )


def signed(now: Present, role: str, *, by: str = "", turn: int = 1) -> tuple[Event, ...]:
    """Give the events of a sign-off of all of a text."""
    event = Signoff(
        leaflet=now.leaflet,
        locale=now.locale,
        role=role,
        by=by or f"Invented {role}",
        date=DAY,
        reading=now.reading.mark,
        turn=turn,
    )
    return (*now.words, now.reading, event)


def reviewed(
    one: Part, role: str, *, by: str = "", turn: int = 1, locale: str = ""
) -> tuple[Event, ...]:
    """Give the events of a sign-off of one message."""
    event = State(
        locale=locale or ("pl" if one.forms else "en"),
        key=one.key,
        original=one.original,
        translation=one.translation,
        state="reviewed",
        role=role,
        by=by or f"Invented {role}",
        date=DAY,
        turn=turn,
        risks=tuple(sorted(one.risks)),
    )
    return (*one.kept, event)


def attested(before: Part, now: Part) -> tuple[Event, ...]:
    """Give the events of an attestation."""
    event = Unchanged(
        key=now.key,
        before=before.original,
        now=now.original,
        role="author",
        by="Invented author",
        date=DAY,
    )
    return (*before.kept, *now.kept, event)


def ledger(*events: tuple[Event, ...]) -> Ledger:
    """Write events down and read them again; nothing may be found wrong with them."""
    lines = [as_line(event).encode() for group in events for event in group]
    read, found = ledger_of(iter(lines), "content/ledger.jsonl")
    assert not found
    return read

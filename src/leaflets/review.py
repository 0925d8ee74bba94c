"""Fingerprints of what was read, sign-offs, gates.

Step 6 of 10. A sign-off is one person's word, in one role, that one text is right. It
covers a fingerprint of exactly the words, facts and claims that were read; change one
and it is stale by itself. Sign-offs are lines in append-only ledgers (JSON, one event
a line): ``content/ledger.jsonl`` for originals and checked facts,
``locales/<tag>/ledger.jsonl`` for translations.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from leaflets import files, fingerprint
from leaflets.content import marks
from leaflets.content.library import Library
from leaflets.errors import ContentError
from leaflets.findings import Finding
from leaflets.model.blocks import Block
from leaflets.model.facts import Fact, placed_in
from leaflets.model.format import Format
from leaflets.model.imprint import Imprint
from leaflets.model.leaflet import Leaflet
from leaflets.model.walk import texts
from leaflets.origin import Origin

ROLES = ("author", "clinical", "translator", "reviser", "language", "lay")
"""Who may sign: author, clinical reviewer, translator, reviser, language reviewer, lay
reader. A reviser is never the translator (ISO 17100)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signoff:
    """One person's word that one text is right."""

    leaflet: str
    locale: str
    role: str
    by: str
    date: str
    fingerprint: str
    """Of exactly what was read. Any change makes the sign-off stale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One person's word that a fact, block or claim was checked at its source."""

    name: str
    """``fact:pad_time``, ``block:causes.help``, ``claim:S1-16``."""

    by: str
    date: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The events of a project's ledgers."""

    signoffs: tuple[Signoff, ...]
    checks: tuple[Check, ...]


def read_ledger(path: Path, shown: str) -> tuple[Ledger, tuple[Finding, ...]]:
    """Read a ledger; a line that is not understood is a finding, and counts for nothing."""
    if not path.is_file():
        return Ledger((), ()), ()
    signoffs: list[Signoff] = []
    checks: list[Check] = []
    found: list[Finding] = []
    try:
        lines = files.read_text(path, shown=shown).splitlines()
    except ContentError as error:
        origin = error.origin or Origin(shown)
        return Ledger((), ()), (Finding(code="S100", message=error.message, origin=origin),)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            event = json.loads(line)
            kind = event.pop("event")
            if kind == "signoff":
                signoffs.append(Signoff(**event))
            elif kind == "checked":
                checks.append(Check(**event))
            else:
                raise ValueError(f"event {kind!r} is not known")
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            origin = Origin(shown, number)
            message = f"ledger line is not understood: {str(error)[:120]}"
            found.append(Finding(code="S101", message=message, origin=origin))
    return Ledger(tuple(signoffs), tuple(checks)), tuple(found)


def as_line(event: Signoff | Check) -> str:
    """One line for a ledger."""
    kind = "signoff" if isinstance(event, Signoff) else "checked"
    data = {name: getattr(event, name) for name in event.__slots__}
    return json.dumps({"event": kind, **data}, ensure_ascii=False, sort_keys=True) + "\n"


def facts_of(leaflet: Leaflet, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """Names of the facts that a leaflet places or draws, in order of name."""
    names = {
        name
        for text in texts(leaflet)
        for words in (text.words, text.other)
        for name, _ in placed_in(words)
    }
    names.update(text.count for text in texts(leaflet) if text.count)
    names.update(name for text in texts(leaflet) for name in marks.links(text.words))
    for block in blocks_of(leaflet):
        names.add(getattr(block, "fact", ""))
        for bar in getattr(block, "bars", ()):
            names.update((bar.fact, bar.low, bar.high))
    return tuple(sorted(names & set(facts)))


def claims_of(leaflet: Leaflet) -> tuple[str, ...]:
    """Keys of the claims that a leaflet cites, in order of key."""
    keys = {
        key
        for text in texts(leaflet)
        for words in (text.words, text.other)
        for key in marks.citations(words)
    }
    keys.update(part.claim for part in leaflet.evidence.certainty)
    for block in blocks_of(leaflet):
        keys.update(option.claim for option in getattr(block, "options", ()))
    return tuple(sorted(keys))


def blocks_of(leaflet: Leaflet) -> Iterator[Block]:
    """Every block of a leaflet, the short form's too."""
    for section in leaflet.sections:
        yield from section.blocks
    yield from leaflet.short.blocks


def original_fingerprint(
    library: Library, leaflet: Leaflet, furniture: Mapping[str, str]
) -> str:
    """Fingerprint of all that is read in the original.

    Words, facts, claims, sources, and the *furniture*: a sign-off stands for "probably"
    over a list of claims as much as for the claims under it.
    """
    facts = [library.facts[name] for name in facts_of(leaflet, library.facts)]
    claims = [library.claims[key] for key in claims_of(leaflet) if key in library.claims]
    cited = sorted(
        {key for claim in claims for key in claim.sources} & set(library.sources)
    )
    sources = [dict(library.sources[key].csl) for key in cited]
    return fingerprint.of("original", leaflet, facts, claims, sources, dict(furniture))


def translated_fingerprint(original: str, said: Leaflet, phrases: Mapping[str, str]) -> str:
    """Fingerprint of a translation: of the very original and of every word of it."""
    return fingerprint.of("translation", original, said, dict(phrases))


def to_verify(library: Library, leaflet: Leaflet) -> dict[str, tuple[str, str, Origin]]:
    """Say what a person must check before *leaflet* is final, by name.

    Each with why, the fingerprint that a check must have, and where it stands.
    """
    wanted: dict[str, tuple[str, str, Origin]] = {}
    for name in facts_of(leaflet, library.facts):
        fact = library.facts[name]
        if fact.verify:
            wanted[f"fact:{name}"] = (fact.verify, fingerprint.of(fact), fact.origin)
    for key in claims_of(leaflet):
        claim = library.claims.get(key)
        if claim is not None and claim.verify:
            wanted[f"claim:{key}"] = (claim.verify, fingerprint.of(claim), claim.origin)
    for block in blocks_of(leaflet):
        if block.verify:
            name = f"block:{leaflet.slug}.{block.id}"
            wanted[name] = (block.verify, fingerprint.of(block), block.origin)
    return wanted


def open_gate(
    *,
    library: Library,
    original: Leaflet,
    locale: str,
    imprint: Imprint,
    form: Format,
    originals: Ledger,
    translations: Ledger,
    fingerprints: Mapping[str, str],
    stand_ins: int,
) -> tuple[str, ...]:
    """Say what closes the gate for a final artifact; an open gate says nothing.

    *fingerprints* holds ``original`` and, for a translation, ``translation``;
    *stand_ins* counts Texts still in the original's words.
    """
    missing: list[str] = []
    if original.specimen:
        missing.append(f"leaflet {original.slug!r} is a specimen, never for patients")
    if imprint.demonstration:
        missing.append(f"imprint {imprint.id!r} is a demonstration, never for patients")
    missing.extend(
        _unsigned(originals.signoffs, original.slug, original.original, form.gate,
                  fingerprints["original"])
    )  # fmt: skip
    if locale != original.original:
        if stand_ins:
            missing.append(
                f"{stand_ins} texts are not translated, fuzzy or stale in {locale!r}"
            )
        missing.extend(
            _unsigned(translations.signoffs, original.slug, locale, form.gate_translated,
                      fingerprints["translation"])
        )  # fmt: skip
        missing.extend(_same_person(translations.signoffs, original.slug, locale))
    done = {(check.name, check.fingerprint) for check in originals.checks}
    for name, (why, mark, _) in to_verify(library, original).items():
        if (name, mark) not in done:
            missing.append(f"{name} has not been checked by a person ({why})")
    return tuple(missing)


def _unsigned(
    signoffs: Iterable[Signoff],
    leaflet: str,
    locale: str,
    roles: Iterable[str],
    wanted: str,
) -> Iterator[str]:
    mine = [s for s in signoffs if s.leaflet == leaflet and s.locale == locale]
    for role in roles:
        signed = [s for s in mine if s.role == role]
        if not signed:
            yield f"no sign-off by {role!r} for {leaflet!r} in {locale!r}"
        elif all(s.fingerprint != wanted for s in signed):
            yield f"the sign-off by {role!r} for {leaflet!r} in {locale!r} is stale"


def _same_person(signoffs: Iterable[Signoff], leaflet: str, locale: str) -> Iterator[str]:
    people: dict[str, set[str]] = {}
    for s in signoffs:
        if s.leaflet == leaflet and s.locale == locale:
            people.setdefault(s.role, set()).add(s.by.strip().casefold())
    both = people.get("translator", set()) & people.get("reviser", set())
    for name in sorted(both):
        yield f"translator and reviser of {leaflet!r} in {locale!r} are one person ({name})"

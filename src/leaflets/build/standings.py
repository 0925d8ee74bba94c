"""Say what is signed and what is not, role by role and message by message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from leaflets.build.ledgers import Books
from leaflets.build.signing import Before, before
from leaflets.content.library import Library
from leaflets.formats.base import FORMATS
from leaflets.review.coverage import Coverage, coverage
from leaflets.review.gate import Open, one_person, still_open
from leaflets.review.ledger import Ledger
from leaflets.review.parts import to_verify
from leaflets.review.present import Part
from leaflets.review.roles import asked_of_original, asked_of_translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What has been signed or checked, and what has not."""

    role: str
    by: str = ""
    date: str = ""
    state: str = "missing"
    """``signed``, ``stale`` or ``missing``."""

    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that is still to be signed, with what it was and what it is."""

    kind: str
    name: str
    roles: tuple[str, ...]
    why: str
    risks: tuple[str, ...] = ()
    original_before: str = ""
    original_now: str = ""
    translation_before: str = ""
    translation_now: str = ""


def asked(shelf: Library, text: Before) -> tuple[str, ...]:
    """Roles that some format, or some clinic, asks for in this locale."""
    also = {role for imprint in shelf.imprints.values() for role in imprint.also_signed_by}
    forms = FORMATS.values()
    if text.now.translated:
        return asked_of_translation({r for f in forms for r in f.gate_translated}, also)
    return asked_of_original({r for f in forms for r in f.gate}, also)


def covered(text: Before, books: Books) -> Coverage:
    """Give the coverage of a text."""
    local = books.of(text.folder) if text.folder else Ledger()
    return coverage(books.of(), local, text.leaflet.slug, text.locale.tag)


def standings(shelf: Library, text: Before, books: Books) -> tuple[Standing, ...]:
    """Say for each role, and for each thing to be checked, how it stands."""
    signed = covered(text, books)
    roles = asked(shelf, text)
    roles += tuple(r for r in text.roles if r not in roles and r in signed.signed)
    waiting = {r for each in still_open(text.now, signed, roles) for r in each.roles}
    found = []
    for role in roles:
        last = signed.signed.get(role, ())[-1:]
        state = "missing" if not last else "stale" if role in waiting else "signed"
        who = {"by": last[0].by, "date": last[0].date} if last else {}
        found.append(Standing(role=role, state=state, **who))
    if not text.now.translated:
        found += _checks(shelf, text, books)
    return tuple(found)


def reasons(shelf: Library, text: Before, books: Books) -> tuple[Reason, ...]:
    """Say what keeps the text from leaving, message by message, and what made it so.

    For an original also what nobody has checked at its source; for a translation how much
    is open in its original.
    """
    signed = covered(text, books)
    parts = {part.key: part for part in text.now.parts}
    waiting = still_open(text.now, signed, asked(shelf, text))
    found = [_reason(each, parts, signed) for each in waiting]
    found += [
        Reason(kind="person", name=name, roles=("reviser",), why=name)
        for name in one_person(text.now, signed, waiting)
    ]
    if text.now.translated:
        return (*found, *_of_original(shelf, text, books))
    for check in _checks(shelf, text, books):
        if check.state != "signed":
            why = f"has not been checked by a person ({check.why})"
            found.append(Reason(kind="check", name=check.role, roles=(), why=why))
    return tuple(found)


def _of_original(shelf: Library, text: Before, books: Books) -> Iterator[Reason]:
    slug, tag = text.leaflet.slug, text.leaflet.original
    left = reasons(shelf, before(shelf, slug, tag), books)
    if left:
        why = f"its original has {len(left)} open; see 'leaflets sign {slug} --why'"
        yield Reason(kind="original", name=slug, roles=(), why=why)


def _reason(each: Open, parts: dict[str, Part], signed: Coverage) -> Reason:
    key = f"phrases:{each.name}" if each.kind == "phrase" else each.name
    part = parts.get(key)
    if part is None or each.kind not in ("message", "phrase"):
        return Reason(kind=each.kind, name=each.name, roles=each.roles, why=each.why)
    return Reason(
        kind=each.kind,
        name=each.name,
        roles=each.roles,
        why=each.why,
        risks=tuple(sorted(part.risks)),
        original_before=signed.original_signed(key),
        original_now="\n".join(words for words in (part.words, part.other) if words),
        translation_before=signed.words_signed(key),
        translation_now="\n".join(part.forms),
    )


def _checks(shelf: Library, text: Before, books: Books) -> Iterator[Standing]:
    done = {(c.name, c.fingerprint): c for c in books.of().checks}
    for name, (why, mark, _) in to_verify(shelf, text.leaflet).items():
        check = done.get((name, mark))
        who = {"by": check.by, "date": check.date} if check else {}
        state = "signed" if check else "missing"
        yield Standing(role=name, state=state, why=why, **who)

"""What keeps a gate closed: roles that have not signed, and what changed since they did.

A gate is open when every role that it asks has signed, and every message, fact, claim and
source is covered as it is now by the roles that its change is for (``review.roles``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflets.review.coverage import Coverage
from leaflets.review.present import Part, Present
from leaflets.review.roles import OF_CONTENT, PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """One thing that somebody has still to sign."""

    kind: str
    """``role``, ``message``, ``phrase``, ``fact``, ``claim``, ``source`` or ``frame``."""

    name: str
    roles: tuple[str, ...]
    """Who must sign, in order of work."""

    why: str

    def __str__(self) -> str:
        if self.kind == "role":
            return self.why
        return (
            f"{self.kind} {self.name!r} {self.why}; to be signed by {', '.join(self.roles)}"
        )


def still_open(now: Present, signed: Coverage, asked: Iterable[str]) -> tuple[Open, ...]:
    """Say what is still to be signed; nothing where the gate is open.

    *asked* are the roles that the gate asks of this text; *signed* is the coverage of its
    leaflet and locale.
    """
    roles = tuple(asked)
    have = tuple(role for role in roles if signed.signed.get(role))
    waiting = [*_messages(now, signed, have), *_things(now, signed, have)]
    stale = {role for each in waiting for role in each.roles}
    return (*_roles(now, roles, have, stale), *waiting)


def one_person(now: Present, signed: Coverage, waiting: Iterable[Open]) -> Iterator[str]:
    """Name those whose revision counts for nothing, for they have translated as well.

    Only while the text is *waiting* for a reviser: another one's word is enough.
    """
    for name in signed.dropped if any("reviser" in o.roles for o in waiting) else ():
        yield (
            f"translator and reviser of {now.leaflet!r} in {now.locale!r} are one person "
            f"({name}); another one must revise"
        )


def demanded(part: Part, signed: Coverage, roles: Iterable[str]) -> tuple[str, ...]:
    """Which of these roles must sign a message as it is now."""
    covered = signed.roles_over(part.key, part.original, part.translation)
    ever = signed.roles_ever_over(part.key)
    return tuple(
        role
        for role in roles
        if role not in covered
        and (
            role in PLAIN
            or role not in ever
            or part.risks
            or signed.risks_signed(part.key, role)
        )
    )


def _roles(
    now: Present, roles: tuple[str, ...], have: tuple[str, ...], stale: set[str]
) -> Iterator[Open]:
    text = f"for {now.leaflet!r} in {now.locale!r}"
    for role in roles:
        if role not in have:
            why = f"no sign-off by {role!r} {text}"
            yield Open(kind="role", name=role, roles=(role,), why=why)
        elif role in stale:
            why = f"the sign-off by {role!r} {text} is stale"
            yield Open(kind="role", name=role, roles=(role,), why=why)


def _messages(now: Present, signed: Coverage, roles: tuple[str, ...]) -> Iterator[Open]:
    for part in now.parts:
        missing = demanded(part, signed, roles)
        if missing:
            phrase = part.key.startswith("phrases:")
            yield Open(
                kind="phrase" if phrase else "message",
                name=part.key.removeprefix("phrases:"),
                roles=missing,
                why=_why(part, signed, missing),
            )


def _why(part: Part, signed: Coverage, missing: tuple[str, ...]) -> str:
    if not signed.roles_ever_over(part.key).intersection(missing):
        return "is new"
    risks = f" ({', '.join(sorted(part.risks))})" if part.risks else ""
    return f"has changed since it was signed{risks}"


def _things(now: Present, signed: Coverage, roles: tuple[str, ...]) -> Iterator[Open]:
    if now.translated:
        return  # the words of the message say the fact, and its mark covers them
    answer = tuple(role for role in roles if role in OF_CONTENT)
    reading = now.reading
    kinds = (
        ("fact", reading.facts),
        ("claim", reading.claims),
        ("source", reading.sources),
        ("frame", {now.leaflet: reading.frame}),
    )
    for kind, marks in kinds:
        for name, mark in marks.items():
            covered = signed.roles_over_thing(kind, name, mark)
            missing = tuple(role for role in answer if role not in covered)
            if missing:
                why = "is new, or has changed since it was signed"
                yield Open(kind=kind, name=name, roles=missing, why=why)

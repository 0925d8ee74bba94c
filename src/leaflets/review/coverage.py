"""Who has signed which message, in exactly which words.

Message by message: a sign-off covers the pairs of marks that lay before the signer, a
state event one pair, an attestation carries both to the mended original.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from leaflets.review.attested import carried, unchanged
from leaflets.review.events import Signoff, State
from leaflets.review.ledger import Ledger
from leaflets.review.people import same_person
from leaflets.review.roles import OF_CONTENT, OF_ORIGINAL, OF_TRANSLATION, READERS

PHRASES = "phrases"
"""Domain of the furniture; a phrase's key stands apart from a leaflet's."""

Turn = tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One person's word for one message in exactly these words."""

    role: str
    original: str
    translation: str
    risks: tuple[str, ...]
    turn: Turn
    local: bool
    """True in the ledger of the locale that is asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What one role read a fact, claim, source or frame to be."""

    role: str
    mark: str
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was signed of one leaflet in one locale; see ``coverage``."""

    leaflet: str
    locale: str
    seen: Mapping[str, tuple[Seen, ...]] = field(hash=False)
    """By key; the last one last."""

    things: Mapping[tuple[str, str], tuple[Thing, ...]] = field(hash=False)
    """By kind of thing and name, who read it, as it was then."""

    known: Mapping[tuple[str, str], str] = field(hash=False)
    """Words of original and translation by mark, joined by line feeds."""

    attested: Mapping[str, frozenset[tuple[str, str]]] = field(hash=False)
    signed: Mapping[str, tuple[Signoff, ...]] = field(hash=False)
    """Sign-offs that count, by role; the last one last."""

    dropped: tuple[str, ...] = ()
    """Names of revisers who have also signed as translators; their sign-offs as revisers
    count for nothing."""

    def seen_of(self, key: str) -> tuple[Seen, ...]:
        """Give everybody's word for a message, the last one last.

        A phrase is found by its bare key too, beside the one that begins with
        ``phrases:``.
        """
        return self.seen.get(key) or self.seen.get(f"{PHRASES}:{key}", ())

    def last_of(self, key: str) -> tuple[Seen, ...]:
        """Give each role's last word for a message, which takes back those before it.

        Words that were signed, changed and signed again are not signed any more when
        they come back, by a merge say. Two branches may each hold a last word.
        """
        return _last(self.seen_of(key))

    def roles_over(
        self, key: str, original_mark: str, translation_mark: str
    ) -> frozenset[str]:
        """Roles that have signed exactly these words of a message.

        Author and clinical reviewer read the original, translator and reviser the pair,
        language reviewer and lay reader the words of their language. *translation_mark*
        is empty in the original.
        """
        originals = carried(
            self.attested.get(key.removeprefix(f"{PHRASES}:"), frozenset()), original_mark
        )
        return frozenset(
            seen.role
            for seen in self.last_of(key)
            if _covers(seen, originals, translation_mark)
        )

    def roles_ever_over(self, key: str) -> frozenset[str]:
        """Roles that have signed a message in any wording."""
        return frozenset(seen.role for seen in self.seen_of(key))

    def risks_signed(self, key: str, role: str) -> frozenset[str]:
        """Risks that a message bore when a role last signed it."""
        mine = [seen for seen in self.seen_of(key) if seen.role == role]
        return frozenset(mine[-1].risks) if mine else frozenset()

    def roles_over_thing(self, kind: str, name: str, mark: str) -> frozenset[str]:
        """Roles that have read a fact, claim, source or frame exactly so, and last so."""
        held = self.things.get((kind, name), ())
        last = {role: max(t.turn for t in held if t.role == role) for role in
                {t.role for t in held}}  # fmt: skip
        return frozenset(t.role for t in held if t.mark == mark and t.turn == last[t.role])

    def words_signed(self, key: str) -> str:
        """Give the translation as it was when last signed, its forms joined by line feeds.

        Empty where it was never signed.
        """
        local = [s for s in self.seen_of(key) if s.local and s.translation]
        return self.known.get(("translation", local[-1].translation), "") if local else ""

    def original_signed(self, key: str) -> str:
        """Give the original as it was when the message was last signed here.

        In a locale where nobody has signed, as its author and clinical reviewer signed
        it; the plural follows after a line feed. Empty where it was never signed.
        """
        held = self.seen_of(key)
        last = ([s for s in held if s.local] or held)[-1:]
        return self.known.get(("original", last[0].original), "") if last else ""


def coverage(
    ledger_original: Ledger, ledger_locale: Ledger, leaflet_slug: str, tag: str
) -> Coverage:
    """Say what is signed of a leaflet in a locale, message by message.

    *tag* is the locale's. For the language that the leaflet was written in, *ledger_locale*
    is empty (``Ledger()``). *leaflet_slug* may be ``phrases``: then it is about the
    furniture, whichever leaflet it was read with.
    """
    seen: dict[str, list[Seen]] = {}
    things: dict[tuple[str, str], list[Thing]] = {}
    signed: dict[str, list[Signoff]] = {}
    dropped = _dropped(ledger_locale, leaflet_slug, tag)
    for ledger, local in ((ledger_original, False), (ledger_locale, True)):
        for event in ledger.signoffs:
            if not _counts(event, event.locale, tag, local=local):
                continue
            if leaflet_slug not in (event.leaflet, PHRASES) or _is_dropped(event, dropped):
                continue
            signed.setdefault(event.role, []).append(event)
            _enter(event, ledger, leaflet_slug, seen, things, local=local)
        for state in ledger.states:
            if _counts(state, state.locale, tag, local=local) and not _is_dropped(
                state, dropped
            ):
                one = Seen(
                    role=state.role,
                    original=state.original,
                    translation=state.translation,
                    risks=state.risks,
                    turn=(state.turn, state.date),
                    local=local,
                )
                key = state.key
                if leaflet_slug == PHRASES:
                    key = key.removeprefix(f"{PHRASES}:")
                seen.setdefault(key, []).append(one)
    return Coverage(
        leaflet=leaflet_slug,
        locale=tag,
        seen={key: tuple(sorted(found, key=_when)) for key, found in seen.items()},
        things={name: tuple(found) for name, found in things.items()},
        known=dict(_known(ledger_original, ledger_locale)),
        attested=unchanged(ledger_original),
        signed={
            role: tuple(sorted(found, key=lambda s: (s.turn, s.date, s.by, s.reading)))
            for role, found in signed.items()
        },
        dropped=dropped,
    )


def _last(held: tuple[Seen, ...]) -> tuple[Seen, ...]:
    turns: dict[str, int] = {}
    for seen in held:
        turns[seen.role] = max(seen.turn[0], turns.get(seen.role, 0))
    return tuple(seen for seen in held if seen.turn[0] == turns[seen.role])


def _covers(seen: Seen, originals: frozenset[str], translation: str) -> bool:
    if seen.role in OF_CONTENT:
        return seen.original in originals
    if not translation:
        return seen.original in originals and not seen.translation
    if seen.role in READERS:
        return seen.translation == translation
    return seen.original in originals and seen.translation == translation


def _counts(event: Signoff | State, locale: str, tag: str, *, local: bool) -> bool:
    """Say whether an event may stand in this ledger, and is about this locale."""
    if local:
        return event.role in OF_TRANSLATION and locale == tag
    return event.role in OF_CONTENT or (event.role in OF_ORIGINAL and locale == tag)


def _enter(
    event: Signoff,
    ledger: Ledger,
    slug: str,
    seen: dict[str, list[Seen]],
    things: dict[tuple[str, str], list[Thing]],
    *,
    local: bool,
) -> None:
    reading = ledger.readings[event.reading]
    parts = dict(reading.phrases) if slug == PHRASES else {
        **{f"{PHRASES}:{key}": pair for key, pair in reading.phrases.items()},
        **reading.parts,
    }  # fmt: skip
    for key, (original, translation) in parts.items():
        one = Seen(
            role=event.role,
            original=original,
            translation=translation,
            risks=reading.risks.get(f"{PHRASES}:{key}" if slug == PHRASES else key, ()),
            turn=(event.turn, event.date),
            local=local,
        )
        seen.setdefault(key, []).append(one)
    kinds = {
        "fact": reading.facts,
        "claim": reading.claims,
        "source": reading.sources,
        "frame": {reading.leaflet: reading.frame},
    }
    for kind, marks in kinds.items():
        for name, mark in marks.items():
            read = Thing(role=event.role, mark=mark, turn=event.turn)
            things.setdefault((kind, name), []).append(read)


def _dropped(ledger: Ledger, slug: str, tag: str) -> tuple[str, ...]:
    """Names of those who have revised and translated one leaflet, in any reading."""
    people: dict[str, set[str]] = {"translator": set(), "reviser": set()}
    for signed in ledger.signoffs:
        about = signed.locale == tag and slug in (signed.leaflet, PHRASES)
        if about and signed.role in people:
            people[signed.role].add(signed.by)
    for state in ledger.states:
        about = state.key.startswith((f"{slug}.", f"{PHRASES}:"))
        if about and state.locale == tag and state.role in people:
            people[state.role].add(state.by)
    return tuple(
        sorted(
            name
            for name in people["reviser"]
            if any(same_person(name, other) for other in people["translator"])
        )
    )


def _is_dropped(event: Signoff | State, dropped: tuple[str, ...]) -> bool:
    return event.role == "reviser" and event.by in dropped


def _known(*ledgers: Ledger) -> Iterator[tuple[tuple[str, str], str]]:
    for ledger in ledgers:
        for mark, words in ledger.words.items():
            kind = "original" if words.key else "translation"
            yield (kind, mark), "\n".join(words.words)


def _when(seen: Seen) -> tuple[bool, Turn, str, str, str]:
    return seen.local, seen.turn, seen.role, seen.original, seen.translation

"""Read a ledger: an append-only file of events, one a line, in any order.

``content/ledger.jsonl`` is the original's, ``locales/<tag>/ledger.jsonl`` a locale's. Two
branches merge line by line (git's ``merge=union``), so nothing follows from the order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from leaflets import fingerprint
from leaflets.findings import Finding
from leaflets.origin import Origin
from leaflets.review.events import Check, Event, Reading, Signoff, State, Unchanged, Words
from leaflets.review.line import LAST_TURN, event_of

LONGEST = 4 * 1024 * 1024
"""Bytes of the longest line that is read."""

LARGEST = 128 * 1024 * 1024
"""Bytes of the largest ledger that is read; some thousand readings of long leaflets."""

HINT = "a ledger is only ever added to; take the line back from the history"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The events of one ledger."""

    words: Mapping[str, Words] = field(default_factory=dict, hash=False)
    """By mark."""

    readings: Mapping[str, Reading] = field(default_factory=dict, hash=False)
    """By mark."""

    signoffs: tuple[Signoff, ...] = ()
    states: tuple[State, ...] = ()
    checks: tuple[Check, ...] = ()
    attested: tuple[Unchanged, ...] = ()
    vouched: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Sixteen digits of every line by which a person vouches, with what it says in short.

    Words and readings need none: they carry their own, and are asked for by these."""

    @property
    def next_turn(self) -> int:
        """Number of the next sign-off."""
        turns = [s.turn for s in self.signoffs] + [s.turn for s in self.states]
        return min(max(turns, default=0) + 1, LAST_TURN - 1)


def read_ledger(path: Path, shown: str) -> tuple[Ledger, tuple[Finding, ...]]:
    """Read a ledger; a line that is not understood is a finding, and counts for nothing.

    Codes: S100 cannot be read, S101 not an event, S102 a sign-off of a reading that is
    not there.
    """
    if not path.exists():
        return Ledger(), ()
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return Ledger(), (_found("S100", "is no ledger that can be read", shown, 0),)
        with path.open("rb") as stream:
            return ledger_of(_lines(stream), shown)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        return Ledger(), (_found("S100", f"cannot be read: {reason}", shown, 0),)


def ledger_of(lines: Iterator[bytes], shown: str) -> tuple[Ledger, tuple[Finding, ...]]:
    """Make a ledger of its lines, each with its line end."""
    found: list[Finding] = []
    held: list[tuple[int, Event]] = []
    digests: dict[str, str] = {}
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        try:
            event = event_of(_text(raw))
        except ValueError as error:
            said = "is not UTF-8" if isinstance(error, UnicodeError) else str(error)
            message = f"ledger line is not understood: {said[:120]}"
            found.append(_found("S101", message, shown, number))
            continue
        held.append((number, event))
        if not isinstance(event, Words | Reading):
            digests[digest(raw)] = in_short(event)
    readings = {e.mark: e for _, e in held if isinstance(e, Reading)}
    signoffs: list[Signoff] = []
    for number, event in held:
        if not isinstance(event, Signoff):
            continue
        read = readings.get(event.reading)
        if read is None or (read.leaflet, read.locale) != (event.leaflet, event.locale):
            message = f"nobody knows what was read for the {in_short(event)}"
            found.append(_found("S102", message, shown, number))
        else:
            signoffs.append(event)
    events = [event for _, event in held]
    ledger = Ledger(
        words={e.mark: e for e in events if isinstance(e, Words)},
        readings=readings,
        signoffs=tuple(dict.fromkeys(signoffs)),
        states=tuple(dict.fromkeys(e for e in events if isinstance(e, State))),
        checks=tuple(dict.fromkeys(e for e in events if isinstance(e, Check))),
        attested=tuple(dict.fromkeys(e for e in events if isinstance(e, Unchanged))),
        vouched=digests,
    )
    return ledger, tuple(found)


def lost(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Yield the marks of words that somebody signed and the ledger holds no more.

    Each with what it is missed by, in short.
    """
    for signed in ledger.signoffs:
        reading = ledger.readings[signed.reading]
        for pairs in (reading.parts, reading.phrases):
            for pair in pairs.values():
                yield from (
                    (m, in_short(signed)) for m in pair if m and m not in ledger.words
                )
    for state in ledger.states:
        pair = state.original, state.translation
        yield from ((m, in_short(state)) for m in pair if m and m not in ledger.words)
    for event in ledger.attested:
        pair = event.before, event.now
        yield from ((m, in_short(event)) for m in pair if m not in ledger.words)


def digest(line: bytes) -> str:
    """Sixteen digits of a line, its end left out."""
    return fingerprint.of_bytes(line.rstrip(b"\r\n"))[:16]


def in_short(event: Signoff | State | Check | Unchanged) -> str:
    """Say an event in a few words, by which a person finds it again."""
    match event:
        case Signoff():
            return (
                f"sign-off by {event.role!r} for {event.leaflet!r} in {event.locale!r} "
                f"of {event.date}"
            )
        case State():
            return (
                f"review by {event.role!r} of {event.key!r} in {event.locale!r} "
                f"of {event.date}"
            )
        case Check():
            return f"check of {event.name!r} of {event.date}"
        case Unchanged():
            return f"attestation for {event.key!r} of {event.date}"


def _lines(stream: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file; one that is too long is cut, so that it is refused."""
    readline = stream.readline  # type: ignore[attr-defined]
    while raw := readline(LONGEST + 1):
        if len(raw) > LONGEST:
            while (rest := readline(LONGEST)) and not rest.endswith(b"\n"):
                continue
        yield raw


def _text(raw: bytes) -> str:
    if len(raw) > LONGEST:
        raise ValueError(f"it is longer than {LONGEST} bytes")
    if raw.startswith(b"\xef\xbb\xbf"):
        raise ValueError("it begins with a byte order mark")
    if raw.endswith(b"\r\n"):
        raise ValueError("it ends as on Windows (CR LF)")
    return raw.decode()


def _found(code: str, message: str, shown: str, line: int) -> Finding:
    said = message if line else f"ledger {message}"
    return Finding(code=code, message=said, origin=Origin(shown, line), hint=HINT)

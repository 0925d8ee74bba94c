"""A catalog to a packet: what a translator is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.catalogs import plurals
from leaflets.catalogs.carrying import EARLIER
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.domains import Domain
from leaflets.catalogs.exchange.packet import Packet, State, Unit, sent_mark
from leaflets.catalogs.messages import Message
from leaflets.catalogs.translate import judge
from leaflets.findings import Finding
from leaflets.model.locale import Locale

NEEDS = ("work", "missing", "stale", "fuzzy", "machine", "all")
"""What can be asked for. *work* is what may not be printed: missing, fuzzy, stale, or
refused by a hard check."""

_WANTED = {
    "work": {"missing", "fuzzy", "stale", "refused"},
    "missing": {"missing"},
    "stale": {"stale"},
    "fuzzy": {"fuzzy"},
    "machine": {"machine"},
    "all": {"missing", "fuzzy", "stale", "refused", "machine", "translated"},
}
_OF_CODE = {"T201": "missing", "T202": "fuzzy", "T203": "stale"}

_UNSENDABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file can hold."""


def packet_of(
    domain: Domain, catalog: Catalog, locale: Locale, needs: str = "all"
) -> Packet:
    """Gather the messages of a domain that need what is asked for (one of ``NEEDS``).

    What is sent is the message as it is now; a translation of other words goes along as
    fuzzy, with the words that it was made for.
    """
    examples = plurals.examples(locale)
    return Packet(
        domain=domain.name,
        original=domain.original,
        locale=locale.tag,
        units=tuple(_units(domain, catalog, locale, _WANTED[needs], examples)),
        examples=examples,
        rtl=locale.direction == "rtl",
        font=locale.fonts[0],
    )


def sources_of(message: Message, examples: tuple[tuple[int, ...], ...]) -> tuple[str, ...]:
    """Say the original once for each form: the singular where the form is for one."""
    if not message.other:
        return (message.words,)
    if len(examples) == 1:
        return (message.other,)
    return tuple(message.words if 1 in shown else message.other for shown in examples)


def _units(
    domain: Domain,
    catalog: Catalog,
    locale: Locale,
    wanted: set[str],
    examples: tuple[tuple[int, ...], ...],
) -> Iterator[Unit]:
    for message in domain.messages:
        entry = catalog.entries.get(message.key)
        found = judge(message, entry, locale)
        need = _need(entry, found)
        if need in wanted:
            yield _unit(message, entry, need, found, sources_of(message, examples))


def _need(entry: Entry | None, found: list[Finding]) -> str:
    if found:
        return _OF_CODE.get(found[0].code, "refused")
    return "machine" if entry is not None and entry.machine else "translated"


def _unit(
    message: Message,
    entry: Entry | None,
    need: str,
    found: list[Finding],
    sources: tuple[str, ...],
) -> Unit:
    forms = _fitted(entry.forms if entry else (), len(sources))
    notes = list(message.notes)
    if need == "refused":
        notes += [f"REFUSED: {finding.message}" for finding in found]
    if any(_UNSENDABLE.search(form) for form in forms):
        notes.append("The translation held characters that cannot be sent.")
        forms = ("",) * len(sources)
        need = "missing"
    state = State.FUZZY if need in {"stale", "refused"} else State(need)
    previous, earlier = _before(entry) if entry else ("", "")
    if need == "stale" and entry and not previous and entry.words != message.words:
        previous, earlier = entry.words, " | ".join(entry.forms)
    return Unit(
        key=message.key,
        sources=sources,
        forms=forms,
        plural=bool(message.other),
        state=state,
        notes=tuple(_UNSENDABLE.sub("\ufffd", note) for note in notes),
        original_mark=message.fingerprint,
        translation_mark=sent_mark(
            entry.forms if entry else (), fuzzy=state in {State.FUZZY, State.MISSING}
        ),
        count=message.count,
        previous=_UNSENDABLE.sub("\ufffd", previous),
        earlier=_UNSENDABLE.sub("\ufffd", earlier),
        origin=message.origin,
    )


def _fitted(forms: tuple[str, ...], count: int) -> tuple[str, ...]:
    return (*forms, *[""] * count)[:count]


def _before(entry: Entry) -> tuple[str, str]:
    """Say what the original was, and what its translation was."""
    kept = [
        line.removeprefix(EARLIER) for line in entry.comments if line.startswith(EARLIER)
    ]
    if kept:
        return entry.previous, " ".join(kept)
    if entry.fuzzy and entry.previous:
        return entry.previous, " | ".join(entry.forms)
    return entry.previous, ""

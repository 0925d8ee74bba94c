"""Leaflet to messages: what a translator is given, Text by Text.

The key is the Text's own and stays when the words change, so that an update joins on it.
The fingerprint covers the words and the values of the facts placed in them: when a figure
changes, every translation around it is stale, though its words are not touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leaflets import fingerprint
from leaflets.catalogs.phrases import phrases
from leaflets.content import marks
from leaflets.model.blocks import Block, Warning
from leaflets.model.evidence import Claim
from leaflets.model.facts import Fact, placed_in
from leaflets.model.leaflet import Leaflet
from leaflets.model.text import Text
from leaflets.model.walk import texts
from leaflets.origin import Origin

WARNING_NOTE = (
    "SAFETY: this tells the reader when to get help. Keep every sign and every 'not'."
)
CERTAINTY_NOTE = (
    "SAFETY: this says how sure we are. Keep the certainty word; make it no stronger "
    "and no weaker."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One run of words to translate, as gettext's msgctxt and msgid carry it."""

    key: str
    words: str
    other: str = ""
    """Plural words; empty where no number governs a noun."""

    count: str = ""
    """Name of the fact that selects the plural."""

    facts: tuple[Fact, ...] = ()
    """Facts placed in the words, and the one that selects the plural."""

    notes: tuple[str, ...] = ()
    """Lines for the translator."""

    origin: Origin
    fingerprint: str
    """Twelve hexadecimal digits over words, plural and facts."""


def messages_of(
    leaflet: Leaflet,
    facts: Mapping[str, Fact],
    claims: Mapping[str, Claim] | None = None,
) -> tuple[Message, ...]:
    """Gather the messages of a leaflet, its evidence and its short form, in order.

    *claims* add to the notes how certain a cited claim is; they change nothing else.
    """
    safety = _safety_notes(leaflet)
    found: dict[str, Message] = {}
    for text in texts(leaflet):
        if text.key not in found:
            remark = safety.get(text.key, "")
            found[text.key] = _message(text, facts, claims or {}, remark)
    return tuple(found.values())


def message_of(text: Text, facts: Mapping[str, Fact]) -> Message:
    """Make the message of one Text, without notes."""
    used = _facts_of(text, facts)
    return Message(
        key=text.key,
        words=text.words,
        other=text.other,
        count=text.count,
        facts=used,
        origin=text.origin,
        fingerprint=fingerprint_of(text.key, text.words, text.other, text.count, used),
    )


def phrase_messages() -> tuple[Message, ...]:
    """Gather the messages of the furniture, in the order of its file."""
    return tuple(
        Message(
            key=phrase.key,
            words=phrase.words,
            notes=(phrase.note,),
            origin=phrase.origin,
            fingerprint=fingerprint_of(phrase.key, phrase.words),
        )
        for phrase in phrases().values()
    )


def fingerprint_of(
    key: str, words: str, other: str = "", count: str = "", facts: tuple[Fact, ...] = ()
) -> str:
    """Digest what a translation depends on: twelve hexadecimal digits."""
    values = [(fact.name, fact.as_words()) for fact in facts]
    return fingerprint.of(key, words, other, count, values)[:12]


def _message(
    text: Text, facts: Mapping[str, Fact], claims: Mapping[str, Claim], remark: str
) -> Message:
    used = _facts_of(text, facts)
    return Message(
        key=text.key,
        words=text.words,
        other=text.other,
        count=text.count,
        facts=used,
        notes=tuple(_notes(text, used, facts, claims, remark)),
        origin=text.origin,
        fingerprint=fingerprint_of(text.key, text.words, text.other, text.count, used),
    )


def _facts_of(text: Text, facts: Mapping[str, Fact]) -> tuple[Fact, ...]:
    names = [name for name, _ in placed_in(f"{text.words} {text.other}")]
    if text.count:
        names.append(text.count)
    return tuple(facts[name] for name in dict.fromkeys(names) if name in facts)


def _notes(
    text: Text,
    used: tuple[Fact, ...],
    facts: Mapping[str, Fact],
    claims: Mapping[str, Claim],
    remark: str,
) -> Iterator[str]:
    if text.note:
        yield text.note
    if remark:
        yield remark
    for fact in used:
        yield f"{{{fact.name}}}: {fact.as_words()} – {fact.says}"
    if text.count:
        yield f"The plural follows {{{text.count}}}."
    for name in dict.fromkeys(marks.links(text.words)):
        what = f" – {facts[name].says}" if name in facts else ""
        yield f"[…]({name}): a link; translate the words in the square brackets{what}"
    for key in dict.fromkeys(marks.citations(text.words)):
        held = claims.get(key)
        how = f" – certainty of this claim: {held.certainty.value}" if held else ""
        yield f"[@{key}]: prints the number of a source; keep it behind its words{how}"


def _safety_notes(leaflet: Leaflet) -> dict[str, str]:
    """Remarks for the Texts where a lost word does harm, by key."""
    blocks: list[Block] = [b for section in leaflet.sections for b in section.blocks]
    blocks += leaflet.short.blocks
    remarks = {
        text.key: WARNING_NOTE
        for block in blocks
        if isinstance(block, Warning)
        for text in texts(block)
    }
    for claim in leaflet.evidence.certainty:
        remarks[claim.text.key] = CERTAINTY_NOTE
    return remarks

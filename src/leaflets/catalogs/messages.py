"""Leaflet to messages: what a translator is given, Text by Text.

The key is the Text's own and stays when the words change, so that an update joins on it.
The fingerprint covers the words and the values of the facts placed in them: when a figure
changes, every translation around it is stale, though its words are not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from leaflets import fingerprint
from leaflets.catalogs import places
from leaflets.catalogs.phrases import ORIGINAL, Phrase, phrases
from leaflets.catalogs.risks import risks_of
from leaflets.catalogs.terms import Terms
from leaflets.content import marks
from leaflets.model.evidence import Claim
from leaflets.model.facts import Fact, placed_in
from leaflets.model.leaflet import Leaflet
from leaflets.model.text import Text
from leaflets.model.walk import texts
from leaflets.model.wording import Wording
from leaflets.origin import Origin

WARNING_NOTE = (
    "SAFETY: this tells the reader when to get help. Keep every sign and every 'not'."
)
CERTAINTY_NOTE = (
    "SAFETY: this says how sure we are. Keep the certainty word; make it no stronger "
    "and no weaker."
)

_CERTAINTY = "certainty."
"""Start of the keys of the phrases that say how sure we are."""


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

    risks: frozenset[str] = frozenset()
    """What a mistake would put at risk: members of ``risks.RISKS``."""

    was: str = ""
    """Key that the Text had before its author renamed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known around a leaflet, for the notes and the risks of its messages."""

    facts: Mapping[str, Fact]
    claims: Mapping[str, Claim]
    wording: Wording | None = None
    """Words of the original's language; None where nobody wrote them down."""

    terms: Terms | None = None
    """Terms of the glossary; None where there is no glossary."""


def messages_of(
    leaflet: Leaflet,
    facts: Mapping[str, Fact],
    claims: Mapping[str, Claim] | None = None,
    *,
    wording: Wording | None = None,
    terms: Terms | None = None,
) -> tuple[Message, ...]:
    """Gather the messages of a leaflet, its evidence and its short form, in order.

    *claims* and *terms* add to the notes how certain a cited claim is and what a term
    means; *wording* tells the risks of the original's language. None of them changes
    words or fingerprints.
    """
    known = _Known(facts=facts, claims=claims or {}, wording=wording, terms=terms)
    where = places.places_of(leaflet)
    weighed = {claim.text.key for claim in leaflet.evidence.certainty}
    found: dict[str, Message] = {}
    for text in texts(leaflet):
        if text.key not in found:
            bare = message_of(text, facts)
            place = where.get(text.key, "")
            weighs = text.key in weighed
            warns = place.removeprefix("short.").startswith("warning.")
            remark = WARNING_NOTE if warns else CERTAINTY_NOTE if weighs else ""
            found[text.key] = replace(
                bare,
                notes=tuple(_notes(text, bare, known, place, remark)),
                risks=risks_of(
                    text.words,
                    text.other,
                    language=leaflet.original,
                    wording=wording,
                    warns=warns,
                    weighs=weighs,
                    counted=bool(text.count),
                ),
            )
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
        was=text.was,
    )


def phrase_messages(wording: Wording | None = None) -> tuple[Message, ...]:
    """Gather the messages of the furniture, in the order of its file.

    *wording* is what the project knows of the language that the furniture is written in.
    """
    return messages_of_phrases(phrases().values(), wording)


def messages_of_phrases(
    held: Iterable[Phrase], wording: Wording | None = None
) -> tuple[Message, ...]:
    """Make the messages of some phrases."""
    return tuple(
        Message(
            key=phrase.key,
            words=phrase.words,
            notes=(phrase.note,),
            origin=phrase.origin,
            fingerprint=fingerprint_of(phrase.key, phrase.words),
            risks=risks_of(
                phrase.words,
                language=ORIGINAL,
                wording=wording,
                weighs=phrase.key.startswith(_CERTAINTY),
            ),
        )
        for phrase in held
    )


def fingerprint_of(
    key: str, words: str, other: str = "", count: str = "", facts: tuple[Fact, ...] = ()
) -> str:
    """Digest what a translation depends on: twelve hexadecimal digits."""
    values = [(fact.name, fact.as_words()) for fact in facts]
    return fingerprint.of(key, words, other, count, values)[:12]


def _facts_of(text: Text, facts: Mapping[str, Fact]) -> tuple[Fact, ...]:
    names = [name for name, _ in placed_in(f"{text.words} {text.other}")]
    if text.count:
        names.append(text.count)
    return tuple(facts[name] for name in dict.fromkeys(names) if name in facts)


def _notes(
    text: Text, bare: Message, known: _Known, place: str, remark: str
) -> Iterator[str]:
    if text.note:
        yield " ".join(text.note.split())
    yield from places.lines(place, marks.without_marks(text.words))
    if remark:
        yield remark
    if known.terms is not None:
        yield from known.terms.lines(f"{text.words} {text.other}")
    for fact in bare.facts:
        yield f"{{{fact.name}}}: {fact.as_words()} – {fact.says}"
    if text.count:
        yield f"The plural follows {{{text.count}}}."
    for name in dict.fromkeys(marks.links(text.words)):
        what = f" – {known.facts[name].says}" if name in known.facts else ""
        yield f"[…]({name}): a link; translate the words in the square brackets{what}"
    for key in dict.fromkeys(marks.citations(text.words)):
        held = known.claims.get(key)
        how = f" – certainty of this claim: {held.certainty.value}" if held else ""
        yield f"[@{key}]: prints the number of a source; keep it behind its words{how}"

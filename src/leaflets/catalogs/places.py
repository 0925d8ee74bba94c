"""Where a Text stands on the page, and how much room it has there.

A translator sees one message at a time. What it is, a heading or a sign of danger, decides
how it is worded; and what stands in a box or a column has to fit there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from leaflets.model.blocks import Block
from leaflets.model.leaflet import Leaflet
from leaflets.model.walk import texts

_GROWTH = 1.3
"""What a short Text may become where the original fills its room already: 1.3 times, which
nine in ten translations of 50 letters keep (reference of expansion, short texts)."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a Text is on the page."""

    says: str
    """The line that the translator reads."""

    most: int = 0
    """Letters that fit, about; 0 where text may run on."""


PLACES: Mapping[str, Place] = MappingProxyType(
    {
        "title": Place("title of the leaflet: the first thing that the reader sees", 70),
        "subtitle": Place("line under the title", 90),
        "purpose": Place("first sentence: what the leaflet is for"),
        "heading": Place("heading of a section", 60),
        "list.lead": Place("leads to the points under it"),
        "list.items": Place("one point of a list"),
        "steps.lead": Place("leads to the steps under it"),
        "steps.items": Place("one step: something to do, in order"),
        "warning.title": Place("warning: heading of the box", 50),
        "warning.groups.lead": Place("warning: what to do, for the signs under it"),
        "warning.groups.items": Place("warning: a sign that the reader must act on", 120),
        "warning.after": Place("warning: last line of the box"),
        "key-points.items": Place("key point: one of the few things to take away", 180),
        "question.question": Place(
            "question that the reader asks, in the reader's words", 80
        ),
        "question.answer": Place("answer to the reader's question"),
        "table.caption": Place("heading of a table", 80),
        "table.header": Place("head of a column", 30),
        "table.rows": Place("cell of a table"),
        "options.caption": Place("heading of a grid of choices", 80),
        "options.options.name": Place("name of a choice, in a narrow column", 50),
        "options.options.whom": Place("for whom a choice was studied, in a table cell", 90),
        "options.options.what": Place("what happened with this choice, in a table cell"),
        "options.options.harms": Place("what harm this choice may do, in a table cell"),
        "icons.caption": Place("says what a picture of a proportion shows", 100),
        "icons.filled": Place("says what a filled figure of the picture stands for", 50),
        "icons.empty": Place("says what an empty figure of the picture stands for", 50),
        "bars.caption": Place("heading of a picture of bars", 120),
        "bars.bars.label": Place("label beside a bar", 50),
        "term.term": Place("word that is explained", 45),
        "term.meaning": Place("explains a word, in plain words"),
        "ask.lead": Place("leads to questions that the reader may ask", 80),
        "ask.items": Place("question for the reader to ask, in the reader's words", 90),
        "evidence": Place("section on evidence: says how sure we are of a claim"),
        "evidence.unknowns": Place("section on evidence: something that nobody knows"),
        "evidence.limits": Place("section on evidence: whom this may not fit"),
        "evidence.method": Place("section on evidence: how its certainty was judged"),
        "evidence.who": Place("section on evidence: who wrote the leaflet"),
        "evidence.funding": Place("section on evidence: who paid"),
        "evidence.conflicts": Place("section on evidence: interests of the writers"),
        "evidence.updating": Place("section on evidence: when it is looked at again"),
        "short.unknowns": Place("short form, section on evidence: what nobody knows", 110),
        "short.limits": Place(
            "short form, section on evidence: whom this may not fit", 120
        ),
    }
)
"""Every place that has something to say, by kind of block and field."""

_SHORT = "short form, for folded paper"
_NUMBER = re.compile(r"\.\d+(?=\.|\Z)")


def places_of(leaflet: Leaflet) -> dict[str, str]:
    """Name the place of every Text of a leaflet, by its key.

    A place is one of ``PLACES``, behind ``short.`` in the short form; a paragraph has none.
    """
    found = {leaflet.title.key: "title", leaflet.purpose.key: "purpose"}
    if leaflet.subtitle is not None:
        found[leaflet.subtitle.key] = "subtitle"
    for section in leaflet.sections:
        found[section.heading.key] = "heading"
        for block in section.blocks:
            found.update(_of_block(block, ""))
    for block in leaflet.short.blocks:
        found.update(_of_block(block, "short."))
    for claim in leaflet.evidence.certainty:
        found[claim.text.key] = "evidence"
    for text in (*texts(leaflet.evidence), *texts(leaflet.short)):
        if text.key not in found:
            found[text.key] = _NUMBER.sub("", text.key.removeprefix(f"{leaflet.slug}."))
    return found


def lines(place: str, words: str) -> Iterator[str]:
    """Say to a translator where some words stand and how long they may become."""
    held = PLACES.get(place) or PLACES.get(place.removeprefix("short."))
    short = place.startswith("short.") and place not in PLACES
    if held is None:
        if short:
            yield f"stands in the {_SHORT}: no longer than the original, if you can"
        return
    yield f"{held.says} ({_SHORT})" if short else held.says
    if held.most:
        room = max(held.most, round(len(words) * _GROWTH / 10) * 10)
        yield f"length: at most about {room} characters"


def _of_block(block: Block, form: str) -> Iterator[tuple[str, str]]:
    for text in texts(block):
        # The key ends in the block's own name and the field: …<id>.groups.1.lead
        field = text.key.rpartition(f".{block.id}.")[2]
        yield text.key, f"{form}{block.kind}{_NUMBER.sub('', f'.{field}')}"

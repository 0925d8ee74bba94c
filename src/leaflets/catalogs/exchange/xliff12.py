"""XLIFF 1.2 (OASIS, 1 February 2008), which nearly every tool reads.

What is missing has no ``target``, so that a tool which writes one and knows no states says
nothing by it. A message is a ``trans-unit`` whose id is its key; a plural one is a group, with a unit
for each form. Codes are ``ph`` elements that hold their own text, so that a tool which
knows nothing of us protects them and one that drops its marking still keeps the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

import leaflets
from leaflets.catalogs.exchange import inline, markup, xmlfile
from leaflets.catalogs.exchange.inline import Piece
from leaflets.catalogs.exchange.packet import (
    Packet,
    State,
    Unit,
    form_id,
    gathered,
    key_and_form,
)
from leaflets.catalogs.exchange.told import foreign, skipped
from leaflets.findings import Finding
from leaflets.origin import Origin

SUFFIX = ".xlf"
NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PREFIX = "x-leaflets-"

_STATES = {
    State.FUZZY: {"state": "needs-review-translation"},
    State.MACHINE: {
        "state": "needs-review-translation",
        "state-qualifier": "leveraged-mt",
    },
    State.TRANSLATED: {"state": "translated"},
    State.UNSAID: {},
}
_WE = "developer"
"""Whom our notes are from: Weblate and Poedit show those of a developer to translators."""

_DONE = frozenset({"translated", "signed-off", "final"})
_MACHINES = frozenset({"leveraged-mt", "mt-suggestion"})


def write(packet: Packet) -> bytes:
    """Say a packet as XLIFF 1.2, valid by the strict schema."""
    root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap={None: NAMESPACE}, version="1.2")
    file = _add(
        root,
        "file",
        original=packet.domain,
        datatype="plaintext",
        **{
            "source-language": packet.original,
            "target-language": packet.locale,
            f"{_XML}space": "preserve",
        },
    )
    header = _add(file, "header")
    _add(
        header,
        "tool",
        **{
            "tool-id": "leaflets",
            "tool-name": "leaflets",
            "tool-version": leaflets.__version__,
        },
    )
    body = _add(file, "body")
    for unit in packet.units:
        if not unit.plural:
            _unit(body, unit, 0, unit.key)
            continue
        group = _add(
            body,
            "group",
            id=unit.key,
            resname=unit.key,
            restype="x-gettext-plurals",
        )
        for index in range(len(unit.sources)):
            shown = packet.examples[index] if index < len(packet.examples) else ()
            _unit(group, unit, index, form_id(unit.key, index), shown)
    return xmlfile.written(root)


def read(data: bytes, shown: str) -> tuple[Packet | None, tuple[Finding, ...]]:
    """Read XLIFF 1.2 (or 1.0, 1.1) as a tool leaves it; None where that cannot be."""
    root, findings = xmlfile.read(data, shown)
    if root is None:
        return None, findings
    files = [element for element in root.iter() if xmlfile.name(element) == "file"]
    if len(files) != 1:
        what = f"holds {len(files)} files, and one is taken in at a time"
        return None, (foreign(Origin(shown), what),)
    file = files[0]
    told: list[Finding] = []
    packet = Packet(
        domain=file.get("original", ""),
        original=file.get("source-language", ""),
        locale=file.get("target-language", ""),
        units=gathered(_units(file, shown, told)),
    )
    return packet, tuple(told)


def _unit(
    parent: Any, unit: Unit, index: int, name: str, examples: tuple[int, ...] = ()
) -> None:
    form = unit.forms[index] if index < len(unit.forms) else ""
    state = unit.state if form.strip() else State.MISSING
    element = _add(parent, "trans-unit", id=name, resname=name)
    if state in {State.FUZZY, State.MACHINE}:
        element.set("approved", "no")
    sent = inline.pieces(unit.sources[index])
    markup.fill(_add(element, "source"), sent, _code)
    if form:
        target = _add(element, "target", **_STATES[state])
        markup.fill(target, inline.alike(form, sent), _code)
    marks = _add(element, "context-group", purpose="x-leaflets")
    for kind, mark in (
        ("original", unit.original_mark),
        ("translation", unit.translation_mark),
    ):
        context = _add(marks, "context", **{"context-type": f"{_PREFIX}{kind}"})
        context.text = mark
    for note in _notes(unit, examples):
        _add(element, "note", **{"from": _WE}).text = note
    if unit.earlier:
        old = _add(element, "alt-trans", alttranstype="previous-version")
        _add(old, "source").text = unit.previous
        _add(old, "target").text = unit.earlier


def _notes(unit: Unit, examples: tuple[int, ...]) -> Iterator[str]:
    if examples:
        yield f"This form is for numbers such as {', '.join(map(str, examples))}."
    yield from unit.notes
    if unit.previous:
        yield f"The original was: {unit.previous}"


def _code(parent: Any, piece: Piece) -> Any:
    code = _add(parent, "ph", id=str(piece.number), ctype=f"x-{piece.kind}")
    code.text = piece.text
    return code


def _units(file: Any, shown: str, told: list[Finding]) -> Iterator[Unit]:
    for element in file.iter():
        if xmlfile.name(element) != "trans-unit":
            continue
        origin = Origin(shown, element.sourceline or 0)
        # A tool may number its units anew; the name is what it shows and keeps.
        name = element.get("id") or element.get("resname") or ""
        if element.get("resname") and _named(element):
            name = element.get("resname")
        sources = [child for child in element if xmlfile.name(child) == "source"]
        targets = [child for child in element if xmlfile.name(child) == "target"]
        if not name or len(sources) != 1 or len(targets) > 1:
            what = "a unit without an id, or not with one source and one target at most"
            told.append(skipped(origin, what))
            continue
        codes = markup.codes_of(sources[0])
        if any(markup.has_tracked(target) for target in targets):
            what = f"{name!r} has changes that nobody has accepted or taken back"
            told.append(skipped(origin, what))
            continue
        words = [markup.words_of(target, codes) for target in targets]
        yield Unit(
            key=name,
            sources=(markup.words_of(sources[0], codes),),
            forms=("".join(words),),
            state=State.MISSING if _in_part(element, targets) else _state(element, targets),
            original_mark=_mark(element, "original"),
            translation_mark=_mark(element, "translation"),
            remarks=tuple(_remarks(element)),
            origin=origin,
        )


def _remarks(element: Any) -> Iterator[str]:
    """Say what others than we wrote beside a unit."""
    for child in element:
        if xmlfile.name(child) == "note" and child.get("from") != _WE:
            yield "".join(child.itertext()).strip()


def _named(element: Any) -> bool:
    """Say whether the unit's name looks like a key more than its id does."""
    key, _ = key_and_form(element.get("id", ""))
    return "." not in key and "." in element.get("resname", "")


def _in_part(element: Any, targets: list[Any]) -> bool:
    """Say whether a tool cut a text into segments, and one of them is not translated."""
    cuts = [child for child in element if xmlfile.name(child) == "seg-source"]
    wanted = markup.segments_of(cuts[0]) if cuts else {}
    found = markup.segments_of(targets[0]) if targets else {}
    return bool(found) and any(
        words and not found.get(segment) for segment, words in wanted.items()
    )


def _state(element: Any, targets: list[Any]) -> State:
    if not targets:
        return State.MISSING
    state = targets[0].get("state", "")
    if state in _DONE:
        return State.TRANSLATED
    if state:
        machine = targets[0].get("state-qualifier") in _MACHINES
        return State.MACHINE if machine else State.FUZZY
    said = {"no": State.FUZZY, "yes": State.TRANSLATED}
    return said.get(element.get("approved", ""), State.UNSAID)


def _mark(element: Any, kind: str) -> str:
    for context in element.iter(f"{{{NAMESPACE}}}context", "context"):
        if context.get("context-type") == f"{_PREFIX}{kind}":
            return (context.text or "").strip()
    return ""


def _add(parent: Any, tag: str, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)

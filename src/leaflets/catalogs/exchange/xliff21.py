"""XLIFF 2.1 (OASIS, 13 February 2018; ISO 21720).

A message is a unit whose id is its key (a key is an NMTOKEN for that); a plural one is a
group, with a unit for each form. Codes are ``ph`` elements that may be moved, neither
deleted nor copied; what they stand for is in ``originalData``. Marks travel in the
metadata module, notes in the unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from leaflets.catalogs.exchange import inline, markup, xmlfile
from leaflets.catalogs.exchange.inline import Piece
from leaflets.catalogs.exchange.packet import (
    Packet,
    State,
    Unit,
    form_id,
    gathered,
    least,
)
from leaflets.catalogs.exchange.told import foreign, skipped
from leaflets.findings import Finding
from leaflets.origin import Origin

SUFFIX = ".xlf"
NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_TYPES = {"strong": ("fmt", "xlf:b"), "emphasis": ("fmt", "xlf:i"), "link": ("link", "")}
_STATES = {
    State.MISSING: ("initial", ""),
    State.FUZZY: ("initial", "leaflets:fuzzy"),
    State.MACHINE: ("initial", "leaflets:machine"),
    State.TRANSLATED: ("translated", ""),
}

_OURS = frozenset({"form", "note", "previous-original", "previous-translation"})
"""Categories of the notes that we write."""


def write(packet: Packet) -> bytes:
    """Say a packet as XLIFF 2.1, valid by the schemas of core and metadata."""
    root = etree.Element(
        f"{{{NAMESPACE}}}xliff",
        {"version": "2.1", "srcLang": packet.original, "trgLang": packet.locale},
        nsmap={None: NAMESPACE, "mda": METADATA},
    )
    file = _add(root, "file", id="leaflet", original=packet.domain)
    file.set(f"{_XML}space", "preserve")
    if packet.rtl:
        file.set("trgDir", "rtl")
    for unit in packet.units:
        if not unit.plural:
            _unit(file, unit, 0, unit.key)
            continue
        group = _add(file, "group", id=unit.key, name=unit.key, type="leaflets:plural")
        for index in range(len(unit.sources)):
            shown = packet.examples[index] if index < len(packet.examples) else ()
            _unit(group, unit, index, form_id(unit.key, index), shown)
    return xmlfile.written(root)


def read(data: bytes, shown: str) -> tuple[Packet | None, tuple[Finding, ...]]:
    """Read XLIFF 2.0 or 2.1 as a tool leaves it; None where that cannot be."""
    root, findings = xmlfile.read(data, shown)
    if root is None:
        return None, findings
    files = [child for child in root if xmlfile.name(child) == "file"]
    if len(files) != 1:
        what = f"holds {len(files)} files, and one is taken in at a time"
        return None, (foreign(Origin(shown), what),)
    told: list[Finding] = []
    packet = Packet(
        domain=files[0].get("original", ""),
        original=root.get("srcLang", ""),
        locale=root.get("trgLang", ""),
        units=gathered(_units(files[0], shown, told)),
    )
    return packet, tuple(told)


def _unit(
    parent: Any, unit: Unit, index: int, name: str, examples: tuple[int, ...] = ()
) -> None:
    form = unit.forms[index] if index < len(unit.forms) else ""
    state = unit.state if form.strip() else State.MISSING
    sent = inline.pieces(unit.sources[index])
    back = inline.alike(form, sent)
    element = _add(parent, "unit", id=name, name=name, translate="yes")
    _marks(element, unit)
    notes = list(_notes(unit, examples))
    if notes:
        held = _add(element, "notes")
        for category, words in notes:
            _add(held, "note", category=category).text = words
    codes = {piece.text: "" for piece in (*sent, *back) if piece.kind}
    if codes:
        data = _add(element, "originalData")
        for number, text in enumerate(codes, 1):
            codes[text] = f"d{number}"
            _add(data, "data", id=codes[text]).text = text
    free = f"{{{unit.count}}}" if unit.count and len(examples) == 1 else ""

    def code(into: Any, piece: Piece) -> Any:
        kind, finer = _TYPES.get(piece.kind, ("other", f"leaflets:{piece.kind}"))
        made = _add(
            into,
            "ph",
            id=str(piece.number),
            dataRef=codes[piece.text],
            type=kind,
            disp=piece.text,
            equiv=piece.text,
            canCopy="no",
            canDelete="yes" if piece.text == free else "no",
        )
        if finer:
            made.set("subType", finer)
        return made

    segment = _add(element, "segment")
    said, finer = _STATES.get(state, ("", ""))
    if said:
        segment.set("state", said)
    if finer:
        segment.set("subState", finer)
    markup.fill(_add(segment, "source"), sent, code)
    if form:
        markup.fill(_add(segment, "target"), back, code)


def _marks(element: Any, unit: Unit) -> None:
    held = etree.SubElement(element, f"{{{METADATA}}}metadata")
    group = etree.SubElement(held, f"{{{METADATA}}}metaGroup", category="leaflets")
    for kind, mark in (
        ("original", unit.original_mark),
        ("translation", unit.translation_mark),
    ):
        etree.SubElement(group, f"{{{METADATA}}}meta", type=kind).text = mark


def _notes(unit: Unit, examples: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    if examples:
        shown = ", ".join(map(str, examples))
        yield "form", f"This form is for numbers such as {shown}."
    for note in unit.notes:
        yield "note", note
    if unit.previous:
        yield "previous-original", unit.previous
    if unit.earlier:
        yield "previous-translation", unit.earlier


def _units(file: Any, shown: str, told: list[Finding]) -> Iterator[Unit]:
    for element in file.iter():
        if xmlfile.name(element) != "unit":
            continue
        origin = Origin(shown, element.sourceline or 0)
        name = element.get("id", "")
        if "." not in name and "." in element.get("name", ""):
            name = element.get("name")
        runs = [c for c in element if xmlfile.name(c) in {"segment", "ignorable"}]
        if not name or not any(_child(run, "source") is not None for run in runs):
            told.append(skipped(origin, "a unit without an id or a source"))
            continue
        codes = _codes(element, runs)
        yield Unit(
            key=name,
            sources=("".join(_words(run, "source", codes) for run in runs),),
            forms=(_target(runs, codes),),
            state=least(_state(r) for r in runs if xmlfile.name(r) == "segment"),
            original_mark=_mark(element, "original"),
            translation_mark=_mark(element, "translation"),
            remarks=tuple(_remarks(element)),
            origin=origin,
        )


def _remarks(unit: Any) -> Iterator[str]:
    """Say what others than we wrote beside a unit."""
    notes = _child(unit, "notes")
    for note in notes if notes is not None else ():
        if note.get("category") not in _OURS:
            yield "".join(note.itertext()).strip()


def _codes(unit: Any, runs: list[Any]) -> dict[str, str]:
    """Say what codes stand for: by the id of their data, and by their own."""
    found = {
        data.get("id", ""): "".join(data.itertext())
        for data in unit.iter()
        if xmlfile.name(data) == "data"
    }
    for run in runs:
        source = _child(run, "source")
        for code in source.iter() if source is not None else ():
            if isinstance(code.tag, str) and code.get("dataRef") in found:
                found.setdefault(code.get("id", ""), found[code.get("dataRef")])
    return found


def _target(runs: list[Any], codes: dict[str, str]) -> str:
    """Join the parts of a translation in its own order; '' where none is translated.

    What lies between segments and has no words of its own is the original's blank.
    """
    said = [(run, _child(run, "target")) for run in runs]
    if all(target is None for _, target in said):
        return ""
    words: list[tuple[int, str]] = []
    for place, (run, target) in enumerate(said, 1):
        order = (target.get("order") or "") if target is not None else ""
        at = int(order) if order.isascii() and order.isdigit() and len(order) < 6 else place
        kind = "source" if target is None and xmlfile.name(run) == "ignorable" else "target"
        words.append((at, _words(run, kind, codes)))
    return "".join(text for _, text in sorted(words, key=lambda pair: pair[0]))


def _state(segment: Any) -> State:
    """Say how far a segment is; one without words is not translated, whatever it says."""
    target = _child(segment, "target")
    if target is None or not (len(target) or (target.text or "").strip()):
        source = _child(segment, "source")
        blank = source is not None and not "".join(source.itertext()).strip()
        return State.TRANSLATED if blank and not len(source) else State.MISSING
    state = segment.get("state")
    if state is None:
        return State.UNSAID
    if state != "initial":
        return State.TRANSLATED
    machine = segment.get("subState") == "leaflets:machine"
    return State.MACHINE if machine else State.FUZZY


def _words(run: Any, kind: str, codes: dict[str, str]) -> str:
    element = _child(run, kind)
    return "" if element is None else markup.words_of(element, codes)


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if xmlfile.name(child) == name), None)


def _mark(unit: Any, kind: str) -> str:
    for meta in unit.iter(f"{{{METADATA}}}meta"):
        if meta.get("type") == kind and meta.getparent().get("category") == "leaflets":
            return (meta.text or "").strip()
    return ""


def _add(parent: Any, tag: str, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)

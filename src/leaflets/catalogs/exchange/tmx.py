"""TMX 1.4 (LISA OSCAR, 2005): what is translated already, for a translation memory.

A unit is named by its key, so that a memory which keeps names offers the very Text first.
Only what is finished goes out: whoever fills a memory with drafts gets them back as
matches.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
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
)
from leaflets.catalogs.exchange.told import skipped
from leaflets.findings import Finding
from leaflets.origin import Origin

SUFFIX = ".tmx"
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FINISHED = frozenset({State.TRANSLATED, State.MACHINE, State.UNSAID})


def write(packet: Packet) -> bytes:
    """Say the finished messages of a packet as TMX 1.4, valid by its DTD."""
    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(
        root,
        "header",
        {
            "creationtool": "leaflets",
            "creationtoolversion": leaflets.__version__,
            "segtype": "block",
            "o-tmf": "leaflets",
            "adminlang": "en",
            "srclang": packet.original,
            "datatype": "plaintext",
        },
    )
    _prop(header, "leaflet", packet.domain)
    _prop(header, "locale", packet.locale)
    body = etree.SubElement(root, "body")
    for unit in finished(packet).units:
        for index, (source, form) in enumerate(zip(unit.sources, unit.forms, strict=True)):
            name = form_id(unit.key, index) if unit.plural else unit.key
            tu = etree.SubElement(body, "tu", tuid=name)
            _prop(tu, "context", unit.key)
            _prop(tu, "state", unit.state.value)
            _prop(tu, "original", unit.original_mark)
            _prop(tu, "translation", unit.translation_mark)
            sent = inline.pieces(source)
            _seg(tu, packet.original, sent)
            _seg(tu, packet.locale, inline.alike(form, sent))
    return xmlfile.written(root, _DOCTYPE)


def finished(packet: Packet) -> Packet:
    """Keep what a memory may offer: neither missing, nor fuzzy, nor stale, nor refused."""
    return replace(
        packet,
        units=tuple(
            unit
            for unit in packet.units
            if unit.state in _FINISHED and all(form.strip() for form in unit.forms)
        ),
    )


def read(data: bytes, shown: str) -> tuple[Packet | None, tuple[Finding, ...]]:
    """Read TMX 1.1 to 1.4; None where that cannot be."""
    root, findings = xmlfile.read(data, shown)
    if root is None:
        return None, findings
    header = root.find("header")
    held = {} if header is None else _props(header)
    original = "" if header is None else header.get("srclang", "")
    locale = held.get("locale") or _only_language(root, original)
    told: list[Finding] = []
    packet = Packet(
        domain=held.get("leaflet", ""),
        original=original,
        locale=locale,
        units=gathered(_units(root, shown, original, locale, told)),
    )
    return packet, tuple(told)


def _units(
    root: Any, shown: str, original: str, locale: str, told: list[Finding]
) -> Iterator[Unit]:
    for tu in root.iter("tu"):
        origin = Origin(shown, tu.sourceline or 0)
        held = _props(tu)
        name = tu.get("tuid") or held.get("context") or ""
        said = {
            _language(tuv): seg
            for tuv in tu.findall("tuv")
            if (seg := tuv.find("seg")) is not None
        }
        tongues = Counter(_language(tuv) for tuv in tu.findall("tuv"))
        if any(tongues[tag.lower()] > 1 for tag in (original, locale)):
            told.append(skipped(origin, f"{name!r} says the same language twice"))
            continue
        if not name or original.lower() not in said or locale.lower() not in said:
            told.append(skipped(origin, "a unit without a name or without both languages"))
            continue
        state = held.get("state", "")
        yield Unit(
            key=name,
            sources=(markup.words_of(said[original.lower()], {}),),
            forms=(markup.words_of(said[locale.lower()], {}),),
            state=State(state) if state in set(State) else State.UNSAID,
            original_mark=held.get("original", ""),
            translation_mark=held.get("translation", ""),
            origin=origin,
        )


def _only_language(root: Any, original: str) -> str:
    """Name the one language beside the original; '' where there are more."""
    found = {
        tuv.get(_LANG) or tuv.get("lang") or ""
        for tuv in root.iter("tuv")
        if _language(tuv) != original.lower()
    }
    return found.pop() if len(found) == 1 else ""


def _language(tuv: Any) -> str:
    return (tuv.get(_LANG) or tuv.get("lang") or "").lower()


def _seg(tu: Any, language: str, pieces: tuple[Piece, ...]) -> None:
    tuv = etree.SubElement(tu, "tuv", {_LANG: language})
    markup.fill(etree.SubElement(tuv, "seg"), pieces, _code)


def _code(parent: Any, piece: Piece) -> Any:
    code = etree.SubElement(parent, "ph", x=str(piece.number), type=piece.kind)
    code.text = piece.text
    return code


def _prop(parent: Any, kind: str, words: str) -> None:
    etree.SubElement(parent, "prop", type=f"x-{kind}").text = words


def _props(element: Any) -> dict[str, str]:
    return {
        prop.get("type", "").removeprefix("x-"): (prop.text or "").strip()
        for prop in element.findall("prop")
    }

"""Whether an imprint is harmless: its logo, its numbers."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from leaflets.checks.base import check
from leaflets.checks.said import Said
from leaflets.content.library import Library
from leaflets.model.facts import FactKind
from leaflets.model.imprint import Imprint
from leaflets.pdf.pictures import picture_problem

MAX_LOGO = 512 * 1024
"""Largest logo, in bytes."""

EMERGENCY = frozenset(
    {"999", "112", "911", "111", "000", "110", "119", "101", "102", "103"}
)
"""Numbers that a leaflet gives from its own facts, never from a clinic's file."""

SHORTEST_NUMBER = 6
"""Digits of the shortest telephone number of a clinic; shorter ones are emergency and
advice numbers somewhere (15, 061, 1122), or half a number."""

_DRAMA = re.compile(
    r"(\+44 ?|0)(20 ?7946 ?0|113 ?496 ?0|114 ?496 ?0|115 ?496 ?0|116 ?496 ?0|117 ?496 ?0|"
    r"118 ?496 ?0|121 ?496 ?0|131 ?496 ?0|141 ?496 ?0|151 ?496 ?0|161 ?496 ?0|191 ?498 ?0|"
    r"1632 ?960 ?|7700 ?900 ?|800 ?157 ?0|8081 ?570 ?|909 ?8790 ?|3069 ?990 ?)\d{3}\Z"
)
"""Ranges that Ofcom keeps free for drama."""

_INVENTED = re.compile(r"(^|\.)example(\.(org|com|net))?\Z")
"""Hosts that RFC 2606 keeps free for examples."""

_HIDDEN = frozenset(("Cc", "Cf", "Co", "Cs", "Cn"))
"""Unicode's categories of characters that are not seen, and of those that are none."""

_ACTIVE = ("script", "foreignobject", "iframe", "image", "animate", "set", "handler", "a")
_ADDRESS = re.compile(r"url\(\s*['\"]?(?!#)|@import|https?:|data:|file:", re.IGNORECASE)


@check("C501")
def logos_are_inside(library: Library) -> Iterator[Said]:
    """A logo is a file of the project, small, and a picture."""
    for imprint in library.imprints.values():
        if imprint.logo:
            problem = logo_problem(library.project.root, imprint)
            if problem:
                yield imprint.origin, f"logo {imprint.logo!r} {problem}"


def logo_problem(root: Path, imprint: Imprint) -> str:
    """Say what is wrong with an imprint's logo; empty if nothing is."""
    path = root / imprint.logo
    try:
        real = path.resolve()
        if not real.is_relative_to(root.resolve() / "content"):
            return "is outside the project's content"
        if not real.is_file():
            return "does not exist"
        if real.stat().st_size > MAX_LOGO:
            return f"is larger than {MAX_LOGO} bytes"
        data = real.read_bytes()
    except (OSError, ValueError) as error:
        return f"cannot be read ({type(error).__name__})"
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return picture_problem(data)
    return _svg_problem(data)


def _svg_problem(data: bytes) -> str:
    if b"\0" in data:
        return "is no UTF-8"  # UTF-16 would hide from the next line what it looks for
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<?xml-stylesheet" in data:
        return "declares a document type, an entity or a style sheet"
    try:
        # Entities were refused above, and expat limits what is left.
        root = ET.fromstring(data)  # noqa: S314
    except (ET.ParseError, ValueError):
        return "is neither PNG, JPEG nor well-formed SVG"
    if _local(root.tag) != "svg":
        return "is XML but no SVG"
    for element in root.iter():
        name = _local(element.tag)
        if name in _ACTIVE:
            return f"holds the element '{name}', which can do more than draw"
        if name == "style" and _ADDRESS.search(element.text or ""):
            return "names a file or a host in a style"
        for key, value in element.attrib.items():
            attribute = _local(key)
            if attribute.startswith("on"):
                return f"holds the script attribute '{attribute}'"
            if attribute == "href" and not value.startswith("#"):
                return "names a file or a host"
            if _ADDRESS.search(value) and not key.startswith("xmlns"):
                return "names a file or a host"
    return ""


def _local(name: object) -> str:
    return str(name).rpartition("}")[2].lower()


@check("C502")
def no_emergency_numbers(library: Library) -> Iterator[Said]:
    """An imprint gives no emergency number: that is the leaflet's to say."""
    for imprint in library.imprints.values():
        for contact in imprint.contacts:
            if contact.fact.kind is not FactKind.PHONE:
                continue
            number = contact.fact.value
            digits = sum(map(str.isdigit, number))
            if digits < SHORTEST_NUMBER:
                yield contact.fact.origin, f"{number!r} is an emergency or advice number"
        numbers = set(re.findall(r"\d+", imprint.name)) & EMERGENCY
        for number in sorted(numbers):
            yield imprint.origin, f"name holds {number!r}, an emergency or advice number"


@check("C504")
def imprints_are_plain_words(library: Library) -> Iterator[Said]:
    """Name, address and description of an imprint are words that can be printed."""
    for imprint in library.imprints.values():
        for words in (imprint.name, *imprint.address, imprint.logo_alt):
            hidden = [c for c in words if unicodedata.category(c) in _HIDDEN]
            if hidden:
                name = unicodedata.name(hidden[0], f"U+{ord(hidden[0]):04X}")
                yield imprint.origin, f"hidden character {name} in {words!r}", "delete it"
            elif set(words) & set("{}"):
                yield imprint.origin, f"a brace in {words!r}, which would be printed"


@check("C503")
def demonstrations_call_nobody(library: Library) -> Iterator[Said]:
    """An invented clinic has numbers that nobody answers (Ofcom, numbers for drama)."""
    for imprint in library.imprints.values():
        if not imprint.demonstration:
            continue
        for contact in imprint.contacts:
            value = contact.fact.value
            if contact.role in ("email", "web"):
                host = value.rpartition("@")[2].partition("/")[0]
                invented = _INVENTED.search(host) is not None
            else:
                invented = _DRAMA.match(value) is not None
            if not invented:
                yield contact.fact.origin, f"{value!r} may belong to somebody"
        page = imprint.leaflets
        if page is not None and not _INVENTED.search(page.value.partition("/")[0]):
            yield page.origin, f"{page.value!r} may belong to somebody"

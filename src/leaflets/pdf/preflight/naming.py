"""Which edition a file is of: what was ordered, and what it says of itself.

An edition code is letters, digits and hyphens; its last group has eight characters and
no I, O, 0 or 1, which are taken for each other.
"""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import unescape

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.preflight.base import Case
from leaflets.pdf.preflight.opening import UNREADABLE, stream_bytes

CODE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*-[A-HJ-NP-Z2-9]{8}\Z")
"""What is taken for an edition code in a file of which nothing else is known."""

_NAMED = re.compile(r"\.([A-HJ-NP-Z2-9]{8})(?:\.draft)?\.pdf\Z")
_ELEMENT = re.compile(r"<dc:identifier>([^<]{1,300})</dc:identifier>")
_ATTRIBUTE = re.compile(r"\sdc:identifier=[\"']([^\"'<]{1,300})[\"']")
_KEPT = 1 << 20
"""Characters of a packet that are looked through."""


def expected(case: Case) -> str:
    """Give the edition code that the file is held to; empty if it names none."""
    if case.ordered.edition_code:
        return case.ordered.edition_code
    named = in_packet(case)
    return named if CODE.match(named) else ""


def in_packet(case: Case) -> str:
    """Give the ``dc:identifier`` of the file's packet; empty if there is none."""
    found: str | None = case.shared.get("identifier")
    if found is None:
        words = _packet(case.pdf)[:_KEPT]
        match = _ELEMENT.search(words) or _ATTRIBUTE.search(words)
        found = unescape(match[1]).strip() if match else ""
        case.shared["identifier"] = found
    return found


def information(case: Case) -> tuple[str, ...]:
    """Give subject and keywords of the information dictionary, each by itself."""
    try:
        info = case.pdf.trailer.get("/Info")
        if not isinstance(info, pikepdf.Dictionary):
            return ()
        given = [info.get(key) for key in ("/Subject", "/Keywords")]
        words = [str(each) for each in given if isinstance(each, pikepdf.String)]
    except UNREADABLE:
        return ()
    return tuple(part.strip() for each in words for part in (each, *each.split(",")))


def in_name(name: str) -> str:
    """Give the last group of an edition code from the name of a file; empty if none."""
    match = _NAMED.search(name)
    return match[1] if match else ""


def _packet(pdf: Any) -> str:
    try:
        stream = pdf.Root.get("/Metadata")
        if not isinstance(stream, pikepdf.Stream):
            return ""
        return stream_bytes(stream).decode("utf-8", "replace")
    except (*UNREADABLE, RenderError):
        return ""

"""What a file says that it is: its XMP metadata, Info dictionary and output intents."""

from __future__ import annotations

import re
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.preflight import xmpread
from leaflets.pdf.preflight.opening import UNREADABLE, stream_bytes

_XMP = 4 << 20


def packet(pdf: pikepdf.Pdf) -> Any:
    """Give the metadata stream of a file; None if there is none."""
    found = pdf.Root.get("/Metadata")
    return found if isinstance(found, pikepdf.Stream) else None


def properties(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Read the XMP properties of a file as text, by names such as ``dc:title``.

    Empty where there is no metadata. Raises RenderError for what is no XMP.
    """
    stream = packet(pdf)
    if stream is None:
        return {}
    return xmpread.properties(stream_bytes(stream, _XMP))


def info(pdf: pikepdf.Pdf) -> Any:
    """Give the Info dictionary; an empty one if there is none."""
    found = pdf.trailer.get("/Info")
    return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()


def claimed(pdf: pikepdf.Pdf) -> str:
    """Name the PDF/X standard that a file claims; empty if it claims none.

    XMP says it since PDF/X-4 (ISO 15930-7), the Info dictionary before.
    """
    if said := in_packet(pdf):
        return said
    old = info(pdf)
    for key in ("/GTS_PDFXConformance", "/GTS_PDFXVersion"):
        if isinstance(old.get(key), pikepdf.String):
            return str(old[key])
    return ""


def in_packet(pdf: pikepdf.Pdf) -> str:
    """Name the PDF/X standard that the XMP metadata claims; empty if none."""
    try:
        return properties(pdf).get("pdfxid:GTS_PDFXVersion", "")
    except RenderError:
        return ""


def intents(pdf: pikepdf.Pdf) -> list[Any]:
    """Give the output intents for PDF/X."""
    listed = pdf.Root.get("/OutputIntents")
    if not isinstance(listed, pikepdf.Array):
        return []
    return [
        intent
        for intent in listed
        if isinstance(intent, pikepdf.Dictionary) and intent.get("/S") == "/GTS_PDFX"
    ]


def intent_name(pdf: pikepdf.Pdf) -> str:
    """Name the printing condition that a file is made for; empty if it names none."""
    for intent in intents(pdf):
        return " ".join(str(intent.get("/OutputConditionIdentifier", "")).split())
    return ""


def profile(intent: Any) -> bytes:
    """Read the profile of an output intent; empty if there is none that can be read."""
    stream = intent.get("/DestOutputProfile")
    try:
        return stream_bytes(stream, 64 << 20) if stream is not None else b""
    except (RenderError, *UNREADABLE):
        return b""


def made_for(data: bytes) -> frozenset[str]:
    """Name the conditions of Fogra that an ICC profile says it was made for.

    Looks in its name and in the measurements it was made from (ICC.1, 9.2: profile
    description and char target), where they are told in words.
    """
    found: set[str] = set()
    rows = min(int.from_bytes(data[128:132], "big"), _TAGS)
    for row in range(132, 132 + 12 * rows, 12):
        if data[row : row + 4] in {b"desc", b"targ"}:
            start = int.from_bytes(data[row + 4 : row + 8], "big")
            length = min(int.from_bytes(data[row + 8 : row + 12], "big"), _WORDS)
            words = data[start : start + length].replace(b"\0", b"")
            found.update(
                f"FOGRA{number.decode()}" for number in _FOGRA.findall(words.upper())
            )
    return frozenset(found)


_TAGS, _WORDS = 100, 4000
_FOGRA = re.compile(rb"FOGRA\s?(\d\d)")

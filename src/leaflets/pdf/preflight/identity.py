"""What a file says that it is: its XMP metadata, Info dictionary and output intents."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.preflight.opening import UNREADABLE, stream_bytes

_XMP = 4 << 20
_DECLARED = re.compile(rb"<\0?!\0?(?:D\0?O|E\0?N)")
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SPACES: Mapping[str, str] = {
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
}


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
    data = stream_bytes(stream, _XMP).strip(b"\0 \r\n\t")
    if _DECLARED.search(data):
        raise RenderError("the metadata declares entities, which XMP has no use for")
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError) as error:
        raise RenderError("the metadata is no XML that can be read") from error
    found: dict[str, str] = {}
    for about in root.iter(f"{_RDF}Description"):
        for key, value in about.attrib.items():
            found.setdefault(_short(str(key)), str(value))
        for child in about:
            words = " ".join("".join(child.itertext()).split())
            found.setdefault(_short(child.tag), words)
    return found


def _short(tag: str) -> str:
    space, _, name = tag.removeprefix("{").rpartition("}")
    return f"{_SPACES.get(space, space)}:{name}"


def info(pdf: pikepdf.Pdf) -> Any:
    """Give the Info dictionary; an empty one if there is none."""
    found = pdf.trailer.get("/Info")
    return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()


def claimed(pdf: pikepdf.Pdf) -> str:
    """Name the PDF/X standard that a file claims; empty if it claims none.

    XMP says it since PDF/X-4 (ISO 15930-7), the Info dictionary before.
    """
    try:
        said = properties(pdf).get("pdfxid:GTS_PDFXVersion", "")
    except RenderError:
        said = ""
    if said:
        return said
    old = info(pdf)
    for key in ("/GTS_PDFXConformance", "/GTS_PDFXVersion"):
        if isinstance(old.get(key), pikepdf.String):
            return str(old[key])
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


REGISTERED = re.compile(
    r"(FOGRA\d+L?|CGATS\s?(TR\s?\d{3}|21[-_ ]CRPC\d)|IFRA\d+|JC\d{6,}|JCN\d+|JCW\d+|"
    r"SC_paper_eci|WAN-IFRA\w*|EUROSB\d+|EUROSBA?\w*|SWOP\w*)",
    re.IGNORECASE,
)
"""How names in the registry of the ICC look. A list would be out of date within a year."""

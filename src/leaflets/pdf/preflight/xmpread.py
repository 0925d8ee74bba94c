"""Read the properties of an XMP packet (ISO 16684-1), whoever wrote it.

XMP has no document type and no entities; a packet that declares them is refused before
they are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from leaflets.errors import RenderError

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns# "
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


class _Reader:
    """Keeps the text of each element that stands in an ``rdf:Description``."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._inside = False
        self._depth = 0
        self._name = ""
        self._words: list[str] = []

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if not self._inside:
            self._inside = tag == f"{_RDF}Description"
            for key, value in attributes.items() if self._inside else ():
                self.found.setdefault(_short(key), value)
            return
        if not self._depth:
            self._name, self._words = _short(tag), []
        self._depth += 1

    def text(self, words: str) -> None:
        if self._depth:
            self._words.append(words)

    def end(self, _: str) -> None:
        if self._depth:
            self._depth -= 1
            if not self._depth:
                words = " ".join("".join(self._words).split())
                self.found.setdefault(self._name, words)
        else:
            self._inside = False

    def declare(self, *_: object) -> None:
        raise RenderError("the metadata declares a document type, which XMP has no use for")


def properties(packet: bytes) -> dict[str, str]:
    """Read the properties of a packet as text, by names such as ``dc:title``.

    Raises RenderError for what is no XMP.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.declare
    try:
        parser.Parse(packet.strip(b"\0 \r\n\t"), True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise RenderError("the metadata is no XML that can be read") from error
    return reader.found


def _short(tag: str) -> str:
    space, _, name = tag.rpartition(" ")
    return f"{_SPACES.get(space, space)}:{name}"

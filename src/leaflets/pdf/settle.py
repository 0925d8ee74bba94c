"""Last steps that both kinds of file share: what it says of itself, and writing once.

The engine stamps the clock and a random name where it is not told better, and turns
every object into bytes twice when a file has an ``/ID``: once for the digest and once
for the file. Here the names and dates are set from the identity, and every object is
turned into bytes once.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf import xmp
from leaflets.pdf.identity import Identity

LEVEL = 6
"""Of compression: 9 saves 0.2 % of a file and takes three times as long."""


def describe(document: Any, identity: Identity) -> None:
    """Forget what the HTML says of itself: the identity says it."""
    metadata = document.metadata
    metadata.title = identity.title
    metadata.lang = identity.lang
    metadata.authors = metadata.keywords = ()
    metadata.description = metadata.generator = None
    metadata.created = metadata.modified = None
    metadata.attachments, metadata.xmp_metadata, metadata.custom = [], [], {}


def name(pdf: pydyf.PDF, identity: Identity, standard: str) -> None:
    """Write the information dictionary and the XMP packet, which agree."""
    producer = pdf.info["Producer"].string
    info = {
        "Title": identity.title,
        "Author": identity.author,
        "Subject": identity.subject,
        "Keywords": ", ".join(identity.keywords),
        "Creator": identity.creator,
        "Producer": producer,
        "CreationDate": identity.pdf_moment,
        "ModDate": identity.pdf_moment,
    }
    pdf.info.clear()
    pdf.info.update({key: pydyf.String(value) for key, value in info.items() if value})
    packet = xmp.packet(identity, standard, producer=producer, content=_content(pdf))
    metadata = pydyf.Stream([packet], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(metadata)
    pdf.catalog["Metadata"] = metadata.reference


def plain_images(pdf: pydyf.PDF) -> None:
    """Drop /Interpolate, which ISO 19005-3, 6.2.8 forbids and printers ignore."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            item.extra.pop("Interpolate", None)


def freeze(pdf: pydyf.PDF) -> None:
    """Turn every object into bytes, compressing what is not compressed."""
    for number, item in enumerate(pdf.objects):
        if item.free == "f":
            continue
        if isinstance(item, pydyf.Stream):
            pdf.objects[number] = _Frozen(item, _stream(item), compressible=False)
        else:
            pdf.objects[number] = _Frozen(item, item.data, compressible=item.compressible)


class _Frozen(pydyf.Object):  # type: ignore[misc]
    """An object as it will stand in the file."""

    def __init__(self, item: Any, data: bytes, *, compressible: bool) -> None:
        super().__init__()
        self.number, self.generation = item.number, item.generation
        self._data, self._compressible = data, compressible

    @property
    def data(self) -> bytes:
        return self._data

    @property
    def compressible(self) -> bool:
        return self._compressible


def _stream(item: pydyf.Stream) -> bytes:
    plain = "Filter" not in item.extra and item.extra.get("Type") != "/Metadata"
    item.compress = False
    if plain:
        item.stream = [zlib.compress(_joined(item), LEVEL)]
        item.extra["Filter"] = "/FlateDecode"
    data: bytes = item.data
    return data


def _content(pdf: pydyf.PDF) -> str:
    """Digest what is drawn, so that another drawing has another instance name."""
    digest = hashlib.sha256()
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            digest.update(_joined(item))
    return digest.hexdigest()


def _joined(item: pydyf.Stream) -> bytes:
    return b"\n".join(pydyf._to_bytes(part) for part in item.stream)  # noqa: SLF001

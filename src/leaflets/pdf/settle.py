"""Last steps that both kinds of file share: what a file says of itself.

The engine stamps the clock and a random name where it is not told better; here both
come from the identity.
"""

from __future__ import annotations

import hashlib
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf import writer, xmp
from leaflets.pdf.identity import Identity


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


def _content(pdf: pydyf.PDF) -> str:
    """Digest what is drawn, so that another drawing has another instance name."""
    digest = hashlib.sha256()
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            digest.update(writer.content(item))
    return digest.hexdigest()

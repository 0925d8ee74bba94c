"""What a file of sheets says of itself, and how it is written: the same on any day."""

from __future__ import annotations

import hashlib
import io
import uuid

import pikepdf

from leaflets.pdf.preflight.opening import stream_bytes

_NAMES = uuid.uuid5(uuid.NAMESPACE_DNS, "sheets.leaflets.invalid")

_CLAIMS = (
    "{http://www.aiim.org/pdfa/ns/id/}",
    "{http://www.aiim.org/pdfua/ns/id/}",
    "{http://www.aiim.org/pdfa/ns/extension/}",
)
"""Statements that a file is tagged or archived: a sheet is neither."""

_PACKET = 4 << 20
"""Bytes of XMP that are read; packets have some kilobytes."""

_INSTANCE = "{http://ns.adobe.com/xap/1.0/mm/}InstanceID"


def written(pdf: pikepdf.Pdf) -> bytes:
    """Write the file, with a name of its own for just this content."""
    plain = _saved(pdf)
    if "/Metadata" not in pdf.Root:
        return plain
    digest = hashlib.sha256(plain).hexdigest()
    _rename(pdf, f"uuid:{uuid.uuid5(_NAMES, digest)}")
    return _saved(pdf)


def _rename(pdf: pikepdf.Pdf, instance: str) -> None:
    """Drop the claims from XMP and name the instance; XMP that is no XML goes."""
    try:
        stream_bytes(pdf.Root["/Metadata"], _PACKET)
        with pdf.open_metadata(
            set_pikepdf_as_editor=False, update_docinfo=False, strict=True
        ) as said:
            for key in [key for key in said if key.startswith(_CLAIMS)]:
                del said[key]
            if _INSTANCE in said:
                said[_INSTANCE] = instance
    except Exception:  # noqa: BLE001 - whatever the reader of XML makes of a stranger's
        del pdf.Root["/Metadata"]


def _saved(pdf: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    pdf.save(
        stream,
        deterministic_id=True,
        encryption=False,
        fix_metadata_version=False,  # else XMP is read and written anew on the way
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.preserve,
    )
    return stream.getvalue()

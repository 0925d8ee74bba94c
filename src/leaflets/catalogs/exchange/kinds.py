"""The kinds of file that go out and come in, by name; and which kind a file is.

A file's own bytes decide, never its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leaflets.catalogs.exchange import table, tmx, xliff12, xliff21, xmlfile
from leaflets.catalogs.exchange.packet import Packet
from leaflets.catalogs.exchange.told import unreadable
from leaflets.findings import Finding

Read = Callable[[bytes, str], tuple[Packet | None, tuple[Finding, ...]]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: how it is written and read."""

    name: str
    suffix: str
    write: Callable[[Packet], bytes]
    read: Read
    sendable: Callable[[Packet], Packet] = lambda packet: packet
    """Keeps what this kind of file can carry."""


KINDS = {
    kind.name: kind
    for kind in (
        Kind("xliff12", xliff12.SUFFIX, xliff12.write, xliff12.read),
        Kind("xliff21", xliff21.SUFFIX, xliff21.write, xliff21.read),
        Kind("tmx", tmx.SUFFIX, tmx.write, tmx.read, tmx.finished),
        Kind("table", table.SUFFIX, table.write, table.read),
    )
}

LIMIT = xmlfile.LIMIT
"""Bytes of the largest file that is read, of any kind."""


def kind_of(data: bytes) -> Kind | None:
    """Say what kind of file some bytes are; None where it is none of ours."""
    if data[:4] == b"PK\x03\x04":
        return KINDS["table"]
    root = xmlfile.root_tag(data)
    if root == "tmx":
        return KINDS["tmx"]
    if root == f"{{{xliff21.NAMESPACE}}}xliff":
        return KINDS["xliff21"]
    return KINDS["xliff12"] if root.rpartition("}")[2] == "xliff" else None


def read(data: bytes, shown: str) -> tuple[Packet | None, str, tuple[Finding, ...]]:
    """Read a file of any kind: the packet, the kind's name, and what there is to say."""
    if len(data) > LIMIT:
        return None, "", (unreadable(shown, f"file is larger than {LIMIT} bytes"),)
    kind = kind_of(data)
    if kind is None:
        looks = b"<" in data[:1024]
        _, findings = xmlfile.read(data, shown) if looks else (None, ())
        what = "file is neither XLIFF nor TMX nor an Excel workbook"
        return None, "", findings or (unreadable(shown, what),)
    packet, findings = kind.read(data, shown)
    return packet, kind.name, findings

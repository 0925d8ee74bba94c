"""Write the objects of a PDF as a file, each turned into bytes once.

The engine's own writer turns every object into bytes twice when a file has an ``/ID``.
It also ends a stream with a line feed alone, so that data whose last byte happens to
be a carriage return seems one byte too long to a validator (ISO 19005-3, 6.1.7.1): one
stream in 256. Here the end is always carriage return and line feed.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import pydyf  # type: ignore[import-untyped]

LEVEL = 6
"""Of compression: 9 saves 0.2 % of a file and takes three times as long."""

_BLOCK_LEVEL = 9
_BLOCK_MEMORY = 5
"""Small: codes are then counted anew after every two thousand signs."""

PACKED = 200
"""Objects in one object stream (ISO 32000-1, 7.5.7)."""


class Block(bytes):
    """A part of a stream that is of another kind than what stands before it.

    Its signs are counted apart when the stream is compressed, and with more pains: one to
    two hundredths of a file of two kinds, for as much of a second.
    """


def write(pdf: pydyf.PDF, *, version: str, identifier: str, packed: bool) -> bytes:
    """Give the file that *pdf* is.

    *identifier* is the first half of its /ID, in hexadecimal; the second is a digest of
    what is written. With *packed* all objects but streams go into object streams,
    which takes PDF 1.5; without, they stand in the open.
    """
    objects = _serialised(pdf)
    digest = hashlib.sha256(b"".join(data for _, data in objects)).hexdigest()[:32]
    trailer = (
        f"/Root {pdf.catalog.number} 0 R/Info {len(objects)} 0 R"
        f"/ID [<{identifier}> <{digest}>]"
    )
    body = bytearray(f"%PDF-{version}\n".encode() + b"%\xe2\xe3\xcf\xd3\n")
    finish = _packed if packed else _open
    finish(body, objects, trailer)
    return bytes(body)


def _serialised(pdf: pydyf.PDF) -> list[tuple[bool, bytes]]:
    """Give each object from number 1 on as bytes, and whether it is a stream."""
    listed = [*pdf.objects[1:], pdf.info]
    return [
        (True, _stream(item)) if isinstance(item, pydyf.Stream) else (False, item.data)
        for item in listed
    ]


def content(stream: pydyf.Stream) -> bytes:
    """Give what is in a stream, before it is compressed."""
    return b"\n".join(pydyf._to_bytes(part) for part in stream.stream)  # noqa: SLF001


def _stream(stream: pydyf.Stream) -> bytes:
    data, entries = content(stream), dict(stream.extra)
    if "Filter" not in entries and entries.get("Type") != "/Metadata":
        data = _squeezed(stream, data)
        entries["Filter"] = "/FlateDecode"
    entries["Length"] = len(data)
    head: bytes = pydyf.Dictionary(entries).data
    return b"".join((head, b"\nstream\n", data, b"\r\nendstream"))


def _squeezed(stream: pydyf.Stream, data: bytes) -> bytes:
    last = stream.stream[-1] if stream.stream else b""
    if not isinstance(last, Block):
        return zlib.compress(data, LEVEL)
    squeeze = zlib.compressobj(_BLOCK_LEVEL, wbits=zlib.MAX_WBITS, memLevel=_BLOCK_MEMORY)
    edge = len(data) - len(last)
    before = squeeze.compress(data[:edge]) + squeeze.flush(zlib.Z_BLOCK)
    return before + squeeze.compress(last) + squeeze.flush()


def _open(body: bytearray, objects: Sequence[tuple[bool, bytes]], trailer: str) -> None:
    """Write every object in the open, and a table of them (ISO 32000-1, 7.5.4)."""
    places = [_place(body, number, data) for number, (_, data) in _numbered(objects)]
    start, size = len(body), len(objects) + 1
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    body += f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode()
    body += f"trailer\n<</Size {size}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()


def _packed(body: bytearray, objects: Sequence[tuple[bool, bytes]], trailer: str) -> None:
    """Write streams in the open and all else in object streams (ISO 32000-1, 7.5.8)."""
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    loose: list[tuple[int, bytes]] = []
    for number, (is_stream, data) in _numbered(objects):
        if is_stream:
            rows[number] = (1, _place(body, number, data), 0)
        else:
            loose.append((number, data))
    last = len(objects)
    for pack in _in_packs(loose):
        last += 1
        rows |= {number: (2, last, place) for place, (number, _) in enumerate(pack)}
        rows[last] = (1, _place(body, last, _object_stream(pack)), 0)
    start = len(body)
    rows[last + 1] = (1, start, 0)
    table = b"".join(
        kind.to_bytes(1, "big") + middle.to_bytes(4, "big") + end.to_bytes(2, "big")
        for _, (kind, middle, end) in sorted(rows.items())
    )
    _place(body, last + 1, _made(table, f"/Type /XRef/Size {last + 2}/W [1 4 2]{trailer}"))
    body += f"startxref\n{start}\n%%EOF\n".encode()


def _numbered(
    objects: Sequence[tuple[bool, bytes]],
) -> Iterator[tuple[int, tuple[bool, bytes]]]:
    return enumerate(objects, start=1)


def _place(body: bytearray, number: int, data: bytes) -> int:
    """Write one object and give the place where it begins."""
    place = len(body)
    body += b"%d 0 obj\n%b\nendobj\n" % (number, data)
    return place


def _in_packs(loose: Iterable[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    rest = iter(loose)
    while pack := list(islice(rest, PACKED)):
        yield pack


def _object_stream(pack: list[tuple[int, bytes]]) -> bytes:
    index, place = [], 0
    for number, data in pack:
        index.append(f"{number} {place}")
        place += len(data) + 1
    head = " ".join(index).encode() + b"\n"
    inside = head + b"\n".join(data for _, data in pack)
    return _made(inside, f"/Type /ObjStm/N {len(pack)}/First {len(head)}")


def _made(data: bytes, entries: str) -> bytes:
    """Give a stream of the file's own, compressed."""
    squeezed = zlib.compress(data, LEVEL)
    head = f"<<{entries}/Filter /FlateDecode/Length {len(squeezed)}>>".encode()
    return b"".join((head, b"\nstream\n", squeezed, b"\r\nendstream"))

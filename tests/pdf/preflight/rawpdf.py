"""PDF files written by hand, object by object: what no writer would write."""

from __future__ import annotations

from collections.abc import Iterable


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Write a stream object's body; its length is right."""
    return b"<</Length %d %b>>\nstream\n%b\nendstream" % (len(data), entries, data)


def raw(objects: Iterable[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Write a file of these objects, the first has the number 1, with a right table."""
    parts = [b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"]
    places, size = [], len(parts[0])
    for number, body in enumerate(objects, 1):
        places.append(size)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        size += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d %b>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(places) + 1, table, len(places) + 1, trailer, size)
    )
    return b"".join(parts)


def one_page(
    content: bytes = b"",
    *more: bytes,
    page: bytes = b"/MediaBox [0 0 300 400]",
    resources: bytes = b"",
    packed: bytes = b"",
    catalog: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """Write a file of one page; objects in *more* have the numbers from 5 on.

    *packed* are further entries of the content's stream, such as its filter.
    """
    return raw(
        [
            b"<</Type/Catalog/Pages 2 0 R %b>>" % catalog,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<%b>> %b>>"
            % (resources, page),
            stream(content, packed),
            *more,
        ],
        b"/Root 1 0 R %b" % trailer,
    )

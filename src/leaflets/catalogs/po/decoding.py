"""From the bytes of a file to the text of a catalog, or why it is none."""

from __future__ import annotations

import re
from pathlib import Path

from leaflets.errors import ContentError
from leaflets.origin import Origin

_OTHERS = {
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
    b"\x1f\x8b": "compressed (gzip)",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"%PDF": "a PDF",
    b"\xde\x12\x04\x95": "a compiled catalog (.mo)",
    b"\x95\x04\x12\xde": "a compiled catalog (.mo)",
}
"""What a file is that begins so, whatever its name says."""

_CHARSET = re.compile(rb"charset=([A-Za-z0-9._-]{1,40})")


def text_of(path: Path, shown: str, limit: int) -> str:
    """Read a file of at most *limit* bytes; a byte order mark stays in the text.

    Raises ContentError where it cannot be read, is too large, or is not UTF-8.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise ContentError(f"cannot be read: {reason}", origin=Origin(shown)) from error
    if len(data) > limit:
        raise ContentError(f"file is larger than {limit} bytes", origin=Origin(shown))
    for start, what in _OTHERS.items():
        if data.startswith(start):
            raise ContentError(
                f"file is {what}",
                hint="a catalog is a text in UTF-8",
                origin=Origin(shown, 1),
            )
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, shown) from error


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> ContentError:
    charset = _CHARSET.search(data[:10_000])
    said = charset[1].decode() if charset else "UTF-8"
    hint = "save it as UTF-8"
    if said.lower() not in ("utf-8", "utf8"):
        hint = f"the header says {said}; 'msgconv -t UTF-8' converts it"
    line = data.count(b"\n", 0, error.start) + 1
    return ContentError(
        f"file is not UTF-8 at byte {error.start}", hint=hint, origin=Origin(shown, line)
    )

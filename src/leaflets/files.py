"""Read text, write bytes: never half a file.

A file appears under its name whole or not at all: bytes go to a temporary file in
the same folder, are flushed to the disk, and the name is moved over. ``kill -9``
at any moment leaves at most a ``.part`` file, which nothing reads and ``sweep``
clears away.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from leaflets.errors import ContentError
from leaflets.origin import Origin

PART = ".part"


def read_text(path: Path, *, shown: str = "", limit: int = 4 * 1024 * 1024) -> str:
    """Read a UTF-8 text file of at most *limit* bytes.

    Raises ContentError if it is missing, too large or not UTF-8; *shown* is the
    name that the message gives it.
    """
    origin = Origin(shown or str(path))
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise ContentError(f"cannot be read: {reason}", origin=origin) from error
    if len(data) > limit:
        raise ContentError(f"file is larger than {limit} bytes", origin=origin)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ContentError(
            f"file is not UTF-8 at byte {error.start}",
            hint="save it as UTF-8",
            origin=Origin(origin.path, line),
        ) from error


def write_atomically(path: Path, data: bytes | str) -> None:
    """Put *data* under *path*, whole or not at all.

    Raises OSError, for a name that stands for no plain file too: a device or a pipe would
    be gone, and a plain file in its place.
    """
    payload = data.encode() if isinstance(data, str) else data
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is not a plain file", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=PART)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(payload)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException as error:
        if isinstance(error, OSError) and error.filename != str(path):
            # A full disk knows no names, and nobody knows the temporary one.
            error.filename, error.filename2 = str(path), None
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def sweep(folder: Path) -> int:
    """Remove what a killed run left half-written; return how many files."""
    left = list(folder.rglob(f".*{PART}")) if folder.is_dir() else []
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)

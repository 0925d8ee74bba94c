"""One writer at a time: in an output folder, in a ledger.

The lock is the kernel's: it ends with the process that holds it, however that ends.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leaflets.errors import LeafletsError


@contextmanager
def held(path: Path, busy: str = "another build is writing to") -> Iterator[None]:
    """Hold the lock file *path*; raises LeafletsError if another process holds it.

    *busy* says what the other one is doing, before the name of the folder.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise LeafletsError(
                f"{busy} {path.resolve().parent.name!r}", hint="wait until it has ended"
            ) from error
        yield
    finally:
        os.close(handle)

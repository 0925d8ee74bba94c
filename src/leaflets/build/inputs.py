"""Digests of the files that a build reads, each hashed once.

A record of what was hashed before (size, times, inode → digest) spares the hashing. It
is believed only for a file that looks the same *and* was last changed well before it
was hashed: a file may change twice within one tick of the file system's clock and look
the same (git's "racy timestamps").
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import time
from pathlib import Path

from leaflets import fingerprint
from leaflets.files import PART, write_atomically

RACY_NS = 2_000_000_000
"""A file that changed less than this before it was hashed is hashed again: 2 s."""

DEEPEST = 16
"""Folders below this depth are not looked into: a link may lead in a circle."""

_LAYOUT = 1
_SKIPPED = frozenset({"__pycache__"})

Looks = tuple[int, int, int, int]
"""Size in bytes, time of the last change of content and of anything (ns), inode."""


class Inputs:
    """Digests by path. Nothing is looked at twice until ``look_again``."""

    def __init__(self, record: Path | None = None, *, trusted: bool = True) -> None:
        """Open the *record*; one that is not *trusted* is written but not believed."""
        self._record = record
        self._known: dict[str, tuple[Looks, str]] = {}
        self._seen: dict[str, str] = {}
        self._changed = not trusted
        if record is not None and trusted:
            self._known = _read(record)

    def file(self, path: Path) -> str:
        """SHA-256 of a file; empty for one that is missing or cannot be read."""
        name = os.fspath(path)
        if name not in self._seen:
            self._seen[name] = self._digest(name)
        return self._seen[name]

    def tree(self, folder: Path, *, without: frozenset[str] = frozenset()) -> str:
        """Fingerprint of all files under a folder, by name and digest.

        Hidden files, half-written ones and what *without* names at the top are left out.
        """
        name = f"{folder}{os.sep}"
        if name not in self._seen:
            found = sorted(_walk(os.fspath(folder), "", without))
            self._seen[name] = fingerprint.of(
                [[inner, self.file(folder / inner)] for inner in found]
            )
        return self._seen[name]

    def learn(self, path: Path, digest: str) -> None:
        """Take over the digest of a file that was just written."""
        self._seen[os.fspath(path)] = digest

    def look_again(self) -> None:
        """Forget what was seen, not what is known: the next answer is of now."""
        self._seen.clear()

    def save(self) -> None:
        """Write the record, if it says anything new."""
        if self._record is None or not self._changed:
            return
        kept = {
            name: self._known[name]
            for name in sorted(self._known)
            if name in self._seen or os.path.exists(name)  # noqa: PTH110 - the quick way
        }
        text = json.dumps({"layout": _LAYOUT, "files": kept}, separators=(",", ":"))
        write_atomically(self._record, text)
        self._changed = False

    def _digest(self, name: str) -> str:
        hashed_at = time.time_ns()
        try:
            looks = _looks(name)
            known = self._known.get(name)
            if known is not None and known[0] == looks:
                return known[1]
            with open(name, "rb") as stream:  # noqa: PTH123 - the quick way, thousands of times
                digest = fingerprint.of_bytes(stream.read())
            still = _looks(name)
        except OSError:
            self._forget(name)
            return ""
        _, modified, changed, _ = looks
        if still == looks and max(modified, changed) < hashed_at - RACY_NS:
            self._known[name] = (looks, digest)
            self._changed = True
        else:
            self._forget(name)
        return digest

    def _forget(self, name: str) -> None:
        if self._known.pop(name, None) is not None:
            self._changed = True


def _looks(name: str) -> Looks:
    status = os.stat(name)  # noqa: PTH116 - the quick way, thousands of times
    if not stat.S_ISREG(status.st_mode):
        raise OSError("not a file")  # a pipe or a device never ends
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _walk(folder: str, prefix: str, without: frozenset[str]) -> list[str]:
    found: list[str] = []
    if prefix.count("/") > DEEPEST:
        return found
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(".") or name in _SKIPPED or name in without:
                continue
            if entry.is_dir():
                found += _walk(entry.path, f"{prefix}{name}/", frozenset())
            elif not name.endswith(PART):
                found.append(prefix + name)
    return found


def _read(record: Path) -> dict[str, tuple[Looks, str]]:
    try:
        data = json.loads(record.read_bytes())
        if data["layout"] != _LAYOUT:
            return {}
        return {
            str(name): ((int(size), int(modified), int(changed), int(inode)), str(digest))
            for name, ((size, modified, changed, inode), digest) in data["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # a record that cannot be read spares nothing, and harms nothing

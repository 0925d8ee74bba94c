"""Digests of things that are read, so that a change is seen.

Every fingerprint in the project is made here: SHA-256 over a canonical form, so
that the same thing has the same fingerprint on every machine and on every day.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import unicodedata
from collections.abc import Iterable
from enum import Enum


def of_bytes(data: bytes) -> str:
    """SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def of(*things: object) -> str:
    """SHA-256 of plain data or frozen dataclasses, in hexadecimal.

    Origins do not count: moving a block down the file changes no fingerprint.

    >>> of("a", 1) == of("a", 1), of("a", 1) == of("a", "1")
    (True, False)
    """
    canonical = json.dumps(
        [_plain(thing) for thing in things],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return of_bytes(canonical.encode())


def of_words(forms: Iterable[str]) -> str:
    """Mark of some words: twelve digits over their forms, in Unicode's form C.

    >>> of_words(["e\u0301t\u00e9"]) == of_words(["\u00e9t\u00e9"])
    True
    """
    return of([unicodedata.normalize("NFC", form) for form in forms])[:12]


def _plain(thing: object) -> object:
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        fields = {
            field.name: _plain(getattr(thing, field.name))
            for field in dataclasses.fields(thing)
            if field.name != "origin"
        }
        return {"": type(thing).__name__, **fields}
    if isinstance(thing, Enum):
        return _plain(thing.value)
    if isinstance(thing, dict):
        return {str(key): _plain(value) for key, value in thing.items()}
    if isinstance(thing, (list, tuple)):
        return [_plain(item) for item in thing]
    if isinstance(thing, (set, frozenset)):
        return sorted(str(item) for item in thing)
    if thing is None or isinstance(thing, (str, int, float, bool)):
        return thing
    return f"{type(thing).__name__}:{thing}"

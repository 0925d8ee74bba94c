"""Plain data as bytes and back, for what comes out of a process that nobody trusts.

Unlike a pickle it can hold nothing that runs: None, truth values, numbers, words, bytes,
lists, and mappings with names as keys. A tuple comes back as a list. The form is eight
bytes that give the length of a JSON text, that text, and the bytes it counts on, one
after the other.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any

_LENGTH = struct.Struct(">Q")
_BYTES = "bytes"
_MAPPING = "mapping"


def pack(value: object) -> bytes:
    """Write plain data; raises TypeError for anything else."""
    held: list[bytes] = []
    text = json.dumps(_bare(value, held)).encode("ascii")
    return b"".join((_LENGTH.pack(len(text)), text, *held))


def unpack(data: bytes) -> Any:
    """Read what ``pack`` wrote; raises ValueError for anything else."""
    if len(data) < _LENGTH.size:
        raise ValueError("too short")
    (length,) = _LENGTH.unpack_from(data)
    start = _LENGTH.size + length
    if start > len(data):
        raise ValueError("text is cut off")
    try:
        bare = json.loads(data[_LENGTH.size : start].decode("ascii"))
        value, end = _whole(bare, data, start)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if end != len(data):
        raise ValueError("more bytes than the text counts on")
    return value


def _bare(value: object, held: list[bytes]) -> Any:
    if isinstance(value, bytes):
        held.append(value)
        return {_BYTES: len(value)}
    if isinstance(value, Mapping):
        if not all(isinstance(name, str) for name in value):
            raise TypeError("a key that is no str")
        return {_MAPPING: [[name, _bare(each, held)] for name, each in value.items()]}
    if isinstance(value, list | tuple):
        return [_bare(each, held) for each in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{type(value).__name__} is not plain data")


def _whole(bare: Any, data: bytes, at: int) -> tuple[Any, int]:
    if isinstance(bare, list):
        items = []
        for each in bare:
            item, at = _whole(each, data, at)
            items.append(item)
        return items, at
    if not isinstance(bare, dict):
        return bare, at
    match list(bare.items()):
        case [(name, int(length))] if name == _BYTES and 0 <= length <= len(data) - at:
            return data[at : at + length], at + length
        case [(name, list(pairs))] if name == _MAPPING:
            mapping = {}
            for pair in pairs:
                if not (
                    isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str)
                ):
                    raise ValueError("a mapping of something else")
                mapping[pair[0]], at = _whole(pair[1], data, at)
            return mapping, at
    raise ValueError("not what was written")

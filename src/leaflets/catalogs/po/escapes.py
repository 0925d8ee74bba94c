"""What stands between the quotes of a .po file, and the words it stands for."""

from __future__ import annotations

import re

_BYTES = r"(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{2}))+"
_ESCAPE = re.compile(rf'\\([abfnrtv"\\])|({_BYTES})')
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|([0-7]{1,3}))")
_MEANT = {
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    '"': '"',
    "\\": "\\",
}
_SPECIAL = re.compile(r'[\0\a\b\f\n\r\t\v"\\]')
_WRITTEN = {ord(meant): f"\\{sign}" for sign, meant in _MEANT.items()} | {0: r"\000"}


def unescape(said: str) -> str:
    r"""Say what is meant; an escape that C does not know stays as it is.

    Numbers are bytes of UTF-8, which is what ``msgcat --escape`` writes.

    >>> unescape(r"caf\303\251\n")
    'café\n'
    """
    return _ESCAPE.sub(_meant, said) if "\\" in said else said


def escape(meant: str) -> str:
    r"""Say it so that it can stand between quotes.

    >>> escape('a "b"')
    'a \\"b\\"'
    """
    return meant.translate(_WRITTEN) if _SPECIAL.search(meant) else meant


def _meant(found: re.Match[str]) -> str:
    if found[1]:
        return _MEANT[found[1]]
    numbers = [
        int(digits, base)
        for hexadecimal, octal in _BYTE.findall(found[2])
        for digits, base in [(hexadecimal, 16) if hexadecimal else (octal, 8)]
    ]
    try:
        return bytes(numbers).decode()
    except ValueError:
        return found[0]

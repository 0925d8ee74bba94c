"""A glance at the head of a YAML file: single values, without parsing it.

A plan must be made in the blink of an eye, and a YAML library costs more than that to
load. Only what is written plainly at the left margin is seen (``original: en``); all
else is "not to be told at a glance", and whoever asks must then assume the worst.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

_PLAIN = r"""[^\s"'#>|&*!\[\]{}%@`,?:-](?:[^#:\n]|:(?=\S)|(?<=\S)\#)*?"""
_LINE = (
    r"""^{key}[ \t]*:[ \t]+(?:"([^"\\\n]*)"|'([^'\n]*)'|({plain}))(?:[ \t]+\#.*)?[ \t]*$"""
)
_HEAD = 64 * 1024


def head(path: Path) -> str:
    """First 64 KiB of a file as text; empty where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD).decode("utf-8-sig", errors="replace")
    except OSError:
        return ""


def value(text: str, key: str) -> str | None:
    r"""Value of *key* at the left margin, None if it is not there or not plain.

    >>> value("leaflet: nk-cells  # its name\noriginal: 'en'\n", "original")
    'en'
    >>> value("title: >-\n  Long\n", "title") is None
    True
    """
    pattern = _LINE.format(key=re.escape(key), plain=_PLAIN)
    found = re.findall(pattern, text.replace("\r\n", "\n"), re.MULTILINE)
    if len(found) != 1:
        return None
    return next((part for part in found[0] if part), None)


def words(text: str, key: str) -> str | None:
    r"""Words of a Text at the left margin: plain, or plain under its ``text:``.

    >>> words("title:\n  text: What now?\n  note: Be kind.\n", "title")
    'What now?'
    """
    block = re.search(
        rf"^{re.escape(key)}[ \t]*:[ \t]*\n((?:[ \t]+.*\n|[ \t]*\n)+)", text, re.MULTILINE
    )
    if block is None:
        return value(text, key)
    return value(textwrap.dedent(block[1]), "text")


def has(text: str, key: str) -> bool:
    """Say whether *key* may stand anywhere in a text, plainly or not."""
    return re.search(rf"\b{re.escape(key)}\b", text) is not None

"""Join the lines of a block into the text that was broken into them.

The engine drops the space at which it breaks a line; here it comes back, except in
scripts that are written without spaces.
"""

from __future__ import annotations

from collections.abc import Iterable

_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x9FFF),  # Chinese and Japanese, with their punctuation
    (0xF900, 0xFAFF),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
"""Scripts without spaces between words: a line break in them stands for nothing."""


def joined(lines: Iterable[str]) -> str:
    """Join lines by a space, or by nothing between two letters of an unspaced script.

    >>> joined(["after a", "loss"]), joined(["流产", "之后"])
    ('after a loss', '流产之后')
    """
    text = ""
    for line in lines:
        gap = " " if text and line and not _unspaced(text[-1], line[0]) else ""
        text = f"{text}{gap}{line}"
    return text


def _unspaced(*letters: str) -> bool:
    return all(
        any(low <= ord(letter) <= high for low, high in _UNSPACED) for letter in letters
    )

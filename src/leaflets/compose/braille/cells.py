"""Cells of six dots, as Unicode and as the North American ASCII of a BRF file."""

from __future__ import annotations

from collections.abc import Sequence

FIRST = 0x2800
BLANK = chr(FIRST)
PATTERNS = 64

ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""The character of a BRF file for each pattern, dots 1 to 6 counted as bits."""

NUMBER_SIGN = "\u283c"
CAPITAL_SIGN = "\u2828"

_CODES = {FIRST + number: character for number, character in enumerate(ASCII)}
_PATTERNS = {ord(character): chr(FIRST + n) for n, character in enumerate(ASCII)}
_DOT_7, _DOT_8 = 64, 128
_DIGITS = frozenset("\u2801\u2803\u2809\u2819\u2811\u280b\u281b\u2813\u280a\u281a")
_IN_NUMBERS = frozenset("\u2802\u2832")
"""Comma and full stop, which a number goes on after."""


def as_ascii(cells: str) -> str:
    """Write cells as a BRF file has them.

    Raises ValueError for what is no cell of six dots.
    """
    if not all(FIRST <= ord(cell) < FIRST + PATTERNS for cell in cells):
        raise ValueError("not a cell of six dots")
    return cells.translate(_CODES)


def as_cells(text: str) -> str:
    """Read what a BRF file has as cells; other characters stay what they are."""
    return text.translate(_PATTERNS)


def in_six(cells: str, where: Sequence[int]) -> tuple[str, list[int]]:
    """Tell cells of eight dots in six, and where each character begins then.

    Dot 7 is a capital: ⠨ stands before it, ⠨⠨ before two and more in a row. Dot 8 is a
    digit: ⠼ stands before the first of a number.
    """
    bits = [ord(cell) - FIRST for cell in cells]
    six: list[str] = []
    begins: list[int] = []
    in_number = in_capitals = False
    for at, pattern in enumerate(bits):
        begins.append(len(six))
        cell = chr(FIRST + pattern % PATTERNS)
        digit = bool(pattern & _DOT_8) and cell in _DIGITS
        capital = bool(pattern & _DOT_7)
        if digit and not in_number:
            six.append(NUMBER_SIGN)
        following = bits[at + 1] if at + 1 < len(bits) else 0
        if capital and not in_capitals:
            six.append(CAPITAL_SIGN * (2 if following & _DOT_7 else 1))
        six.append(cell)
        goes_on = cell in _IN_NUMBERS and bool(following & _DOT_8)
        in_number = digit or (in_number and goes_on)
        in_capitals = capital
    text = "".join(six)
    # A doubled sign is one piece of the list and two cells of the text.
    offsets = [0]
    for piece in six:
        offsets.append(offsets[-1] + len(piece))
    begins.append(len(six))
    return text, [offsets[begins[index]] for index in where]

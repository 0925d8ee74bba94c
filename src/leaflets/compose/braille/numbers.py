"""Digits in cells: written for page numbers, and read by other eyes than liblouis'."""

from __future__ import annotations

import re

from leaflets.compose.braille.cells import NUMBER_SIGN

_LETTERS = "\u281a\u2801\u2803\u2809\u2819\u2811\u280b\u281b\u2813\u280a"
"""The letters j, a to i: 0 to 9."""

_ANTOINE = "\u283c\u2821\u2823\u2829\u2839\u2831\u282b\u283b\u2833\u282a"
"""The same letters with dot 6, but for 0."""

_SIGNS = {"letters": NUMBER_SIGN, "antoine": "\u2820"}
_CELLS = {"letters": _LETTERS, "antoine": _ANTOINE}

_WITHIN = "\u2802\u2832\u2812\u2810\u2828\u2804"
"""What may stand between the digits of one number: comma, full stop, colon, the space of
Unified English Braille, older decimal points."""

_BEFORE = "\u2826\u2816\u2824\u2818\u2832\u2802"
"""What may stand between the sign and the digits: a decimal point (Rules of Unified English
Braille, 2013, 6.2); in French brackets, plus, minus."""

_PER_CENT = NUMBER_SIGN + "\u281a\u2834"
"""Per cent in several codes: a nought over a nought, and no digit."""

_NUMBERS = {
    way: re.compile(
        f"{sign}[{_BEFORE}]*[{_CELLS[way]}](?:[{_CELLS[way]}]|[{_WITHIN}](?=[{_CELLS[way]}]))*"
    )
    for way, sign in _SIGNS.items()
}


def written(number: int, way: str) -> str:
    """Write a number, 0 or more, in one of ``model.braille.NUMBERS``."""
    return _SIGNS[way] + "".join(_CELLS[way][int(digit)] for digit in str(number))


def digits(cells: str, way: str) -> str:
    """Read the digits of cells, in their order: ``⠼⠁⠚ ⠼⠑`` is ``105``."""
    return "".join(places(cells, way).values())


def places(cells: str, way: str) -> dict[int, str]:
    """Read the digits of cells, each by its index."""
    values = _CELLS[way]
    cells = cells.replace(_PER_CENT, "\u2820\u2820\u2834")
    return {
        number.start() + at: str(values.index(cell))
        for number in _NUMBERS[way].finditer(cells)
        for at, cell in enumerate(number[0])
        if at and cell in values
    }

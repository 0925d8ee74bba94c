"""Digits of the scripts.

Babel knows the separators of a numbering system, and leaves Latin digits between them.
"""

from __future__ import annotations

from functools import cache

from leaflets.errors import LocaleError

ZEROS = {
    "latn": "0",
    "arab": "٠",
    "arabext": "۰",
    "nkoo": "߀",
    "deva": "०",
    "beng": "০",
    "guru": "੦",
    "gujr": "૦",
    "orya": "୦",
    "tamldec": "௦",
    "telu": "౦",
    "knda": "೦",
    "mlym": "൦",
    "thai": "๐",
    "laoo": "໐",
    "tibt": "༠",
    "mymr": "၀",
    "khmr": "០",
    "olck": "᱐",
    "mtei": "꯰",
}
"""Zero of each decimal numbering system of CLDR; the other digits follow it in Unicode."""


def in_digits(words: str, system: str) -> str:
    """Write the Latin digits in *words* in the digits of a numbering system.

    >>> in_digits("15", "beng")
    '১৫'
    """
    return words if system == "latn" else words.translate(_table(system))


@cache
def _table(system: str) -> dict[int, str]:
    if system not in ZEROS:
        raise LocaleError(
            f"numbering system {system!r} has no digits here",
            hint=f"one of {', '.join(ZEROS)}",
        )
    zero = ord(ZEROS[system])
    return {ord("0") + n: chr(zero + n) for n in range(10)}

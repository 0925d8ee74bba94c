"""How long a script takes to read aloud, roughly.

The pace is that of a spoken book, 150 words of English in a minute. What a language makes
of it rests on the International Reading Speed Texts, read aloud in 17 languages
(Trauzettel-Klosinski, Dietz and others 2012, doi:10.1167/iovs.11-8284): syllables in a
minute, 313 in English and 370 in the mean. ``speech_rate`` of a locale is that pace in
letters a second, by the letters that its leaflets use for a syllable.
``benchmarks/audio.py`` shows how it was reckoned and what a synthesiser takes.
"""

from __future__ import annotations

from collections.abc import Iterable

from leaflets.compose.telling.spoken import SPELT, Piece

ENGLISH = 10.8
"""Letters of English in a second: 150 words in a minute, 4.3 letters in a word."""

SPELT_SIGN = 0.4
"""Seconds for a letter or a digit that is said by its name, with the pause behind it."""

DIGIT = 0.3
"""Seconds for a digit of a number that is said as a number."""


def seconds(line: Iterable[Piece], lang: str, rate: float) -> float:
    """Estimate how long some words take; *rate* is that of *lang*, in letters a second.

    Words in another language take the time of English: sources and names mostly are.
    """
    total = 0.0
    for piece in line:
        if piece.said_as in SPELT:
            total += SPELT_SIGN * sum(not sign.isspace() for sign in piece.words)
            continue
        digits = sum(sign.isdigit() for sign in piece.words)
        letters = sum(sign.isalpha() for sign in piece.words)
        total += digits * DIGIT + letters / (rate if piece.lang == lang else ENGLISH)
    return total


def letters(words: str) -> int:
    """Count the letters of some words, as a rate counts them: no marks, no digits.

    >>> letters("15 women, दिन")
    7
    """
    return sum(sign.isalpha() for sign in words)


def minutes(total: float) -> int:
    """Say seconds as whole minutes, at least one.

    >>> minutes(95)
    2
    """
    return max(1, round(total / 60))

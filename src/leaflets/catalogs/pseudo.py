"""Words that are none: a leaflet said in languages that do not exist.

A made-up translation shows before any translator starts what a page cannot hold, and
which words were never given out to be translated. Marks, placeholders, citations and
links stay as they are; only letters change.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable

from leaflets.catalogs import plurals
from leaflets.catalogs.messages import Message
from leaflets.model.locale import Locale

GROWTH = 0.4
"""How much longer accented words are, of their letters: what German, Polish and Tamil do
to English (W3C, Text size in translation)."""

_KEPT = re.compile(r"\{[^{}]*\}|\[@[^\]]*\]|\]\([a-z][a-z0-9_]*\)")
"""Placeholders, citations and the targets of links."""

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = dict(
    zip(_PLAIN, "áƀçðéƒĝĥîĵķļɱñöþǫŕšţüṽŵẋýžÁƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ", strict=True)
)
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_TURNED = {
    **dict(zip(_PLAIN[:26], "ابتثجحخدذرزسشصضطظعغفقكلمني", strict=True)),
    ",": "،",
    ";": "؛",
    "?": "؟",
}


def accented(words: str) -> str:
    """Put an accent on every letter, and make every run of words 40 % longer.

    Letters are said twice, vowels first, so that long words become the longest.

    >>> accented("Call {helpline} now [@S1-02].")
    'ÇÇááļļ {helpline} ññööŵ [@S1-02].'
    """
    return _said(words, lambda run: _longer(_with(run, _accent)))


def turned(words: str) -> str:
    """Say every word in Arabic letters, so that it runs from right to left.

    Real letters and no override: a direction mark never comes out of a translation, and
    these are shaped, joined and put in order as those of a real one are.

    >>> turned("Stop, now?")
    'غفضط، صضل؟'
    """
    return _said(words, lambda run: _with(run, _turn))


def forms_of(
    message: Message, locale: Locale, say: Callable[[str], str]
) -> tuple[str, ...]:
    """Say a message in every plural form of a locale.

    A form that stands for the number one alone has the singular, the others the plural.
    """
    if not message.other:
        return (say(message.words),)
    return tuple(
        say(message.words if numbers == (1,) else message.other)
        for numbers in plurals.examples(locale)
    )


def _said(words: str, say: Callable[[str], str]) -> str:
    """Say what stands between the marks that are kept."""
    parts, end = [], 0
    for kept in _KEPT.finditer(words):
        parts += [say(words[end : kept.start()]), kept.group()]
        end = kept.end()
    return "".join([*parts, say(words[end:])])


def _with(run: str, letter: Callable[[str], str]) -> str:
    return "".join(letter(char) for char in run)


def _accent(char: str) -> str:
    return _ACCENTED.get(char) or _ACCENTED.get(_bare(char), char)


def _turn(char: str) -> str:
    plain = _bare(char).lower()
    if plain in _TURNED:
        return _TURNED[plain]
    # A letter of another script: any will do, but the same one every time.
    return _ARABIC[ord(char) % len(_ARABIC)] if char.isalpha() else char


def _bare(char: str) -> str:
    """Take the accent off a letter."""
    return unicodedata.normalize("NFD", char)[0]


def _longer(run: str) -> str:
    """Say so many letters of a run twice that it is longer by the growth."""
    letters = [place for place, char in enumerate(run) if char.isalpha()]
    vowels = [place for place in letters if _bare(run[place]) in "aeiouyAEIOUY"]
    others = [place for place in letters if place not in set(vowels)]
    wanted = math.ceil(len(letters) * GROWTH)
    twice = set((vowels + others)[:wanted])
    return "".join(char * (1 + (place in twice)) for place, char in enumerate(run))

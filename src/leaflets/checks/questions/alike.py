"""T372: no word mixes scripts, and no letter is a look-alike."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks import scripts
from leaflets.checks.questions.base import Asked, asks_whether
from leaflets.findings import Severity

_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


@asks_whether(
    "T372",
    Example(tag="pl", words="Tea is warm.", good="Herbata jest ciepła.", bad="Herbаta jest ciepła."),
    Example(tag="ar", words="Tea is warm.", good="الشاي دافئ.", bad="الشاي dافئ."),
    Example(tag="hi", words="Tea is warm.", good="चाय गर्म है।", bad="चায় गर्म है।"),
    Example(tag="zh-Hans", words="Tea is warm.", good="茶是热的。", bad="茶は热的。"),
    severity=Severity.ERROR,
)  # fmt: skip
def letters_are_of_one_script(asked: Asked) -> Iterator[Said]:
    """Letters are of the locale's script or Latin, and no word mixes the two (UTS 39)."""
    bare = asked.said.bare
    script = asked.known.locale.script
    if not scripts.letters_of(script):
        return
    for letter in asked.foreign:
        if letter not in asked.pair.whole.words:
            yield f"holds a letter of another script: {letter!r} (U+{ord(letter):04X})"
            return
    latin = script != "Latn" and not asked.said.chars.isdisjoint(_LATIN)
    if latin and asked.known.own.spaced:
        place = scripts.beside_latin(script, bare)
        if place >= 0:
            around = bare[max(0, place - 6) : place + 8]
            yield f"mixes two scripts in one word: {around.strip()!r}"

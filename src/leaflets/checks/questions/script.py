"""T352: a translation is in the script of its locale."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks import scripts
from leaflets.checks.questions.base import Asked, asks_whether

_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")

LEAST_SHARE = 0.5
"""Part of the letters that must be of the locale's script."""


@asks_whether(
    "T352",
    Example(
        tag="ar", words="Tea is *warm*.", good="الشاي *دافئ*.", bad="Le thé *est* chaud."
    ),
    Example(tag="hi", words="Tea is warm.", good="चाय गर्म है।", bad="চা গরম।"),
    Example(tag="pl", words="Tea is warm.", good="Herbata jest ciepła.", bad="Чай тёплый."),
)
def script_is_the_locales(asked: Asked) -> Iterator[Said]:
    """Half of the letters or more are of the locale's script (rule TRN-013)."""
    bare = asked.said.bare
    script = asked.known.locale.script
    if (bare.isascii() and script == "Latn") or not scripts.letters_of(script):
        return
    strange = scripts.foreign(script, asked.said.chars)
    if not strange and (script == "Latn" or asked.said.chars.isdisjoint(_LATIN)):
        return
    foreign = sum(map(bare.count, strange))
    own = sum(map(len, scripts.own(script).findall(bare)))
    latin = 0 if script == "Latn" else sum(map(len, scripts.own("Latn").findall(bare)))
    letters = own + latin + foreign
    if letters and own / letters < LEAST_SHARE and bare != asked.original.bare:
        yield f"is {own / letters:.0%} in the script {script!r}"

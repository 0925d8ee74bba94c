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
    if not scripts.letters_of(script):
        return
    strange = asked.foreign
    if not strange and (script == "Latn" or asked.said.chars.isdisjoint(_LATIN)):
        return
    others = sum(map(bare.count, strange))
    if script != "Latn":
        others += sum(map(len, scripts.own("Latn").findall(bare)))
    own = 0
    for run in scripts.own(script).finditer(bare):
        own += run.end() - run.start()
        if own >= others:
            return  # half of them, whatever follows
    share = own / (own + others) if others else 1.0
    if share < LEAST_SHARE and bare != asked.original.bare:
        yield f"is {share:.0%} in the script {script!r}"

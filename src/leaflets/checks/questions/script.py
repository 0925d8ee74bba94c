"""T352: a translation is in the script of its locale."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks import scripts
from leaflets.checks.questions.base import Asked, asks_whether

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
    if bare.isascii() and asked.known.locale.script == "Latn":
        return
    letters = sum(char.isalpha() for char in bare)
    script = asked.known.locale.script
    if not letters or not scripts.letters_of(script):
        return
    own = sum(char.isalpha() for char in "".join(scripts.own(script).findall(bare)))
    kept = asked.original.bare.split()
    if own / letters < LEAST_SHARE and bare.split() != kept:
        yield f"is {own / letters:.0%} in the script {script!r}"

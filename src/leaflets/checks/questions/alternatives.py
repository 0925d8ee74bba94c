"""T383: what is joined by "or" is all there."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.lexicon import Scan
from leaflets.checks.questions.base import Asked, asks_whether

_COMMAS = frozenset(",،、，")


@asks_whether(
    "T383",
    Example(
        tag="pl",
        words="a warm cup or a cold plate.",
        good="ciepły kubek lub zimny talerz.",
        bad="ciepły kubek i talerz.",
    ),
    Example(
        tag="fr",
        words="tea, or milk, or water",
        good="du thé, du lait ou de l’eau",
        bad="du thé ou du lait",
    ),
    theirs=("alternative",),
)
def no_alternative_is_missing(asked: Asked) -> Iterator[Said]:
    """Of "this or that", both stand in the translation.

    A list of signs that one of them fell out of reads well and has its full stop. A comma
    may stand for an "or" ("this, that or the other").
    """
    if not asked.known.own.wording.alternatives:
        return
    theirs, ours = asked.theirs.of("alternative"), asked.ours.of("alternative")
    if len(ours) >= len(theirs):
        return
    spaced = asked.known.own.spaced
    said = asked.said.tagged
    commas = sum(map(said.count, _COMMAS)) if not spaced else _commas(asked.ours)
    if not ours or len(ours) + commas < len(theirs) + _commas(asked.theirs):
        yield f"says {len(ours)} of {len(theirs)} times 'or'"


def _commas(scan: Scan) -> int:
    """Count the commas, but for those right before an "or"."""
    ors = {hit.start for hit in scan.of("alternative")}
    return sum(
        token in _COMMAS and place + 1 not in ors
        for place, token in enumerate(scan.written)
    )

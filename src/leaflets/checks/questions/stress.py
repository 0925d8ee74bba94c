"""T353: stress stays."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T353",
    Example(tag="fr", words="It is *warm*.", good="C’est *chaud*.", bad="C’est chaud."),
    Example(tag="pl", words="**Call** now.", good="**Dzwoń** teraz.", bad="*Dzwoń* teraz."),
    ours="*_",
    theirs="*_",
)
def stress_is_kept(asked: Asked) -> Iterator[Said]:
    """As many runs are emphasised, and as many strongly, as in the original."""
    if asked.said.stress != asked.original.stress:
        yield "stresses more or fewer words than the original"

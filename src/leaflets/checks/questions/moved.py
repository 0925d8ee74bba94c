"""T377: a citation stays with its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.catalogs.reading import CITED, Reading
from leaflets.checks.lexicon import Scan
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T377",
    Example(
        tag="pl",
        words="Tea helps [@A-1]. Milk does not.",
        good="Herbata pomaga [@A-1]. Mleko nie.",
        bad="Herbata pomaga. Mleko nie [@A-1].",
    ),
    theirs="@",
)
def citation_stays_with_its_sentence(asked: Asked) -> Iterator[Said]:
    """A citation stands in the sentence that it supports (rule EVD-003).

    Asked where both have as many sentences.
    """
    if not asked.original.cited or asked.ours.sentences < 2 or not asked.aligned:
        return
    same = asked.ours.places(CITED) == asked.theirs.places(CITED)
    if same and asked.said.cited == asked.original.cited:
        return
    ours, theirs = _by_key(asked.said, asked.ours), _by_key(asked.original, asked.theirs)
    for key, sentences in theirs.items():
        if key in ours and ours[key] != sentences:
            yield f"cites {key} in another sentence than the original"


def _by_key(reading: Reading, scan: Scan) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for keys, sentence in zip(reading.cited, scan.places(CITED), strict=False):
        for key in keys:
            found.setdefault(key, []).append(sentence)
    return found

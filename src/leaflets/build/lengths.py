"""How long an artifact is: in pages, or as what is told in a line is measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflets.model.work import Artifact

_TOLD = (
    ("minutes", "minute to hear", "minutes to hear"),
    ("braille_pages", "braille page", "braille pages"),
    ("lines", "line", "lines"),
)
"""Measures of what is told in a line, by their names in the manifest; the first counts."""

_ESTIMATED = frozenset({"minutes", "braille_pages"})
"""Measures that somebody plans by: a voice, paper for an embosser."""

FEW = 12
"""Files that are named one by one; of more, each format is told in one line."""


def length(artifact: Artifact) -> str:
    """Say how long an artifact is, such as "30 braille pages" or "28 minutes to hear"."""
    told = artifact.told
    for name, one, many in _TOLD:
        if name in told:
            return f"{told[name]} {one if told[name] == 1 else many}"
    return f"{artifact.pages} page{'' if artifact.pages == 1 else 's'}"


def estimates(artifacts: Iterable[Artifact]) -> list[str]:
    """Say what files to be heard or felt will take: a line a file, or of many a line a format.

    The page of what was built (``output/index.html``) says it of each.
    """
    asked = [made for made in artifacts if _ESTIMATED & made.told.keys()]
    if len(asked) <= FEW:
        return [f"{made.job.name}: {length(made)}" for made in asked]
    return [
        f"{form}: {least} to {most} {many}, {total} in {count} files"
        for name, _, many in _TOLD
        if name in _ESTIMATED
        for form, least, most, total, count in _ranges(asked, name)
    ]


def _ranges(
    artifacts: Iterable[Artifact], name: str
) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield of each format the least and the most of a measure, their sum and count."""
    sizes: dict[str, list[int]] = {}
    for made in artifacts:
        if name in made.told:
            sizes.setdefault(made.job.format, []).append(int(made.told[name]))
    for form, each in sorted(sizes.items()):
        yield form, min(each), max(each), sum(each), len(each)

"""What a locale has translated already: the same words, in any leaflet of the project.

Only what a person may take as done is remembered, and only where it is one and the same
everywhere: between two translations of the same words, a person chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.change import folded

_Words = tuple[str, str]


class Memory:
    """Translations by the words that they translate."""

    def __init__(self, catalogs: Iterable[Catalog], fresh: Callable[[Entry], bool]) -> None:
        """Remember some catalogs of one locale.

        *fresh* says whether the figures behind an obsolete entry are still the same.
        """
        self._live: dict[_Words, list[Entry]] = {}
        self._obsolete: dict[_Words, list[Entry]] = {}
        for catalog in catalogs:
            for entry in catalog.entries.values():
                _remember(self._live, entry)
            for entry in catalog.obsolete:
                if fresh(entry):
                    _remember(self._obsolete, entry)

    def recall(self, entry: Entry) -> Entry | None:
        """Find the one translation that there is for an entry's words."""
        words = (folded(entry.words), folded(entry.other))
        found = self._live.get(words) or self._obsolete.get(words) or []
        return found[0] if len({held.forms for held in found}) == 1 else None


def _remember(shelf: dict[_Words, list[Entry]], entry: Entry) -> None:
    if entry.translated and not entry.fuzzy:
        words = (folded(entry.words), folded(entry.other))
        shelf.setdefault(words, []).append(entry)

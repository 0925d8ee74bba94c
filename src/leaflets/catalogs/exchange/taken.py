"""Take in what came back from who translated blind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from leaflets.catalogs.backwards import mark_of, with_back
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.exchange.blindsheet import Sheet
from leaflets.catalogs.exchange.told import foreign
from leaflets.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of a sheet."""

    changed: tuple[Catalog, ...]
    count: int
    """Translations that a row was of."""

    refused: tuple[Finding, ...]
    """Rows of words that stand in no catalog: they have changed since (X102)."""


def take_back(sheet: Sheet, catalogs: Iterable[Catalog]) -> Taken:
    """Put each back-translation beside every translation whose words it was read from."""
    changed: list[Catalog] = []
    used: set[str] = set()
    count = 0
    for catalog in catalogs:
        entries = dict(catalog.entries)
        for key, entry in catalog.entries.items():
            mark = mark_of(entry)
            if not entry.translated or mark not in sheet.said:
                continue
            used.add(mark)
            count += 1
            entries[key] = with_back(entry, sheet.said[mark][0])
        if entries != dict(catalog.entries):
            changed.append(replace(catalog, entries=MappingProxyType(entries)))
    refused = tuple(
        foreign(
            origin, f"no translation has the mark {mark!r}: its words have changed since"
        )
        for mark, (_, origin) in sheet.said.items()
        if mark not in used
    )
    return Taken(changed=tuple(changed), count=count, refused=refused)

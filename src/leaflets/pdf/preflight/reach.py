"""All resources that the pages of a file can reach, each once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from leaflets.pdf.preflight import limits
from leaflets.pdf.preflight.base import Case
from leaflets.pdf.preflight.walk import inherited

_MOST = 200_000


@dataclass(frozen=True, slots=True)
class Resource:
    """A named resource, and the page that was the first to reach it."""

    page: int
    category: str
    """``XObject``, ``ExtGState``, ``ColorSpace``, ``Pattern``, ``Shading``, ``Font``."""

    name: str
    item: Any


def resources(case: Case) -> tuple[Resource, ...]:
    """Give the resources of all pages, forms, patterns, soft masks and glyphs."""
    found: tuple[Resource, ...] | None = case.shared.get("resources")
    if found is None:
        seen: set[tuple[int, int]] = set()
        found = tuple(
            each
            for page in case.pages
            for each in _reach(page.number, inherited(page.page, "/Resources"), seen, 0)
        )
        case.shared["resources"] = found
    return found


def _reach(
    page: int, held: Any, seen: set[tuple[int, int]], depth: int
) -> Iterator[Resource]:
    if not isinstance(held, pikepdf.Dictionary) or depth > limits.FORMS:
        return
    if _again(held, seen):
        return
    for category in ("XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "Font"):
        named = held.get(f"/{category}")
        if not isinstance(named, pikepdf.Dictionary) or _again(named, seen):
            continue
        for name, item in named.items():
            if len(seen) > _MOST or _again(item, seen):
                continue
            yield Resource(page, category, str(name), item)
            yield from _below(page, item, seen, depth)


def _below(
    page: int, item: Any, seen: set[tuple[int, int]], depth: int
) -> Iterator[Resource]:
    if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        return
    yield from _reach(page, item.get("/Resources"), seen, depth + 1)
    mask = item.get("/SMask")
    group = mask.get("/G") if isinstance(mask, pikepdf.Dictionary) else None
    if isinstance(group, pikepdf.Stream) and not _again(group, seen):
        yield Resource(page, "XObject", "soft mask", group)
        yield from _reach(page, group.get("/Resources"), seen, depth + 1)


def _again(item: Any, seen: set[tuple[int, int]]) -> bool:
    """Say whether an indirect object was met before, and remember it."""
    place: tuple[int, int] = item.objgen if isinstance(item, pikepdf.Object) else (0, 0)
    if place == (0, 0):
        return False
    if place in seen:
        return True
    seen.add(place)
    return False

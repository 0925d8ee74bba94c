"""A preflight as plain data: for JSON, for the page that shows it, for another process.

Whatever comes of the file itself, such as the name of a font, is made harmless here:
control characters, which could steer a terminal, and direction marks, which could turn a
line round, are written as their numbers, and nothing is longer than a person reads.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isfinite
from typing import Any

from leaflets.findings import Severity
from leaflets.pdf.preflight.ask import preflight
from leaflets.pdf.preflight.base import QUESTIONS, Ordered, Placed, Report
from leaflets.pdf.preflight.opening import opened
from leaflets.pdf.preflight.sheets import Sheet, sheets
from leaflets.pdf.printspec import PrintSpec
from leaflets.pdf.rendered import Rectangle

MOST = 2000
"""Most findings of a file that are handed on; the rest is counted."""

LONGEST = 500
"""Longest words of a stranger that are repeated."""

_JOINERS = "\u200c\u200d"
"""Not printable by themselves, and part of words in several scripts."""


def account(
    data: bytes,
    spec: PrintSpec,
    name: str = "",
    ordered: Ordered | None = None,
    panels: Sequence[float] = (),
) -> dict[str, Any]:
    """Ask all questions of a file, and say what was found as plain data.

    *panels* are the widths in mm of the panels of a folded sheet as they lie on its first
    page, from left to right; the second page is its back, and so on in turn. Raises
    RenderError for a file that cannot be opened within bounds.
    """
    with opened(data) as pdf:
        laid = tuple(sheets(pdf))
    known = ordered or Ordered()
    if panels:
        known = replace(known, folds=folds(panels, len(laid)))
    report = preflight(data, spec, name=name, ordered=known)
    return {
        **as_data(report, spec),
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "sheets": [
            _sheet(each, known.folds[each.number : each.number + 1]) for each in laid
        ],
    }


def folds(panels: Sequence[float], pages: int) -> tuple[tuple[float, ...], ...]:
    """Give the folds of every page in mm from its left edge; a back is mirrored.

    >>> folds((97, 100, 100), 2)
    ((97.0, 197.0), (100.0, 200.0))
    """
    front = _lines(panels)
    back = _lines(tuple(reversed(panels)))
    return tuple(back if number % 2 else front for number in range(pages))


def _lines(panels: Sequence[float]) -> tuple[float, ...]:
    return tuple(float(sum(panels[: count + 1])) for count in range(len(panels) - 1))


def as_data(report: Report, spec: PrintSpec) -> dict[str, Any]:
    """Say a report as plain data; its form is ``docs/schema/preflight.schema.json``."""
    counts = Counter(each.answer.severity for each in report.found)
    return {
        "name": plain(report.name),
        "spec": {
            "name": spec.name,
            "title": spec.title,
            "standard": spec.standard,
            "condition": spec.condition.identifier,
            "ink_limit": spec.ink_limit,
            "bleed": spec.bleed,
            "safe": spec.safe,
        },
        "passed": report.passed,
        "pages": report.pages,
        "counts": {severity.value: counts[severity] for severity in Severity},
        "facts": {plain(str(name)): _fact(each) for name, each in report.facts.items()},
        "findings": [_finding(each) for each in report.found[:MOST]],
        "left_out": max(0, len(report.found) - MOST),
    }


def plain(words: str) -> str:
    r"""Make a stranger's words harmless to show, and short.

    >>> plain("Arial\x1b[2J")
    'Arial\\u001b[2J'
    """
    if len(words) > LONGEST:
        words = f"{words[:LONGEST]}…"
    return "".join(
        each if each.isprintable() or each in _JOINERS else f"\\u{ord(each):04x}"
        for each in words
    )


def _finding(placed: Placed) -> dict[str, Any]:
    answer = placed.answer
    asked = QUESTIONS.get(placed.code)
    return {
        "code": placed.code,
        "severity": answer.severity.value,
        "message": plain(answer.message),
        "hint": plain(answer.hint),
        "page": None if answer.page is None else answer.page + 1,
        "rectangle": _rectangle(answer.rectangle),
        "title": asked.title if asked else "",
        "basis": asked.basis if asked else "",
    }


def _sheet(sheet: Sheet, folded: Sequence[Sequence[float]]) -> dict[str, Any]:
    return {
        "page": sheet.number + 1,
        "media": _rectangle(sheet.media),
        "trim": _rectangle(sheet.trim),
        "bleed": _rectangle(sheet.bleed),
        "rotate": sheet.rotate,
        "folds": [float(each) for line in folded for each in line],
    }


def _rectangle(box: Rectangle | None) -> list[float] | None:
    if box is None:
        return None
    sides = (box.x0, box.y0, box.x1, box.y1)
    return [round(each, 2) for each in sides] if all(map(isfinite, sides)) else None


def _fact(value: Any, floor: int = 0) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return round(value, 3) if isfinite(value) else None
    if isinstance(value, Mapping) and floor < 4:
        return {plain(str(name)): _fact(each, floor + 1) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset) and floor < 4:
        items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return [_fact(each, floor + 1) for each in list(items)[:200]]
    return plain(str(value))

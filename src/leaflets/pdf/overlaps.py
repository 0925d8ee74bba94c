"""Text over text: ink of two lines or blocks that lies on the same spot.

Boxes around letters are not enough. In sloping scripts they always overlap, on a page
that is perfectly clean; so where boxes meet, the outlines themselves are compared.

Turned text, such as a mark across the page, is left out, and so are the pieces of one
line that stand side by side: marks over letters and kerned pairs touch by design.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflets.pdf.matrix import Box
from leaflets.pdf.outlines import Contour
from leaflets.pdf.pageproblem import PageProblem, Question
from leaflets.pdf.rendered import Rectangle
from leaflets.pdf.runs import PageGlyphs, Run

AREA = 0.0004
"""Ink that two letters may share, in square em: a spot of 0.02 em is not seen."""

_ROWS = 12
"""Rows in which the outlines of two letters are compared."""

_SIDE_BY_SIDE = 0.3
"""How far the pens of neighbours in one line may cross, in em."""


class _Block(NamedTuple):
    box: Box
    run: Run


def overlapping(pages: Sequence[PageGlyphs]) -> Iterator[PageProblem]:
    """Find letters that are printed over letters of another line or block."""
    for page in pages:
        blocks = [
            _Block(box, run)
            for run in page.runs
            if run.painted and run.upright and (box := run.rough) is not None
        ]
        blocks.sort(key=lambda block: block.box[1])
        inks: dict[int, list[tuple[Box, int]]] = {}
        active: list[_Block] = []
        for block in blocks:
            bottom = block.box[1]
            active = [each for each in active if each.box[3] > bottom]
            for other in active:
                if _apart(block, other):
                    continue
                found = _collision(block, other, inks)
                if found is not None:
                    yield _problem(page.number, block.run, other.run, found)
            active.append(block)


def _problem(page: int, one: Run, other: Run, box: Box) -> PageProblem:
    upper, lower = (one, other) if one.baseline >= other.baseline else (other, one)
    return PageProblem(
        question=Question.OVERLAP,
        page=page,
        rectangle=Rectangle(x0=box[0], y0=box[1], x1=box[2], y1=box[3]),
        detail=f"'{upper.letters[:40]}' and '{lower.letters[:40]}' touch",
    )


def _apart(one: _Block, other: _Block) -> bool:
    """Say whether two runs cannot collide, or stand side by side in one line."""
    a, b = one.box, other.box
    if a[2] <= b[0] or b[2] <= a[0]:
        return True
    if one.run.origin == other.run.origin:
        return True
    if abs(one.run.baseline - other.run.baseline) > 0.1 * one.run.size:
        return False
    crossed = min(one.run.end, other.run.end) - max(one.run.start, other.run.start)
    return crossed < _SIDE_BY_SIDE * min(one.run.size, other.run.size)


def _collision(
    one: _Block, other: _Block, inks: dict[int, list[tuple[Box, int]]]
) -> Box | None:
    """Give the place where two runs first share ink."""
    size = min(one.run.size, other.run.size)
    least = 0.02 * size
    left = _near(one.run, other.box, inks)
    right = _near(other.run, one.box, inks)
    start = 0
    for box, place in left:
        while start < len(right) and right[start][0][2] <= box[0] - size * 4:
            start += 1
        for against, there in right[start:]:
            if against[0] >= box[2]:
                break
            x0, y0 = max(box[0], against[0]), max(box[1], against[1])
            x1, y1 = min(box[2], against[2]), min(box[3], against[3])
            if x1 - x0 <= least or y1 - y0 <= least:
                continue
            shared = _shared(one.run, place, other.run, there, (x0, y0, x1, y1))
            if shared > AREA * size * size:
                return x0, y0, x1, y1
    return None


def _near(
    run: Run, box: Box, inks: dict[int, list[tuple[Box, int]]]
) -> list[tuple[Box, int]]:
    """Give the glyphs of a run whose ink may reach into a box, from left to right."""
    known = inks.get(run.number)
    if known is None:
        found = ((ink, place) for place, ink in enumerate(run.inks) if ink)
        known = inks[run.number] = sorted(found)
    x0, y0, x1, y1 = box
    return [
        each
        for each in known
        if each[0][0] < x1 and each[0][2] > x0 and each[0][1] < y1 and each[0][3] > y0
    ]


def _shared(one: Run, first: int, other: Run, second: int, box: Box) -> float:
    """Measure the area of ink that two glyphs share within a box, in square points."""
    height = (box[3] - box[1]) / _ROWS
    total = 0.0
    ours = one.font.program.contours(one.gids[first])
    theirs = other.font.program.contours(other.gids[second])
    for row in range(_ROWS):
        y = box[1] + (row + 0.5) * height
        spans = _spans(one, first, ours, y)
        if spans:
            total += height * _common(spans, _spans(other, second, theirs, y))
    return total


def _spans(
    run: Run, place: int, contours: tuple[Contour, ...], y: float
) -> list[tuple[float, float]]:
    """Give the stretches of a row that a glyph inks (non-zero winding rule)."""
    a, _, _, d = run.matrix
    level = (y - run.ys[place]) / d
    crossings: list[tuple[float, int]] = []
    for contour in contours:
        x0, y0 = contour[-1]
        for x1, y1 in contour:
            if (y0 <= level) != (y1 <= level):
                x = x0 + (level - y0) * (x1 - x0) / (y1 - y0)
                crossings.append((x, 1 if y1 > y0 else -1))
            x0, y0 = x1, y1
    crossings.sort()
    spans, winding, start = [], 0, 0.0
    left = run.xs[place]
    for x, turn in crossings:
        if winding == 0:
            start = x
        winding += turn
        if winding == 0:
            spans.append((left + a * start, left + a * x))
    return spans


def _common(ours: list[tuple[float, float]], theirs: list[tuple[float, float]]) -> float:
    return sum(max(0.0, min(a1, b1) - max(a0, b0)) for a0, a1 in ours for b0, b1 in theirs)

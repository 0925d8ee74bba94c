"""Questions to a finished page, each its own function.

The engine gives no warning for most of what they ask. All of them read the glyphs of
the finished bytes; none looks at the HTML. Text over text is asked in ``overlaps``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from leaflets.pdf.matrix import Box
from leaflets.pdf.pagefonts import PageFont
from leaflets.pdf.pageproblem import PageProblem, Question
from leaflets.pdf.rendered import Mark, PageText, Rectangle
from leaflets.pdf.runs import PageGlyphs, Run

POINTS_PER_MM = 72 / 25.4

_CUT = 0.04
"""How much of an em may be cut off before it is seen: less than a hairline of type."""

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{[^{}]{0,80}\}|⟦[^⟧]{0,80}⟧?|\{\{|\{%")
_BRACES = "{}⟦⟧"


def missing_glyphs(pages: Sequence[PageGlyphs]) -> Iterator[PageProblem]:
    """Find characters that the fonts of a page lack (PDF/UA-1, 7.21.8)."""
    for page in pages:
        for run in page.runs:
            lacking = run.font.missing | {0}
            if lacking.isdisjoint(run.gids):
                continue
            for place, gid in enumerate(run.gids):
                if gid in lacking:
                    text = run.font.text(gid)
                    code = " ".join(f"U+{ord(each):04X}" for each in text) or "?"
                    yield PageProblem(
                        question=Question.MISSING_GLYPH,
                        page=page.number,
                        rectangle=_cell(run, place),
                        detail=f"'{run.font.base}' has no '{text}' ({code})",
                    )


def foreign_fonts(
    pages: Sequence[PageGlyphs], families: Collection[str]
) -> Iterator[PageProblem]:
    """Find fonts that are of none of the *families*, or are not embedded.

    The name is the one that the embedded font program bears, not what the PDF calls
    it: the engine names a font by what was asked for.
    """
    allowed = frozenset(families)
    for page in pages:
        seen: set[PageFont] = set()
        for run in page.runs:
            if run.font in seen:
                continue
            seen.add(run.font)
            if run.font.family not in allowed:
                name = run.font.postscript
                known = f"'{name}'" if run.font.data else f"'{name}', not embedded"
                yield PageProblem(
                    question=Question.FOREIGN_FONT,
                    page=page.number,
                    rectangle=_cell(run, 0),
                    detail=f"{known}, first in '{run.letters[:40]}'",
                )


def clipped(pages: Sequence[PageGlyphs], safe_mm: float = 0.0) -> Iterator[PageProblem]:
    """Find letters whose ink is cut: by a clip, or nearer than *safe_mm* to the trim."""
    margin = safe_mm * POINTS_PER_MM
    for page in pages:
        trim = page.trim
        inner = trim.x0 + margin, trim.y0 + margin, trim.x1 - margin, trim.y1 - margin
        for run in page.runs:
            if not run.painted:
                continue
            slack = _CUT * run.size
            box = run.rough
            for limit, why in ((run.clip, "a clip"), (inner, "the edge of the page")):
                if limit is None or box is None or _inside(box, limit, slack):
                    continue
                cut = [
                    place
                    for place, ink in enumerate(run.inks)
                    if ink and not _inside(ink, limit, slack)
                ]
                if cut:
                    letters = "".join(run.font.letter(run.gids[place]) for place in cut)
                    yield PageProblem(
                        question=Question.CLIPPED,
                        page=page.number,
                        rectangle=_cell(run, cut[0]),
                        detail=f"'{letters}' is cut by {why}, in '{run.letters[:60]}'",
                    )
                    break


def outside(
    pages: Sequence[PageGlyphs], areas: Sequence[Rectangle]
) -> Iterator[PageProblem]:
    """Find lines that run out of the area of their page at a side.

    *areas* holds the area for the body of each page. What stands wholly outside it,
    as page numbers do, belongs to the margins and is no overflow.
    """
    for page, area in zip(pages, areas, strict=True):
        for run in page.runs:
            slack = 0.1 * run.size
            left, right = area.x0 - slack, area.x1 + slack
            if (
                not run.painted
                or not run.upright
                or not area.y0 <= run.baseline <= area.y1
                or run.start >= area.x1
                or run.end <= area.x0
                or (left <= run.start and run.end <= right)
            ):
                continue
            # A space at the end of a line may hang out; only ink counts.
            inks = [ink for ink in run.inks if ink]
            over = max(
                (max(area.x0 - ink[0], ink[2] - area.x1) for ink in inks), default=0.0
            )
            if over > slack:
                distance = over / POINTS_PER_MM
                yield PageProblem(
                    question=Question.OUTSIDE,
                    page=page.number,
                    rectangle=_span(run),
                    detail=f"'{run.letters[:60]}' runs {distance:.1f} mm out of the text area",
                )


def placeholders(
    pages: Sequence[PageGlyphs], texts: Sequence[PageText]
) -> Iterator[PageProblem]:
    """Find the name of a value that was never filled in: ``{name}``, ``{{…}}``, ``⟦…⟧``.

    Both the words that were laid out and the glyphs on the page are searched.
    """
    for number, text in enumerate(texts):
        found = {match.group() for match in _PLACEHOLDER.finditer(text.text)}
        if number < len(pages):
            found.update(_braced(pages[number]))
        for each in sorted(found):
            yield PageProblem(
                question=Question.PLACEHOLDER,
                page=number,
                rectangle=None,
                detail=f"'{each}'",
            )


def empty_pages(
    pages: Sequence[PageGlyphs], areas: Sequence[Rectangle]
) -> Iterator[PageProblem]:
    """Find pages without a word and without a picture in the area for the body.

    Lines and backgrounds do not count: the tail of a box that was split is no content.
    """
    for page, area in zip(pages, areas, strict=True):
        words = any(
            run.painted
            and run.start < area.x1
            and run.end > area.x0
            and area.y0 <= run.baseline <= area.y1
            and run.rough
            for run in page.runs
        )
        pictures = any(
            box[0] < area.x1 and box[2] > area.x0 and box[1] < area.y1 and box[3] > area.y0
            for box in page.pictures
        )
        if not (words or pictures):
            yield PageProblem(
                question=Question.EMPTY,
                page=page.number,
                rectangle=None,
                detail="nothing stands in the text area",
            )


def stranded_headings(
    pages: Sequence[PageGlyphs],
    areas: Sequence[Rectangle],
    marks: Sequence[Mark],
    headings: Collection[str],
) -> Iterator[PageProblem]:
    """Find headings with nothing under them in their column, as a warning.

    *headings* are the ids of the marks that are headings. Text that runs on in the
    line of its heading follows it as well.
    """
    wanted = frozenset(headings)
    last: dict[tuple[str, int], list[Mark]] = {}
    for mark in marks:
        if mark.id in wanted:
            last.setdefault((mark.id, mark.page), []).append(mark)
    for (name, number), held in last.items():
        page, area = pages[number], areas[number]
        foot = min(mark.baseline for mark in held)
        left, right = min(mark.x0 for mark in held), max(mark.x1 for mark in held)
        reach = 2 * max(mark.size for mark in held)
        below = any(
            run.painted
            and (
                (
                    area.y0 <= run.baseline < foot - 0.5
                    and run.start < right
                    and run.end > left
                )
                or (abs(run.baseline - foot) <= 0.5 and _beside(run, held, foot, reach))
            )
            for run in page.runs
        ) or any(
            box[0] < right and box[2] > left and area.y0 <= box[1] < foot
            for box in page.pictures
        )
        if not below:
            yield PageProblem(
                question=Question.STRANDED,
                page=number,
                rectangle=Rectangle(x0=left, y0=foot, x1=right, y1=held[0].y1),
                detail=f"nothing follows the heading '{name}'",
                warning=True,
            )


def _beside(run: Run, held: Sequence[Mark], foot: float, reach: float) -> bool:
    """Say whether a run stands right beside the last line of a heading, outside it."""
    last = [mark for mark in held if abs(mark.baseline - foot) <= 0.5]
    left, right = min(mark.x0 for mark in last), max(mark.x1 for mark in last)
    after = -0.5 <= run.start - right <= reach
    before = -0.5 <= left - run.end <= reach
    return (after or before) and run.rough is not None


def _inside(box: Box, limit: Box, slack: float) -> bool:
    return (
        box[0] >= limit[0] - slack
        and box[1] >= limit[1] - slack
        and box[2] <= limit[2] + slack
        and box[3] <= limit[3] + slack
    )


def _braced(page: PageGlyphs) -> Iterator[str]:
    braces: dict[PageFont, frozenset[int]] = {}
    for run in page.runs:
        known = braces.get(run.font)
        if known is None:
            known = braces[run.font] = _glyphs_of(run.font, _BRACES)
        if not known.isdisjoint(run.gids):
            found = _PLACEHOLDER.findall(run.letters)
            yield from found or [run.letters[:60]]


def _glyphs_of(font: PageFont, characters: str) -> frozenset[int]:
    if not font.data:
        return frozenset()
    nominal = font.program.font.get_nominal_glyph
    return frozenset(gid for each in characters if (gid := nominal(ord(each))))


def _cell(run: Run, place: int) -> Rectangle:
    x, y = run.xs[place], run.ys[place]
    width = max(run.font.widths.get(run.gids[place], 500.0), 100.0) * run.size / 1000
    return Rectangle(x0=x, y0=y - 0.25 * run.size, x1=x + width, y1=y + 0.85 * run.size)


def _span(run: Run) -> Rectangle:
    low, high = run.baseline - 0.25 * run.size, run.baseline + 0.85 * run.size
    return Rectangle(x0=run.start, y0=low, x1=max(run.start, run.end), y1=high)

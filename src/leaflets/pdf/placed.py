"""Whether a placed text really stands on the finished page, in the right visual order.

A telephone number whose groups change places in a line of Arabic is a wrong number,
and nothing warns of it. So each text that must be right is looked for among the glyphs
of the finished file: where the engine says it put it, and compared, glyph by glyph and
step by step, with the same text set on its own. What the file says that its glyphs
mean is not asked, as it is wrong in several scripts.

A text that is looked for must be set without letter-spacing, ``text-transform`` and
font features of its own; kerning and ligatures stay as the font has them. Spaces may
be widened, as justified lines do.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from leaflets.pdf.fonts import FontSet
from leaflets.pdf.itemise import Piece, Style
from leaflets.pdf.outlines import NO_INK
from leaflets.pdf.rendered import Mark, Rendered
from leaflets.pdf.runs import PageGlyphs, Run
from leaflets.pdf.shaping import Shaped, Shaper, shaper
from leaflets.pdf.sharing import Part, occurrences, solid

STEP = 0.03
"""How far a step from glyph to glyph may differ from the reference, in em."""

_DRIFT = 0.003
"""How much more each glyph may add: the file rounds an advance to 1/1000 em twice."""

_WIDENED = 1024 / 1000 - 1
"""How much further than the font says the engine sets a glyph beside its pen: it takes
Pango's 1024th parts for 1000th parts. The returning bari ye of Nastaliq, which reaches
back under its whole word, goes astray by more than STEP."""

_STRETCH = 1.5
"""How much wider than its font's a space within a fact may be, in em."""

_STRETCH_IN_LINES = 20.0
"""The same in a text of several lines, which may be justified in a narrow column."""

_SEAM = 1.0
"""How far apart two styles of one line may stand, in em: room for a border."""

_NEAR = 0.6
"""How far a run may stand from its mark, in points."""

_SPACES = re.compile(r"[ \t\r\n\f]+")
"""White space that HTML collapses; a no-break space is not among it."""


class Fault(StrEnum):
    """What is wrong with a placed text."""

    MISSING = "missing"
    ALTERED = "altered"
    REORDERED = "re-ordered"
    BROKEN = "broken across lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A text that must stand on a page."""

    id: str
    """The ``data-mark`` of the element that holds it."""

    text: str
    """The words in logical order, as a reader should see them."""

    direction: str
    """``ltr`` or ``rtl``: the text's own direction, whatever stands around it."""

    lang: str
    """BCP 47 tag of its language."""

    visual: bool
    """Whether it must stand in one line; otherwise it may be broken between words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with one placed text."""

    id: str
    fault: Fault
    expected: str
    found: str
    """What stands there, from left to right, as well as it can be read."""

    page: int | None = None
    """First page is 0; None if the text was not placed at all."""

    def __str__(self) -> str:
        where = "" if self.page is None else f" on page {self.page + 1}"
        found = f", found '{self.found}'" if self.found else ""
        return f"'{self.id}' is {self.fault.value}{where}: '{self.expected}'{found}"


class _Seen(NamedTuple):
    """One glyph on the page."""

    run: Run
    place: int

    @property
    def key(self) -> tuple[str, int]:
        return self.run.font.postscript, self.run.gids[self.place]


def verify(
    expected: Iterable[Expected],
    rendered: Rendered,
    glyphs: Sequence[PageGlyphs],
    fonts: FontSet,
) -> tuple[Problem, ...]:
    """Look for every expected text on the finished pages.

    An id may stand in several places, a running header for instance: each is looked
    at. Yields nothing for a text that is right everywhere.
    """
    marks: dict[str, list[Mark]] = {}
    for mark in rendered.marks:
        marks.setdefault(mark.id, []).append(mark)
    pages = [_Lines(page) for page in glyphs]
    problems: list[Problem] = []
    for each in expected:
        problems += _verify(each, marks.get(each.id, []), pages, shaper(fonts))
    return tuple(problems)


class _Lines:
    """The visible runs of a page, by the height of their baseline."""

    def __init__(self, page: PageGlyphs) -> None:
        self._rows: dict[int, list[Run]] = {}
        for run in page.runs:
            if run.painted:
                self._rows.setdefault(round(run.baseline), []).append(run)

    def within(self, mark: Mark) -> list[Run]:
        """Give the runs whose pen moves within a mark, from left to right."""
        row = round(mark.baseline)
        found = [
            run
            for height in (row - 1, row, row + 1)
            for run in self._rows.get(height, ())
            if abs(run.baseline - mark.baseline) <= _NEAR
            and min(run.end, mark.x1) - max(run.start, mark.x0) > -1e-6
            and run.start >= mark.x0 - _NEAR
            and run.end <= mark.x1 + max(_NEAR, 0.01 * (mark.x1 - mark.x0))
        ]
        return sorted(found, key=lambda run: (run.start, run.number))


def _verify(
    expected: Expected, marks: list[Mark], pages: list[_Lines], shapes: Shaper
) -> Iterator[Problem]:
    text = _SPACES.sub(" ", expected.text).strip(" ")
    if not any(solid(mark.text) for mark in marks):
        yield Problem(id=expected.id, fault=Fault.MISSING, expected=text, found="")
        return
    for parts in occurrences(text, marks):
        yield from _verify_one(expected, text, parts, pages, shapes)


def _verify_one(
    expected: Expected,
    text: str,
    parts: list[Part] | list[Mark],
    pages: list[_Lines],
    shapes: Shaper,
) -> Iterator[Problem]:
    marks = [part.mark if isinstance(part, Part) else part for part in parts]
    lines: dict[tuple[int, int], list[int]] = {}
    for place, mark in enumerate(marks):
        lines.setdefault((mark.page, mark.line), []).append(place)
    seen = {
        line: _seen([marks[place] for place in places], pages)
        for line, places in lines.items()
    }

    def problem(fault: Fault) -> Problem:
        return Problem(
            id=expected.id,
            fault=fault,
            expected=text,
            found=_found(seen),
            page=marks[0].page,
        )

    if not any(seen.values()):
        yield problem(Fault.MISSING)
        return
    if expected.visual and len(lines) > 1:
        yield problem(Fault.BROKEN)
        return
    references: list[tuple[Shaped, ...]] = []
    stretch = _STRETCH if expected.visual else _STRETCH_IN_LINES
    agree = True
    for line, places in lines.items():
        held = [parts[place] for place in places]
        if not all(isinstance(part, Part) for part in held):
            # Other words stand here. In one line it can still be said how they differ.
            reference = _reference(expected, text, [_whole(text, marks[0])], shapes)
        else:
            reference = _reference(
                expected, text, [p for p in held if isinstance(p, Part)], shapes
            )
        references.append(reference)
        agree = agree and _same(seen[line], reference, stretch)
    if not agree:
        wanted = Counter(
            (g.font, g.gid) for line in references for g in line if not g.blank
        )
        there = Counter(g.key for line in seen.values() for g in line if not _blank(g))
        same = wanted == there or _solid_letters(text) == _solid_letters(_found(seen))
        yield problem(Fault.REORDERED if same else Fault.ALTERED)


def _whole(text: str, mark: Mark) -> Part:
    return Part(mark, 0, len(text), "")


def _reference(
    expected: Expected, text: str, parts: list[Part], shapes: Shaper
) -> tuple[Shaped, ...]:
    tail = parts[-1].tail
    if tail:
        # The hyphen of a broken word stands on this line and nowhere in the text.
        stop = parts[-1].stop
        text = text[:stop] + tail + text[stop:]
        parts = [*parts[:-1], parts[-1]._replace(stop=stop + len(tail))]
    pieces = tuple(
        Piece(
            part.start,
            part.stop,
            Style(
                part.mark.family,
                part.mark.weight,
                part.mark.italic,
                part.mark.lang or expected.lang,
            ),
        )
        for part in parts
        if solid(text[part.start : part.stop])  # white space alone is not drawn
    )
    return _trim(shapes.line(text, expected.direction, pieces)) if pieces else ()


def _trim(line: tuple[Shaped, ...]) -> tuple[Shaped, ...]:
    start, stop = 0, len(line)
    while start < stop and line[start].blank:
        start += 1
    while stop > start and line[stop - 1].blank:
        stop -= 1
    return line[start:stop]


def _seen(marks: list[Mark], pages: list[_Lines]) -> list[_Seen]:
    """Give the glyphs within some marks of one line, from left to right."""
    runs: dict[int, Run] = {}
    for mark in marks:
        if mark.page < len(pages):
            runs.update((run.number, run) for run in pages[mark.page].within(mark))
    ordered = sorted(runs.values(), key=lambda run: (run.start, run.number))
    glyphs = [_Seen(run, place) for run in ordered for place in range(len(run.gids))]
    start, stop = 0, len(glyphs)
    while start < stop and _blank(glyphs[start]):
        start += 1
    while stop > start and _blank(glyphs[stop - 1]):
        stop -= 1
    return glyphs[start:stop]


def _blank(glyph: _Seen) -> bool:
    return glyph.run.font.program.bounds(glyph.run.gids[glyph.place]) is NO_INK


def _same(seen: list[_Seen], reference: tuple[Shaped, ...], stretch: float) -> bool:
    """Compare the glyphs of a line and the steps between them with the reference."""
    if len(seen) != len(reference):
        return False
    spread = 0.0
    for place, (glyph, wanted) in enumerate(zip(seen, reference, strict=True)):
        run = glyph.run
        if not run.upright or glyph.key != (wanted.font, wanted.gid):
            return False
        rise = (run.ys[glyph.place] - run.baseline) / run.size
        if abs(rise - wanted.y) > STEP + 0.03 * abs(wanted.y):
            return False
        if not place:
            continue
        before, reached = seen[place - 1], reference[place - 1]
        step = (run.xs[glyph.place] - before.run.xs[before.place]) / run.size
        if reached.piece != wanted.piece:
            smaller = before.run.size / run.size
            if not -STEP <= step - reached.advance * smaller <= _SEAM + stretch:
                return False
            continue
        off = step - (_where(wanted) - _where(reached))
        spread += off if not (wanted.space or reached.space) else 0.0
        room = stretch if wanted.space or reached.space else STEP
        if not -STEP <= off <= room or abs(spread) > STEP + _DRIFT * place:
            return False
    return True


def _where(glyph: Shaped) -> float:
    """Say where the engine sets a glyph of the reference, in em."""
    return glyph.x + _WIDENED * glyph.shift


def _found(seen: dict[tuple[int, int], list[_Seen]]) -> str:
    lines = (
        "".join(
            " " if _blank(glyph) else glyph.run.font.letter(glyph.run.gids[glyph.place])
            for glyph in glyphs
        )
        for glyphs in seen.values()
    )
    return " / ".join(filter(None, lines))


def _solid_letters(text: str) -> Counter[str]:
    """Count the letters of a text, whatever their form and order."""
    return Counter(solid(unicodedata.normalize("NFKC", text)).replace("/", ""))

"""Runs of words to cells: which table says what, and where each mark comes to stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from leaflets.compose.braille.cells import BLANK
from leaflets.compose.braille.heard import Asked, Heard
from leaflets.compose.braille.numbers import places
from leaflets.compose.braille.wording import prepared
from leaflets.errors import RenderError
from leaflets.model.braille import Braille
from leaflets.model.locale import Locale
from leaflets.model.narrative import Run

_LATIN = re.compile(
    r"[A-Za-z\u00c0-\u024f](?:[A-Za-z\u00c0-\u024f0-9 .@/&'’+_-]*[A-Za-z\u00c0-\u024f0-9])?"
)
"""Words in Latin letters, with what stands between them."""

_FIGURE = re.compile(r"[0-9]+")

_VERBATIM = frozenset(["email", "web", "code"])
"""Kinds of facts that are typed, letter by letter."""

_OPENING, _SIGN = frozenset("\u2826\u2816\u2824\u2818"), "\u2820"
"""Brackets, plus and minus of the French code, and its number sign."""

_AFTER = re.compile(r"[/@_?=&]|[.-](?!\d)")
"""An address may be broken after these; within a number it may not."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an Expectation stands: from one index of the cells to another."""

    id: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """A passage in cells."""

    cells: str
    marks: tuple[Mark, ...] = ()
    unbroken: tuple[tuple[int, int], ...] = ()
    """From where to where no line should end: facts."""

    breaks: frozenset[int] = frozenset()
    """Before which cells an address may be broken if it must."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """A passage in prepared words, each character with its table."""

    words: str
    tables: tuple[str, ...]
    runs: tuple[tuple[int, int, Run], ...]

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What must be translated of it, in order."""
        parts, at = [], 0
        for table, same in groupby(self.tables):
            size = len(list(same))
            parts.append(Asked(table, self.words[at : at + size]))
            at += size
        return tuple(parts)


def spelt(runs: Sequence[Run], lang: str, locale: Locale) -> Spelt:
    """Prepare the words of a passage in a leaflet in *lang*, and name their tables.

    Words in another language and what is typed letter by letter go by the table for
    foreign words; so do Latin letters among those of another script.
    """
    braille = locale.braille
    if braille is None:
        raise ValueError(f"{locale.tag} has no table of braille")
    words, tables, spans = "", list[str](), list[tuple[int, int, Run]]()
    for run in runs:
        said = prepared(run.words, braille)
        foreign = _primary(run.lang) != _primary(lang) or run.kind == "code"
        table = braille.foreign if foreign or run.fact in _VERBATIM else braille.table
        chosen = [table] * len(said)
        if locale.script != "Latn":
            for found in _LATIN.finditer(said):
                chosen[found.start() : found.end()] = [braille.foreign] * len(found[0])
        if run.kind == "citation" and words and not words[-1].isspace():
            # Braille has no raised figures; some codes read those beside letters as letters.
            words, tables = words + " ", [*tables, tables[-1]]
        spans.append((len(words), len(words) + len(said), run))
        words += said
        tables += chosen
    return Spelt(words, tuple(tables), tuple(spans))


def together(passage: Spelt, heard: Sequence[Heard], braille: Braille) -> Said:
    """Put the cells of a passage together, and find its marks in them.

    Raises RenderError for a figure that does not read as what it is.
    """
    cells, where, read = "", list[int](), dict[int, str]()
    for asked, part in zip(passage.asked, heard, strict=True):
        way = braille.numbers if asked.table == braille.table else "letters"
        found = places(part.cells, way)
        read |= {len(cells) + at: digit for at, digit in found.items()}
        where += [len(cells) + at for at in part.where]
        cells += part.cells
    where.append(len(cells))
    _require_figures(passage.words, where, read)
    marks, unbroken, breaks = [], [], set[int]()
    for begin, end, run in passage.runs:
        first, last = _trimmed(cells, where[begin], where[end])
        if run.mark:
            marks.append(Mark(run.mark, _signed(cells, first), last))
        if run.fact or run.kind in ("code", "citation"):
            unbroken.append((first, last))
    for match in _AFTER.finditer(passage.words):
        breaks.add(where[match.end()])
    return Said(cells, tuple(marks), tuple(unbroken), frozenset(breaks))


def _require_figures(words: str, where: Sequence[int], read: dict[int, str]) -> None:
    """Read every figure where it stands, by other rules than those that wrote it."""
    for figure in _FIGURE.finditer(words):
        low, high = where[figure.start()], where[figure.end()]
        found = "".join(read.get(at, "") for at in range(low, high))
        if found != figure[0]:
            around = words[max(0, figure.start() - 20) : figure.end() + 20]
            raise RenderError(
                f"{figure[0]!r} in {around!r} reads as {found!r} in braille",
                hint="the table of braille writes this figure without its sign",
            )


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def _signed(cells: str, begin: int) -> int:
    """Go back to the number sign where signs of print stand between it and the digits.

    French opens a number before the bracket it stands in: ``(5`` is ⠠⠦⠱.
    """
    back = begin
    while back and cells[back - 1] in _OPENING:
        back -= 1
    return back - 1 if back < begin and back and cells[back - 1] == _SIGN else begin


def _trimmed(cells: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and cells[begin] == BLANK:
        begin += 1
    while end > begin and cells[end - 1] == BLANK:
        end -= 1
    return begin, end

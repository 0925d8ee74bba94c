"""Braille as a BRF file: North American ASCII, so many cells a line, so many lines a page.

Each page begins with the bands of a draft and ends with its number, at the right edge of
the last line. Lines end with CR LF and pages with a form feed, as embossers want it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leaflets.compose.braille.blocks import Block, blocks
from leaflets.compose.braille.cells import BLANK, as_ascii
from leaflets.compose.braille.heard import Translate
from leaflets.compose.braille.lines import Line, centred
from leaflets.compose.braille.numbers import written
from leaflets.compose.braille.pages import Row, paged
from leaflets.compose.braille.setting import rows
from leaflets.compose.braille.speech import Said, Spelt, spelt, together
from leaflets.compose.telling.told import Told
from leaflets.errors import LocaleError
from leaflets.model.braille import Braille
from leaflets.model.format import Format
from leaflets.model.locale import Locale
from leaflets.model.narrative import Narrative, Run

END_OF_LINE = "\r\n"
END_OF_PAGE = "\f"

NOTES = ("braille.made", "braille.foreign", "braille.boxes", "braille.broken")
"""Phrases of what a transcriber says of every file."""

UNDIVIDED = "braille.undivided"
"""The same where the table sets no spaces."""

_LABELS = ("braille.pages", "evidence.code", "braille.notes")

PHRASES = (*_LABELS, *NOTES, UNDIVIDED)
"""All that the first page may say."""


def tell(
    narrative: Narrative,
    form: Format,
    locale: Locale,
    *,
    translate: Translate,
    phrases: Mapping[str, Run],
) -> Told:
    """Tell a narrative in braille.

    *phrases* are what the first page says of the file, by key. Raises LocaleError for a
    locale without a table, and what *translate* raises.
    """
    braille = locale.braille
    if braille is None:
        raise LocaleError(
            f"no table of braille is named for {locale.tag!r} ({locale.english})",
            hint="name one under 'braille:' in its locale.yaml, if liblouis has one",
            origin=locale.origin,
        )
    bands = _bands(narrative)
    front = _front(narrative, locale, phrases)
    body = list(blocks(narrative.passages))
    spelling = [
        spelt(runs, narrative.lang, locale)
        for runs in (bands, *(b.runs for b in front), *(b.runs for b in body))
    ]
    cells = _cells(spelling, translate, braille)
    head = centred(cells[0], form.columns, 0) if bands else []
    room = form.lines - len(head) - 1
    front_cells = cells[1 : len(front) + 1]
    text = paged(rows(body, cells[len(front) + 1 :], form.columns), room)
    title = _title(
        front, front_cells, form.columns, room, after=len(text), way=braille.numbers
    )
    pages = [*title, *text]
    data, starts = _write(pages, head, form, braille)
    placed = {
        mark.id: _standing(data, starts, index, mark.begin, mark.end)
        for index, passage in enumerate(cells[len(front) + 1 :])
        for mark in passage.marks
    }
    return Told(
        data=data,
        pages=len(pages),
        placed=placed,
        about={
            "braille_pages": len(pages),
            "cells": form.columns,
            "lines": form.lines,
            "table": braille.table,
            "grade": braille.grade,
        },
    )


def _bands(narrative: Narrative) -> tuple[Run, ...]:
    """Bands of a draft or a specimen, each once, as they head a page."""
    found: dict[str, Run] = {}
    for passage in narrative.passages:
        for run in passage.runs:
            if run.kind == "band":
                found.setdefault(
                    run.words, Run(words=run.words, lang=run.lang, direction=run.direction)
                )
    parted: list[Run] = []
    for run in found.values():
        if parted:
            parted.append(Run(words=" – ", lang=narrative.lang, direction="ltr"))
        parted.append(run)
    return tuple(parted)


def _front(
    narrative: Narrative,
    locale: Locale,
    phrases: Mapping[str, Run],
) -> list[Block]:
    """Say on the first page: title, language, edition, how long, what one should know."""
    braille = locale.braille

    def own(words: str, kind: str = "") -> Run:
        return Run(words=words, lang=narrative.lang, direction="ltr", kind=kind)

    title = next(p.runs for p in narrative.passages if p.role == "title")
    plain = tuple(own(run.words) if run.lang == narrative.lang else run for run in title)
    notes = [*NOTES, *([UNDIVIDED] if braille and braille.undivided else [])]
    pages, code, heading = (phrases[key] for key in _LABELS)
    return [
        Block(runs=plain, centred=True, after=True),
        Block(runs=(own(locale.name),), centred=True),
        Block(
            runs=(code, own(": "), own(narrative.code, "code")),
            first=0,
            over=2,
            before=True,
        ),
        Block(runs=(pages,), first=0, over=2),
        Block(runs=(heading,), first=4, over=4, before=True, heading=True),
        *(Block(runs=(phrases[key],)) for key in notes),
    ]


def _cells(spelling: Sequence[Spelt], translate: Translate, braille: Braille) -> list[Said]:
    """Translate all words at once, and give each passage its own."""
    asked = [part for passage in spelling for part in passage.asked]
    heard = iter(translate(asked))
    return [
        together(passage, [next(heard) for _ in passage.asked], braille)
        for passage in spelling
    ]


def _title(
    front: Sequence[Block],
    cells: Sequence[Said],
    columns: int,
    room: int,
    *,
    after: int,
    way: str,
) -> list[list[Row]]:
    """Set the title page, which says how many pages there are, itself among them."""
    # The line before the notes ends with the number.
    counted = next(i for i, block in enumerate(front) if block.heading) - 1
    own = 0
    pages: list[list[Row]] = [[]]
    while len(pages) != own:
        own = len(pages)
        number = written(own + after, way)
        said = list(cells)
        said[counted] = Said(cells[counted].cells.rstrip(BLANK) + BLANK + number)
        pages = paged([_anonymous(row) for row in rows(front, said, columns)], room)
    return pages


def _anonymous(row: Row) -> Row:
    return Row(row.line, row.holds)


def _write(
    pages: Sequence[Sequence[Row]],
    head: Sequence[Line],
    form: Format,
    braille: Braille,
) -> tuple[str, dict[int, list[tuple[Line, int]]]]:
    """Write pages out; and say where in the file each line of each block begins."""
    data = ""
    starts: dict[int, list[tuple[Line, int]]] = {}
    for number, page in enumerate(pages, start=1):
        for line in head:
            data += as_ascii(line.cells).rstrip() + END_OF_LINE
        for row in page:
            if row.line and row.block >= 0:
                at = len(data) + row.line.indent
                starts.setdefault(row.block, []).append((row.line, at))
            data += as_ascii(row.cells).rstrip() + END_OF_LINE
        blank = form.lines - len(head) - 1 - len(page)
        label = as_ascii(written(number, braille.numbers))
        data += END_OF_LINE * blank + label.rjust(form.columns) + END_OF_LINE
        data += END_OF_PAGE
    return data, starts


def _standing(
    data: str,
    starts: Mapping[int, Sequence[tuple[Line, int]]],
    block: int,
    begin: int,
    end: int,
) -> str:
    """Give what stands in the file from the cell *begin* of a block to before *end*."""
    at = [
        (
            start + max(begin, line.begin) - line.begin,
            start + min(end, line.end) - line.begin,
        )
        for line, start in starts.get(block, ())
        if max(begin, line.begin) < min(end, line.end)
    ]
    return data[at[0][0] : at[-1][1]] if at else ""

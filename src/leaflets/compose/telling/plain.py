"""Tell a Narrative as plain text, for e-mail and for whoever reads with a program.

Structure is blank lines and words, never signs: a line of ``====`` is read aloud sign by
sign (UKAAF, "Creating clear print and large print"; RNIB on plain text). Two blank lines
stand before a section, one before anything else that is read on its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.compose.telling.direction import BIDI, balanced, directed, isolated
from leaflets.compose.telling.told import Told
from leaflets.compose.telling.wrapping import Piece, wrap
from leaflets.model.format import Format
from leaflets.model.locale import WITHOUT_SPACES, Locale
from leaflets.model.narrative import Narrative, Passage, Role, Run

_TOGETHER = frozenset({Role.ITEM, Role.CELL})
"""What follows one of its kind without a blank line."""


_WHOLE = frozenset({"citation", "code", "fact", "flag", "reference"})
"""Kinds of Runs that stand on one line."""


def tell(narrative: Narrative, form: Format, locale: Locale) -> Told:
    """Tell a narrative as plain text: UTF-8, a line feed after every line.

    Without ``form.columns`` a paragraph is one line; with them lines are no longer, but
    where a fact, an address or a long word is.
    """
    lines: list[str] = []
    before: Passage | None = None
    for passage in narrative.passages:
        lines.extend("" for _ in range(_blank(before, passage)))
        lines.extend(_lines(passage, narrative, form, locale))
        before = passage
    data = "\n".join(lines) + "\n"
    placed: dict[str, str] = {}
    for passage in narrative.passages:
        for run in (*passage.lead, *passage.runs):
            if run.mark:
                placed.setdefault(run.mark, run.words)
    about: dict[str, object] = {"lines": len(lines), "characters": len(read(data))}
    return Told(data=data, pages=1, placed=placed, about=about)


def read(data: str) -> str:
    """Read a text again, without the marks that only say which way words run."""
    return data.translate(BIDI)


def _blank(before: Passage | None, passage: Passage) -> int:
    """How many blank lines stand between two passages."""
    if before is None:
        return 0
    if passage.role is Role.HEADING and passage.level <= 2:
        return 2
    close = passage.role in _TOGETHER and (
        passage.role is before.role or before.role is Role.ROW
    )
    return 0 if close and passage.number == before.number else 1


def _lines(
    passage: Passage, narrative: Narrative, form: Format, locale: Locale
) -> Iterator[str]:
    runs = (*passage.lead, *passage.runs)
    base = narrative.direction
    if all(run.direction != base for run in runs):
        base = "ltr" if base == "rtl" else "rtl"
    spaced = locale.script not in WITHOUT_SPACES
    pieces = [
        Piece(
            _apart(run, spaced=spaced) + isolated(run, base),
            whole=run.kind in _WHOLE,
            close=run.kind == "citation",
        )
        for run in runs
    ]
    if not form.columns:
        yield directed(
            "".join(piece.words for piece in pieces), base, among=narrative.direction
        )
        return
    hang = 2 if passage.role is Role.ITEM else 0
    for line in balanced(wrap(pieces, form.columns, hang=hang, spaced=spaced)):
        yield directed(line, base, among=narrative.direction)


def _apart(run: Run, *, spaced: bool) -> str:
    """Set the numbers of sources off from the word they stand behind, on its line."""
    return " " if run.kind == "citation" and spaced else ""

"""Write an entry that was edited: only the lines that no longer say the truth."""

from __future__ import annotations

import re

from leaflets.catalogs.catalog import Entry, Piece
from leaflets.catalogs.po import comments
from leaflets.catalogs.po.canonical import comment_lines, statements
from leaflets.catalogs.po.grammar import cut
from leaflets.catalogs.po.strings import strings_of

_STATEMENT = re.compile(
    r"(?:#~[ \t]*+)?(msg(?:ctxt|id_plural|id|str(?:\[[0-5]\])?))"
    r'(?:[^"m]*+"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+")+'
)


def rewritten(piece: Piece, entry: Entry, newline: str) -> str:
    """Write an entry over the piece that it was read from.

    Comment lines keep their order; those of a kind that says something else are written
    anew where the first of them stood. So are the statements.
    """
    before = piece.entry
    if before is None:
        raise ValueError("a piece that no entry was read from cannot be rewritten")
    found = next(cut(piece.text))
    begin, end = found.statements.span()
    lead = _lead(piece.text[:begin], before, entry, piece.obsolete, newline)
    said = _statements(piece.text[begin:end], before, entry, piece.obsolete, newline)
    return f"{lead}{said}{piece.text[end:] or newline}"


def _lead(text: str, before: Entry, entry: Entry, obsolete: bool, newline: str) -> str:
    waiting: dict[str, list[str]] = {}
    for kind in comments.KINDS:
        old = comment_lines(before, kind, obsolete=obsolete)
        new = comment_lines(entry, kind, obsolete=obsolete)
        if old != new:
            waiting[kind] = [line + newline for line in new]
    if not waiting:
        return text
    changed = set(waiting)
    *lines, rest = text.split("\n")
    written: list[str] = []
    for line in lines:
        bare = line.strip(" \t\r\f\v")
        if not bare:
            written.append(f"{line}\n")
            continue
        kind = comments.kind_of(bare)
        for earlier in [k for k in waiting if _rank(k) < _rank(kind) and not _has(text, k)]:
            written += waiting.pop(earlier)
        if kind in changed:
            written += waiting.pop(kind, [])
        else:
            written.append(f"{line}\n")
    for lines_left in waiting.values():
        written += lines_left
    return "".join(written) + rest


def _rank(kind: str) -> int:
    return comments.KINDS.index(kind)


def _has(text: str, kind: str) -> bool:
    lines = (line.strip(" \t\r\f\v") for line in text.split("\n"))
    return any(comments.kind_of(line) == kind for line in lines if line)


def _statements(
    text: str, before: Entry, entry: Entry, obsolete: bool, newline: str
) -> str:
    prefix = "#~ " if obsolete else ""
    old, new = statements(before), statements(entry)
    stand = {found[1]: found for found in _STATEMENT.finditer(text)}
    if [keyword for keyword, _ in new] != list(stand):
        lines = [line for said in new for line in strings_of(*said, prefix)]
        return newline.join(lines)
    written, place = "", 0
    for (keyword, words), (_, was) in zip(new, old, strict=True):
        found = stand[keyword]
        written += text[place : found.start()]
        same = words == was
        written += found[0] if same else newline.join(strings_of(keyword, words, prefix))
        place = found.end()
    return written

"""A whole catalog as the text of a .po file.

One that was read keeps every byte of what is still true: its order, its line ends, what
stands between the entries, and messages that no Text can use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from leaflets.catalogs.catalog import Catalog, Entry, Piece, Raw
from leaflets.catalogs.po.canonical import is_same, lines_of
from leaflets.catalogs.po.grammar import cut
from leaflets.catalogs.po.heads import head_lines, marks_of
from leaflets.catalogs.po.rewriting import rewritten
from leaflets.catalogs.po.strings import value_of


def fresh(catalog: Catalog) -> str:
    """Write a catalog in our own form, which ends with an empty line."""
    blocks = ["\n".join(head_lines(catalog.header, catalog.comment))]
    blocks += ["\n".join(lines_of(entry)) for entry in catalog.entries.values()]
    gone = sorted(catalog.obsolete, key=lambda entry: entry.key)
    blocks += ["\n".join(lines_of(entry, obsolete=True)) for entry in gone]
    return "\n\n".join(blocks) + "\n\n"


def over(catalog: Catalog, raw: Raw) -> str:
    """Write a catalog over the file that it was read from."""
    written = [raw.mark]
    before = -1
    for place, said in _pieces(catalog, raw):
        if len(written) > 1 and (place is None or place != before + 1):
            if not written[-1].endswith("\n"):
                written.append(raw.newline)
            if not said.startswith(("\n", "\r\n")):
                written.append(raw.newline)
        written.append(said)
        before = -2 if place is None else place
    if _is_new_head(catalog, raw):
        written[1] = written[1].removeprefix(raw.newline)
    return "".join(written) + raw.tail


def _pieces(catalog: Catalog, raw: Raw) -> Iterator[tuple[int | None, str]]:
    """Yield every piece and the place where it stood; None for a new one."""
    if _is_new_head(catalog, raw):
        yield None, _joined(head_lines(catalog.header, catalog.comment), raw)
    gone: dict[str, list[Entry]] = defaultdict(list)
    for entry in catalog.obsolete:
        gone[entry.key].append(entry)
    first, behind = _groups(catalog, raw)
    for place in first:
        yield from _still(place, catalog, raw, gone)
    for key, entry in catalog.entries.items():
        group = behind.get(key)
        if group is None:
            yield None, _joined(lines_of(entry), raw)
            continue
        piece = raw.pieces[group[0]]
        yield group[0], _said(piece, entry, raw)
        for place in group[1:]:
            yield from _still(place, catalog, raw, gone)
    left = [entry for entries in gone.values() for entry in entries]
    for entry in sorted(left, key=lambda entry: entry.key):
        yield None, _joined(lines_of(entry, obsolete=True), raw)


def _is_new_head(catalog: Catalog, raw: Raw) -> bool:
    return raw.head < 0 and bool(catalog.header or catalog.comment)


def _groups(catalog: Catalog, raw: Raw) -> tuple[list[int], dict[str, list[int]]]:
    """Tie every piece that is no living entry to the entry that it stood behind."""
    first: list[int] = []
    behind: dict[str, list[int]] = {}
    group = first
    for place, piece in enumerate(raw.pieces):
        if piece.entry is None or piece.obsolete:
            group.append(place)
        elif piece.entry.key in catalog.entries:
            group = behind.setdefault(piece.entry.key, [])
            group.append(place)
    return first, behind


def _still(
    place: int, catalog: Catalog, raw: Raw, gone: dict[str, list[Entry]]
) -> Iterator[tuple[int, str]]:
    """Yield a piece that is no living entry, if it is still to be written."""
    piece = raw.pieces[place]
    if place == raw.head:
        yield place, _head(piece, catalog, raw)
    elif piece.entry is None:
        yield place, piece.text
    elif entries := gone[piece.entry.key]:
        same = entries.index(piece.entry) if piece.entry in entries else 0
        yield place, _said(piece, entries.pop(same), raw)


def _said(piece: Piece, entry: Entry, raw: Raw) -> str:
    if piece.entry is entry or (piece.entry and is_same(piece.entry, entry)):
        return piece.text
    return rewritten(piece, entry, raw.newline)


def _head(piece: Piece, catalog: Catalog, raw: Raw) -> str:
    if catalog.header == raw.header and catalog.comment == raw.comment:
        return piece.text
    found = next(cut(piece.text))
    lead = piece.text[: found.statements.start()]
    words = value_of(found.statements[5] or '""')
    blank = lead[: len(lead) - len(lead.lstrip())]
    said = head_lines(catalog.header, catalog.comment, words, marks_of(lead))
    return blank + raw.newline.join(said) + raw.newline


def _joined(lines: list[str], raw: Raw) -> str:
    return raw.newline.join(["", *lines, ""])

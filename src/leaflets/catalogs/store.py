"""Read and write .po files: findings instead of exceptions, and no byte lost.

What is in a file never raises: a catalog that cannot be read is empty and says why. What
was read is written again as it was; ``leaflets.catalogs.po`` knows the format.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from leaflets import files
from leaflets.catalogs.catalog import Catalog, Entry, Piece, Raw
from leaflets.catalogs.header import header_findings
from leaflets.catalogs.po import sheets
from leaflets.catalogs.po.decoding import text_of
from leaflets.catalogs.po.entries import entry_of
from leaflets.catalogs.po.faults import Unreadable
from leaflets.catalogs.po.grammar import Cut, cut
from leaflets.catalogs.po.heads import comment_of, fields_of
from leaflets.catalogs.po.strings import value_of
from leaflets.errors import ContentError
from leaflets.findings import Finding, Severity
from leaflets.model.locale import Locale
from leaflets.origin import Origin

LIMIT = 40 * 1024 * 1024
"""Bytes of the largest .po file that is read. A leaflet has some 200 KB; the 50,000
messages that the desk is measured with have 24 MB in French, and must be read."""

LARGEST = 1_000_000
"""Characters of the largest entry that is looked into, with its comments and escapes."""

LONGEST = 20_000
"""Characters of the longest message that is read; five times what a Text may hold."""

_BOM = "\ufeff"


def read(path: Path, shown: str, locale: Locale) -> Catalog:
    """Read a .po file; *shown* is the name that findings give it.

    Never raises for what is in the file: a catalog that cannot be read is empty and says
    why in its findings (T101 to T107).
    """
    try:
        text = text_of(path, shown, LIMIT)
    except ContentError as error:
        origin = error.origin or Origin(shown)
        return _refused(path.stem, locale, error.message, origin, error.hint)
    return parse(text, domain=path.stem, shown=shown, locale=locale)


def parse(text: str, *, domain: str, shown: str, locale: Locale) -> Catalog:
    """Read the text of a .po file."""
    mark = _BOM if text.startswith(_BOM) else ""
    said = text[len(mark) :]
    try:
        return _parsed(said, mark, domain, shown, locale)
    except Unreadable as error:
        line = said.count("\n", 0, error.place) + 1
        return _refused(domain, locale, error.reason, Origin(shown, line))


def written(catalog: Catalog) -> str:
    """Say a catalog as the text of a .po file: the same bytes for the same catalog.

    One that was read from a file is written over it: what says the same stays as it is.
    """
    if catalog.raw is None:
        return sheets.fresh(catalog)
    return sheets.over(catalog, catalog.raw)


def write(path: Path, catalog: Catalog) -> bool:
    """Write a catalog, whole or not at all; say whether the file changed."""
    text = written(catalog).encode()
    if path.is_file() and path.read_bytes() == text:
        return False
    files.write_atomically(path, text)
    return True


def _parsed(text: str, mark: str, domain: str, shown: str, locale: Locale) -> Catalog:
    if (place := text.find("\0")) >= 0:
        raise Unreadable(place, "holds a NUL character")
    if "\r" in text and "\n" not in text:
        raise Unreadable(0, "has the line ends of old Macintoshes (CR alone)")
    entries: dict[str, Entry] = {}
    obsolete: list[Entry] = []
    pieces: list[Piece] = []
    findings: list[Finding] = []
    header: dict[str, str] = {}
    comment = ""
    head, line, counted, end = -1, 1, 0, 0
    for found in cut(text):
        end = found.end
        begin = found.statements.start()
        line += text.count("\n", counted, begin)
        counted = begin
        lines = text[found.start : end]
        if len(lines) > LARGEST:
            what = f"message has more than {LARGEST} characters with its comments"
            findings.append(_found("T107", what, Origin(shown, line)))
            pieces.append(Piece(lines))
            continue
        if head < 0 and _is_head(found):
            head = len(pieces)
            header, comment = _head(text, found)
            pieces.append(Piece(lines))
            continue
        entry = entry_of(text, found, Origin(shown, line))
        problem = _problem(entry, entries, found)
        if problem is not None:
            findings.append(problem)
        if problem is not None or not entry.key:
            pieces.append(Piece(lines))
        else:
            pieces.append(Piece(lines, entry, found.obsolete))
            if found.obsolete:
                obsolete.append(entry)
            else:
                entries[entry.key] = entry
    if not pieces:
        raise Unreadable(0, "holds no message")
    first_end = text.find("\n")
    return Catalog(
        locale_tag=locale.tag,
        domain=domain,
        entries=MappingProxyType(entries),
        obsolete=tuple(obsolete),
        header=MappingProxyType(header),
        comment=comment,
        path=shown,
        findings=(*header_findings(header, Origin(shown, 1), locale), *findings),
        raw=Raw(
            pieces=tuple(pieces),
            head=head,
            header=MappingProxyType(header),
            comment=comment,
            tail=text[end:],
            newline="\r\n" if text[max(first_end - 1, 0)] == "\r" else "\n",
            mark=mark,
        ),
    )


def _is_head(found: Cut) -> bool:
    """Say whether a message is the head: without a key, without words."""
    context, words, other, _, _ = found.statements.groups()
    return not found.obsolete and not context and not other and not value_of(words)


def _head(text: str, found: Cut) -> tuple[dict[str, str], str]:
    fields = fields_of(value_of(found.statements[5]))
    return fields, comment_of(text[found.start : found.statements.start()])


def _problem(entry: Entry, entries: Mapping[str, Entry], found: Cut) -> Finding | None:
    """Say why a message cannot be used."""
    texts = (entry.key, entry.words, entry.other, *entry.forms)
    if max(map(len, texts)) > LONGEST:
        what = f"message is longer than {LONGEST} characters"
        return _found("T107", what, entry.origin)
    if any("\0" in text for text in texts):
        return _found("T108", "message holds a NUL character", entry.origin)
    if found.obsolete:
        return None
    if not entry.key:
        what = "message has no key (msgctxt), so no Text can use it"
        return _found("T105", what, entry.origin, severity=Severity.WARNING)
    if entry.key in entries:
        hint = f"the first is at line {entries[entry.key].origin.line}"
        what = f"message {entry.key!r} stands twice"
        return _found("T103", what, entry.origin, hint)
    return None


def _refused(
    domain: str, locale: Locale, what: str, origin: Origin, hint: str = ""
) -> Catalog:
    return Catalog(
        locale_tag=locale.tag,
        domain=domain,
        entries=MappingProxyType({}),
        header=MappingProxyType({}),
        path=origin.path,
        findings=(_found("T101", f"catalog: {what}", origin, hint),),
    )


def _found(
    code: str,
    message: str,
    origin: Origin,
    hint: str = "",
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(code=code, message=message, origin=origin, hint=hint, severity=severity)

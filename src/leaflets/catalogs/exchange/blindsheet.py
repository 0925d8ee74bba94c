"""The blind sheet: translations without their originals, for who translates them back.

A CSV file (RFC 4180, UTF-8): whoever fills it has not seen the original, so that what they
write shows what the translation says. Each row carries the mark of the words that were
read; words that have changed since are refused.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflets.catalogs.backwards import mark_of, said_back
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.exchange.told import foreign, skipped, unreadable
from leaflets.catalogs.messages import Message
from leaflets.catalogs.risks import CERTAINTY, WARNING
from leaflets.findings import Finding
from leaflets.origin import Origin

COLUMNS = ("locale", "mark", "translation", "back-translation")

LIMIT = 4 * 1024 * 1024
"""Bytes of the largest sheet that is read."""

LONGEST = 4000
"""Characters of the longest back-translation that is taken."""

_CALCULATED = ("=", "+", "-", "@", "\t")
"""A spreadsheet calculates a cell that begins so: it gets an apostrophe before it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet that came back says: of which language, and what each mark means."""

    locale: str
    said: dict[str, tuple[str, Origin]]


def risky(message: Message) -> bool:
    """Say whether a mistake would do most harm: safety, and how sure we are (TRN-009)."""
    return bool(message.risks & {WARNING, CERTAINTY})


def rows(
    messages: Iterable[Message], catalog: Catalog, *, every: bool, again: bool
) -> Iterator[tuple[str, str, str, str]]:
    """Give the rows for the finished translations of a catalog, one for each wording.

    *every* takes all messages and not only the risky ones; *again* also those that have
    been translated back.
    """
    for message in messages:
        entry = catalog.entries.get(message.key)
        if entry is None or entry.fuzzy or not entry.translated:
            continue
        if not every and not risky(message):
            continue
        back = said_back(entry)
        if back and not again:
            continue
        forms = " | ".join(dict.fromkeys(entry.forms))
        quoted = f"'{forms}" if forms.startswith(_CALCULATED) else forms
        yield catalog.locale_tag, mark_of(entry), quoted, ""


def write(lines: Iterable[tuple[str, str, str, str]]) -> bytes:
    """Write a sheet; a spreadsheet knows it for UTF-8 by its first bytes."""
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow(COLUMNS)
    sheet.writerows(dict.fromkeys(lines))
    return out.getvalue().encode("utf-8-sig")


def read(data: bytes, shown: str) -> tuple[Sheet | None, tuple[Finding, ...]]:
    """Read a sheet that came back: X101 unreadable, X102 not ours, X103 a row passed over."""
    if len(data) > LIMIT:
        return None, (unreadable(shown, f"file is larger than {LIMIT} bytes"),)
    try:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        hint = "save it as CSV, UTF-8, with commas"
        return None, (unreadable(shown, f"sheet cannot be read: {error}", hint=hint),)
    titles = [title.strip().casefold() for title in lines[0]] if lines else []
    if missing := [name for name in COLUMNS if titles.count(name) != 1]:
        what = f"first row does not name the column {missing[0]!r} once"
        return None, (foreign(Origin(shown, 1), what),)
    at = {name: titles.index(name) for name in COLUMNS}
    said: dict[str, tuple[str, Origin]] = {}
    locales: set[str] = set()
    told: list[Finding] = []
    for number, cells in enumerate(lines[1:], 2):
        origin = Origin(shown, number)
        cell = {name: cells[i].strip() if i < len(cells) else "" for name, i in at.items()}
        words = unicodedata.normalize("NFC", " ".join(cell["back-translation"].split()))
        if not words:
            continue
        locales.add(cell["locale"])
        if wrong := _wrong(words):
            told.append(skipped(origin, f"the back-translation {wrong}"))
        elif said.setdefault(cell["mark"], (words, origin))[0] != words:
            told.append(skipped(origin, f"the mark {cell['mark']!r} stands twice"))
    if len(locales) > 1:
        return None, (foreign(Origin(shown), "rows differ in the column 'locale'"),)
    return Sheet("".join(locales), said), tuple(told)


def _wrong(words: str) -> str:
    if len(words) > LONGEST:
        return f"has more than {LONGEST} characters"
    if any(unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs"} for char in words):
        return "holds a character that cannot be seen"
    return ""

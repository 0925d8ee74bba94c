"""Write an entry in our own form: gettext's order, 78 columns."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from textwrap import TextWrapper

from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.po import comments
from leaflets.catalogs.po.strings import WIDTH, strings_of

_PREVIOUS_SIGN = len("previous_")
"""Columns that polib, whose form is ours, counts for a keyword of earlier words."""

_LINE_NUMBER = re.compile(r"(:[0-9]+)?\Z")


def lines_of(entry: Entry, *, obsolete: bool = False) -> list[str]:
    """Write a whole entry; one that is obsolete has no notes and no places."""
    lines: list[str] = []
    for kind in comments.KINDS:
        if not (obsolete and kind in (comments.NOTE, comments.PLACE)):
            lines += comment_lines(entry, kind, obsolete=obsolete)
    for keyword, words in statements(entry):
        lines += strings_of(keyword, words, "#~ " if obsolete else "")
    return lines


def is_same(before: Entry, entry: Entry) -> bool:
    """Say whether two entries say the same; where notes are folded does not count."""
    if before == entry:
        return True
    return (
        before.words == entry.words
        and before.forms == entry.forms
        and comment_lines(before, comments.NOTE) == comment_lines(entry, comments.NOTE)
        and before == replace(entry, notes=before.notes)
    )


def statements(entry: Entry) -> list[tuple[str, str]]:
    """Name the statements of an entry, in order: keyword and words."""
    found = [("msgctxt", entry.key), ("msgid", entry.words)]
    if entry.other:
        found.append(("msgid_plural", entry.other))
        forms = entry.forms or ("",)
        found += [(f"msgstr[{index}]", form) for index, form in enumerate(forms)]
    else:
        found.append(("msgstr", entry.forms[0] if entry.forms else ""))
    return found


def comment_lines(entry: Entry, kind: str, *, obsolete: bool = False) -> list[str]:
    """Write the comment lines of one kind."""
    if kind == comments.TRANSLATOR:
        return _translator_lines(entry)
    if kind == comments.NOTE:
        return [line for note in entry.notes for line in _folded_note(note)]
    if kind == comments.PLACE:
        return _place_lines(entry.places)
    if kind == comments.FLAG:
        flags = (*(("fuzzy",) if entry.fuzzy else ()), *entry.flags)
        return [f"#, {', '.join(flags)}"] if flags else []
    if kind == comments.WORKFLOW:
        return [f"#= {', '.join(entry.workflow)}"] if entry.workflow else []
    if kind == comments.UNKNOWN:
        return [line for said in entry.unknown for line in said.split("\n")[:1]]
    return _previous_lines(entry, "#~| " if obsolete else "#| ")


def _translator_lines(entry: Entry) -> list[str]:
    said = [line for comment in entry.comments for line in _own_lines(comment)]
    if entry.machine:
        said.append(comments.MACHINE)
    if entry.translates:
        said.append(f"{comments.ORIGINAL}{entry.translates}")
    return [f"# {line}" if line else "#" for line in said]


def _own_lines(said: str) -> list[str]:
    """Break where a line of the file would end, so that no comment becomes a statement."""
    return re.split(r"\r\n|[\r\n]", said)


@lru_cache(maxsize=4096)
def _folded_note(note: str) -> tuple[str, ...]:
    sign = "#. "
    lines: list[str] = []
    for line in _own_lines(note):
        if len(line) + len(sign) > WIDTH:
            wrapper = TextWrapper(
                WIDTH,
                initial_indent=sign,
                subsequent_indent=sign,
                break_long_words=False,
            )
            lines += wrapper.wrap(line)
        else:
            lines.append(sign + line)
    return tuple(lines)


def _place_lines(places: tuple[str, ...]) -> list[str]:
    lines: list[str] = []
    for place in map(_place, places):
        if lines and len(lines[-1]) + 1 + len(place) <= WIDTH:
            lines[-1] += f" {place}"
        else:
            lines.append(f"#: {place}")
    return lines


def _place(place: str) -> str:
    """Keep a name with spaces in one piece, between Unicode isolates, as gettext does."""
    words = place.split()
    if len(words) < 2:
        return place.strip()
    name = " ".join(words)
    number = _LINE_NUMBER.search(name)
    end = number.start() if number else len(name)
    return f"\u2068{name[:end]}\u2069{name[end:]}"


def _previous_lines(entry: Entry, prefix: str) -> list[str]:
    said = (
        ("msgctxt", entry.previous_key),
        ("msgid", entry.previous),
        ("msgid_plural", entry.previous_other),
    )
    return [
        line
        for keyword, words in said
        if words
        for line in strings_of(keyword, words, prefix, _PREVIOUS_SIGN)
    ]

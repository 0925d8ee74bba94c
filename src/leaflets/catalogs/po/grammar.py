"""Cut the text of a .po file into entries, where each begins and what it is made of.

Innermost repeats are possessive and the rest is bounded, so that time and memory are in
proportion to the size of the file, whatever is in it. Only innermost ones: Python 3.11.2
does not go back properly when a possessive group fails half-way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leaflets.catalogs.po.faults import LINES, Unreadable, fault

MOST = 100_000
"""Messages of the largest file: twice what the largest project is measured with."""

_SPACE = r"[ \t\r\n\f\v]*+"
_STRING = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
_LEAD = re.compile(rf'(?:{_SPACE}#(?!~[ \t]*+(?:msg|"))[^\n]*+){{0,1000}}{_SPACE}')
_LINE_END = re.compile(r"[ \t\r\f\v]*+\n?+")


def _entry(start: str, gap: str) -> re.Pattern[str]:
    """Pattern of the statements of an entry: key, words, and one form or several.

    *start* stands before the first, *gap* between any two strings or keywords.
    """
    strings = rf"{_STRING}(?:{gap}{_STRING}){{0,{LINES}}}"
    form = rf"msgstr\[[0-5]\]{gap}{strings}"
    return re.compile(
        rf"{start}(?:msgctxt{gap}({strings}){gap})?msgid{gap}({strings}){gap}"
        rf"(?:msgid_plural{gap}({strings}){gap}({form}(?:{gap}{form}){{0,5}})"
        rf"|msgstr{gap}({strings}))"
    )


_LIVE = _entry("", _SPACE)
_OBSOLETE = _entry(r"#~[ \t]*+", rf"[ \t]*+(?:[\r\n\f\v]{_SPACE}#~[ \t]*+)?")


@dataclass(frozen=True, slots=True)
class Cut:
    """An entry as it stands in the file."""

    start: int
    """Where its lines begin: with what parts it from the entry before."""

    statements: re.Match[str]
    """Its statements. Groups: key, words, plural words, plural forms, single form."""

    obsolete: bool
    end: int
    """Behind the end of its last line."""


def cut(text: str) -> Iterator[Cut]:
    """Cut a text into entries; what is behind the last belongs to none.

    Raises Unreadable at the first line that belongs to no entry.
    """
    start, count = 0, 0
    while (position := _behind_lead(text, start)) < len(text):
        statements = _LIVE.match(text, position)
        obsolete = statements is None
        if statements is None:
            statements = _OBSOLETE.match(text, position)
        if statements is None:
            raise fault(text, position)
        if count == MOST:
            raise Unreadable(position, f"holds more than {MOST} messages")
        count += 1
        rest = _LINE_END.match(text, statements.end())
        end = rest.end() if rest else statements.end()
        yield Cut(start, statements, obsolete, end)
        start = end


def _behind_lead(text: str, place: int) -> int:
    """Pass over comments and empty lines, a thousand at a time."""
    while (lead := _LEAD.match(text, place)) and lead.end() > place:
        place = lead.end()
        if not text.startswith("#", place):
            break
    return place

"""Cut the text of a .po file into entries, where each begins and what it is made of.

The patterns never go back over what they have read (their repeats are possessive), so that
the time is in proportion to the size of the file, whatever is in it. No group that is
captured stands inside such a repeat: Python 3.11.2 stumbles over that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from leaflets.catalogs.po.faults import Unreadable, fault

MOST = 100_000
"""Messages of the largest file: twice what the largest project is measured with."""

_SPACE = r"[ \t\r\n\f\v]*+"
_STRING = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
_LEAD = re.compile(rf'(?:{_SPACE}#(?!~[ \t]*+(?:msg|"))[^\n]*+)*+{_SPACE}')
_LINE_END = re.compile(r"[ \t\r\f\v]*+\n?+")


def _entry(start: str, gap: str) -> re.Pattern[str]:
    """Pattern of the statements of an entry: key, words, and one form or several.

    *start* stands before the first, *gap* between any two strings or keywords.
    """
    strings = rf"{_STRING}(?:{gap}{_STRING})*+"
    form = rf"msgstr\[[0-5]\]{gap}{strings}"
    return re.compile(
        rf"{start}(?:msgctxt{gap}({strings}){gap})?msgid{gap}({strings}){gap}"
        rf"(?:msgid_plural{gap}({strings}){gap}({form}(?:{gap}{form})*+)"
        rf"|msgstr{gap}({strings}))"
    )


_LIVE = _entry("", _SPACE)
_OBSOLETE = _entry(r"#~[ \t]*+", rf"[ \t]*+(?:[\r\n\f\v]{_SPACE}#~[ \t]*+)?+")


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


def cut(text: str) -> tuple[list[Cut], int]:
    """Cut a text into entries; give also the place behind the last.

    Raises Unreadable at the first line that belongs to no entry.
    """
    found: list[Cut] = []
    start = 0
    while True:
        lead = _LEAD.match(text, start)
        position = lead.end() if lead else start
        if position == len(text):
            return found, start
        statements = _LIVE.match(text, position)
        obsolete = statements is None
        if statements is None:
            statements = _OBSOLETE.match(text, position)
        if statements is None:
            raise fault(text, position)
        if len(found) == MOST:
            raise Unreadable(position, f"holds more than {MOST} messages")
        rest = _LINE_END.match(text, statements.end())
        end = rest.end() if rest else statements.end()
        found.append(Cut(start, statements, obsolete, end))
        start = end

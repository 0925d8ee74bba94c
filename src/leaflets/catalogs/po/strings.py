"""The strings behind a keyword: read them, and write them in our own form."""

from __future__ import annotations

import re
from textwrap import TextWrapper

from leaflets.catalogs.po.escapes import escape, unescape

WIDTH = 78
"""Columns that a written file is wrapped to, as gettext's own tools do."""

_ROOM = WIDTH - 2
_STRING = re.compile(r'"([^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"')
_SPECIAL = re.compile(r'[\b\f\n\r\t\v"\\]')


def value_of(said: str) -> str:
    """Join strings as they stand in a file; what is between them does not count."""
    inner = said[1:-1]
    if '"' in inner:
        inner = "".join(_STRING.findall(said))
    return unescape(inner) if "\\" in inner else inner


def strings_of(keyword: str, meant: str, prefix: str = "", used: int = 0) -> list[str]:
    """Write a keyword and its words as lines of at most 78 columns, where words allow.

    Words of several lines begin on a line of their own and are broken only where they
    break themselves. *prefix* stands before every line; *used* are further columns that
    count when it is asked whether all fits on one.
    """
    if "\n" in meant[:-1]:
        return _lines(keyword, [escape(line) for line in _own_lines(meant)], prefix)
    said = escape(meant)
    room = WIDTH - len(keyword) - 3 - used
    if len(meant) <= room or len(meant) <= room + len(_SPECIAL.findall(meant)):
        return [f'{prefix}{keyword} "{said}"']
    return _lines(keyword, _folded(said), prefix)


def _own_lines(meant: str) -> list[str]:
    *lines, last = meant.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def _lines(keyword: str, lines: list[str], prefix: str) -> list[str]:
    return [f'{prefix}{keyword} ""', *(f'{prefix}"{line}"' for line in lines)]


def _folded(said: str) -> list[str]:
    """Break before or behind a run of spaces, or behind a hyphen between letters.

    The same places as Python's textwrap finds, which polib asks, found faster.
    """
    lines: list[str] = []
    start, end = 0, len(said)
    while start < end:
        stop = start + _ROOM
        if stop >= end:
            stop = end
        elif (said[stop - 1] == " ") == (said[stop] == " "):
            stop = _break(said, start, stop)
        lines.append(said[start:stop])
        start = stop
    return lines


def _break(said: str, start: int, stop: int) -> int:
    """Find the last place to break up to *stop*, or the first behind it."""
    if said[stop] == " ":
        begin = start + len(said[start:stop].rstrip(" "))
        if begin > start:
            return begin
        return stop + len(said[stop:]) - len(said[stop:].lstrip(" "))
    begin = said.rfind(" ", start, stop) + 1 or start
    finish = said.find(" ", stop)
    word = said[begin : finish if finish >= 0 else len(said)]
    place = begin
    for part in TextWrapper.wordsep_re.split(word) if "-" in word else [word]:
        if place + len(part) > stop and place > start:
            return place
        place += len(part)
        if place > stop:
            return place
    return place

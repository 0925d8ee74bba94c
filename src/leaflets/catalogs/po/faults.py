"""Say where and why a text is not a catalog.

Only asked once the grammar has refused an entry: it may take its time.
"""

from __future__ import annotations

import re

LINES = 10_000
"""Lines of the longest text of a message."""

_STRING = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
_STATEMENT = re.compile(
    r"(?:#~)?[ \t]*+(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]*+\])?)(?!\w)"
    rf"((?:\s*+(?:#~[ \t]*+)?{_STRING}){{0,{LINES + 1}}})"
)
_SPACE = re.compile(r"\s*+")
_LINE = re.compile(_STRING)
_NEXT = {
    "": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgid_plural", "msgstr"),
    "msgid_plural": ("msgstr[]",),
    "msgstr[]": ("msgstr[]",),
}


class Unreadable(ValueError):
    """A text is not a catalog: where, and why."""

    def __init__(self, place: int, reason: str) -> None:
        super().__init__(reason)
        self.place = place
        self.reason = reason


def fault(text: str, place: int) -> Unreadable:
    """Find what the grammar did not take in the entry whose statements begin at *place*."""
    start, before, obsolete = place, "", text.startswith("#~", place)
    while True:
        found = _STATEMENT.match(text, place)
        if found and len(_LINE.findall(found[2])) > LINES:
            return Unreadable(start, f"has a message with more than {LINES} lines")
        if found is None:
            return Unreadable(place, _reason(text, place, before))
        keyword = found[1]
        kind = "msgstr[]" if keyword.startswith("msgstr[") else keyword
        if kind not in _NEXT.get(before, ()):
            after = f"after {before!r}" if before else "at the start of a message"
            return Unreadable(place, f"does not parse: {keyword!r} {after}")
        if kind == "msgstr[]" and not re.fullmatch(r"msgstr\[[0-5]\]", keyword):
            shown = keyword if len(keyword) < 20 else "msgstr[…]"
            what = f"does not parse: no language has a form {shown!r}"
            return Unreadable(place, what)
        if text.startswith("#~", place) != obsolete:
            return Unreadable(place, "does not parse: a message that is half obsolete")
        before, place = kind, _skip(text, found.end())
        if not found[2]:
            return Unreadable(place, _reason(text, place, before))


def _reason(text: str, place: int, before: str) -> str:
    if place == len(text):
        return f"does not parse: the file ends behind {before!r}"
    line = text[place:].partition("\n")[0]
    if line.startswith("#") and before:
        return "does not parse: a comment in the middle of a message"
    if '"' in line:
        return "does not parse: a string is not closed, or stands where none may"
    return "does not parse: not a line of a catalog"


def _skip(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place

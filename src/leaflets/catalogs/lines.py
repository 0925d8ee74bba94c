"""The lines of a .po file, looked at before polib reads them.

polib takes ``msgid "open`` for ``ope``, and counts an entry from its first comment. Here
every line must be whole, and an entry begins where its key stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

LONGEST = 100_000
"""Characters of the longest line that is read."""

MOST = 2_000
"""Lines in a row that belong to one keyword: polib takes their square in time."""

_PREFIX = re.compile(r"#~\||#\||#~")
_STATEMENT = re.compile(
    r'\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-5]\])?)?\s*"(?:[^"\\]|\\.)*"\s*\Z'
)


@dataclass(frozen=True, slots=True)
class Lines:
    """What a look at the lines found."""

    starts: tuple[int, ...] = ()
    """Line of every entry's key, or of its words where it has no key."""

    wrong: int = 0
    """First line that cannot be read; 0 where all can."""

    reason: str = ""

    def start_after(self, line: int) -> int:
        """Line where the entry begins whose first comment is at *line*."""
        place = bisect_left(self.starts, line)
        return self.starts[place] if place < len(self.starts) else line


def look(text: str) -> Lines:
    """Look at every line; stop at the first that cannot be read."""
    starts: list[int] = []
    keyed = False
    run = 0
    for number, line in enumerate(text.split("\n"), 1):
        if "\0" in line:
            return Lines(wrong=number, reason="holds a NUL character")
        if len(line) > LONGEST:
            reason = f"has a line longer than {LONGEST} characters"
            return Lines(wrong=number, reason=reason)
        run += 1
        if run > MOST:
            reason = f"has an entry of more than {MOST} lines"
            return Lines(wrong=number, reason=reason)
        bare = line.strip()
        prefix = _PREFIX.match(bare)
        if prefix is None and (not bare or bare.startswith("#")):
            continue
        statement = _STATEMENT.match(bare[prefix.end() :] if prefix else bare)
        if statement is None:
            return Lines(wrong=number, reason="does not parse: not a line of a catalog")
        if statement[1]:
            run = 0
        if prefix is not None and prefix[0] != "#~":
            continue
        if statement[1] == "msgctxt" or (statement[1] == "msgid" and not keyed):
            starts.append(number)
        if statement[1]:
            keyed = statement[1] == "msgctxt"
    return Lines(tuple(starts))

"""The comment lines of an entry: what each kind says.

What a Text needs beyond gettext travels in translators' comments, which is what every
tool keeps: msgmerge, msgcat and Poedit drop flags and fields that they do not know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from leaflets.catalogs.po.strings import value_of

TRANSLATOR = "#"
NOTE = "#."
PLACE = "#:"
FLAG = "#,"
WORKFLOW = "#="
UNKNOWN = "#?"
PREVIOUS = "#|"
KINDS = (TRANSLATOR, NOTE, PLACE, FLAG, WORKFLOW, UNKNOWN, PREVIOUS)
"""In gettext's order."""

MACHINE = "machine draft"
ORIGINAL = "original: "

_FINGERPRINT = re.compile(r"original: ([0-9a-f]{12})\Z")
_NAME = re.compile("\u2068([^\u2068\u2069]*)\u2069((?::[0-9]+)?)|(\\S+)")
_OLD = re.compile(r'#~?\|[ \t]*(?:(msgctxt|msgid_plural|msgid)[ \t]*)?(".*)\Z')
_WORDS = re.compile(r"#(?:[#\s\w]|\Z)")
_KNOWN = frozenset((NOTE, PLACE, FLAG, WORKFLOW, PREVIOUS))


@dataclass(slots=True)
class Said:
    """What the comment lines before an entry say, kind by kind."""

    comments: list[str] = field(default_factory=list)
    originals: set[str] = field(default_factory=set)
    machine: bool = False
    notes: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    workflow: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    previous: dict[str, str] = field(default_factory=dict)
    """Words by keyword."""

    _keyword: str = ""

    def take(self, line: str) -> None:
        """Take one line, without spaces around it; the commonest kinds come first."""
        start = line[:2]
        if start == "# ":
            self._take_comment(line[2:])
        elif start == NOTE:
            self.notes.append(line[3:] if line[2:3] == " " else line[2:])
        elif start == PLACE:
            self.places += _places(line[2:])
        elif start == FLAG:
            self.flags += _flags(line)
        elif start == WORKFLOW:
            self.workflow += _flags(line)
        else:
            self._take_rare(line, kind_of(line))

    def _take_rare(self, line: str, kind: str) -> None:
        if kind == TRANSLATOR:
            self._take_comment(line[1:])
        elif kind == PREVIOUS:
            self._take_previous(line)
        else:
            self.unknown.append(line)

    def _take_comment(self, said: str) -> None:
        bare = said.strip()
        if bare == MACHINE:
            self.machine = True
        elif bare.startswith(ORIGINAL) and (found := _FINGERPRINT.match(bare)):
            self.originals.add(found[1])
        else:
            self.comments.append(said)

    def _take_previous(self, line: str) -> None:
        found = _OLD.match(line)
        if found is None:
            self.unknown.append(line)
            return
        self._keyword = found[1] or self._keyword
        if self._keyword:
            held = self.previous.get(self._keyword, "")
            self.previous[self._keyword] = held + value_of(found[2])


def kind_of(line: str) -> str:
    """Say of which kind a comment line is."""
    start = line[:2]
    if line.startswith("# "):
        return TRANSLATOR
    if start in _KNOWN:
        return start
    if start == "#~":
        return PREVIOUS if line[:3] == "#~|" else UNKNOWN
    return TRANSLATOR if _WORDS.match(line) else UNKNOWN


def said_in(lead: str) -> Said:
    """Read the lines before the statements of an entry."""
    said = Said()
    for line in lead.split("\n"):
        if bare := line.strip(" \t\r\f\v"):
            said.take(bare)
    return said


def _flags(line: str) -> list[str]:
    return [flag for part in line[2:].split(",") if (flag := part.strip())]


def _places(said: str) -> list[str]:
    """Names of files; one with a space in it stands between Unicode isolates."""
    if "\u2068" not in said:
        return said.split()
    return [
        f"{found[1] or found[3] or ''}{found[2] or ''}" for found in _NAME.finditer(said)
    ]

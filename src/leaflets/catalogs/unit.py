"""An entry as polib holds it, and back.

What a Text needs beyond gettext travels in translators' comments, which is what every
tool keeps: msgmerge, msgcat and Poedit drop flags and fields that they do not know.
"""

from __future__ import annotations

import re

import polib

from leaflets.catalogs.catalog import Entry
from leaflets.origin import Origin

_ORIGINAL = re.compile(r"original: ([0-9a-f]{12})\Z")
_MACHINE = "machine draft"


def entry_of(unit: polib.POEntry, origin: Origin) -> Entry:
    """Read what polib holds."""
    translates, machine, comments = "", False, []
    for line in unit.tcomment.splitlines():
        said = _ORIGINAL.match(line.strip())
        if said:
            translates = said[1]
        elif line.strip() == _MACHINE:
            machine = True
        else:
            comments.append(line)
    forms: tuple[str, ...] = (unit.msgstr,)
    if unit.msgid_plural:
        held = unit.msgstr_plural
        forms = tuple(held.get(index, "") for index in range(max(held, default=0) + 1))
    return Entry(
        key=unit.msgctxt or "",
        words=unit.msgid,
        other=unit.msgid_plural or "",
        forms=forms,
        fuzzy="fuzzy" in unit.flags,
        translates=translates,
        machine=machine,
        notes=tuple(unit.comment.splitlines()),
        comments=tuple(comments),
        flags=tuple(flag for flag in unit.flags if flag != "fuzzy"),
        places=tuple(place for place, _ in unit.occurrences),
        previous=unit.previous_msgid or "",
        previous_other=unit.previous_msgid_plural or "",
        origin=origin,
    )


def unit_of(entry: Entry, *, obsolete: bool = False) -> polib.POEntry:
    """Hand an entry to polib."""
    comments = list(entry.comments)
    if entry.machine:
        comments.append(_MACHINE)
    if entry.translates:
        comments.append(f"original: {entry.translates}")
    unit = polib.POEntry(
        msgctxt=entry.key,
        msgid=entry.words,
        tcomment="\n".join(comments),
        comment="\n".join(entry.notes),
        occurrences=[(place, "") for place in entry.places],
        flags=(["fuzzy"] if entry.fuzzy else []) + list(entry.flags),
        previous_msgid=entry.previous or None,
        previous_msgid_plural=entry.previous_other or None,
        obsolete=obsolete,
    )
    if entry.other:
        unit.msgid_plural = entry.other
        unit.msgstr_plural = dict(enumerate(entry.forms))
    else:
        unit.msgstr = entry.forms[0] if entry.forms else ""
    return unit

"""An entry of a .po file and the plain data it means."""

from __future__ import annotations

import re

from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.po.comments import said_in
from leaflets.catalogs.po.faults import Unreadable
from leaflets.catalogs.po.grammar import Cut
from leaflets.catalogs.po.strings import value_of
from leaflets.origin import Origin

_FORM = re.compile(r'msgstr\[([0-5])\][^"]*+((?:[^"m]*+"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+")+)')


def entry_of(text: str, cut: Cut, origin: Origin) -> Entry:
    """Read an entry that was cut from *text*.

    Raises Unreadable where a plural form stands twice.
    """
    context, words, other, forms, form = cut.statements.groups()
    said = said_in(text[cut.start : cut.statements.start()])
    originals = said.originals
    return Entry(
        key=value_of(context) if context else "",
        words=value_of(words),
        other=value_of(other) if other else "",
        forms=_forms(forms, cut) if forms else (value_of(form),),
        fuzzy="fuzzy" in said.flags or "fuzzy" in said.workflow,
        # Two that disagree (catalogs were merged) say nothing.
        translates=originals.pop() if len(originals) == 1 else "",
        machine=said.machine,
        notes=tuple(said.notes),
        comments=tuple(said.comments),
        flags=tuple(flag for flag in said.flags if flag != "fuzzy"),
        workflow=tuple(flag for flag in said.workflow if flag != "fuzzy"),
        unknown=tuple(said.unknown),
        places=tuple(said.places),
        previous_key=said.previous.get("msgctxt", ""),
        previous=said.previous.get("msgid", ""),
        previous_other=said.previous.get("msgid_plural", ""),
        origin=origin,
    )


def _forms(said: str, cut: Cut) -> tuple[str, ...]:
    found: dict[int, str] = {}
    for form in _FORM.finditer(said):
        index = int(form[1])
        if index in found:
            place = cut.statements.start(4) + form.start()
            raise Unreadable(place, f"does not parse: plural form [{index}] stands twice")
        found[index] = value_of(form[2])
    return tuple(found.get(index, "") for index in range(max(found) + 1))

"""Translations that stand in the wrong place of a file that came back.

Who sorts one column of a table, or moves its cells down by one, puts the words of one
message beside another. Where no fact is lost with them, no hard check sees it: what was
sent with each message does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.exchange.packet import Packet, Unit, mark_of, sent_as

_TWO = 2
"""So many translations in the wrong place may be a person's mending; more are none."""


def shifted(packet: Packet, entries: Mapping[str, Entry]) -> Callable[[Unit], str]:
    """Make the question why a translation may stand in the wrong place; '' for no reason.

    A translation is out of place if it was sent with another message, which has other
    words now; or if the forms of a plural have changed places. If there are many, no
    translation of the file is believed.
    """
    homes: dict[str, set[str]] = {}
    marks = {id(unit): mark_of(unit.forms) for unit in packet.units}
    for unit in packet.units:
        sent, _ = sent_as(unit.translation_mark)
        if sent and sent != _NOTHING and sent != marks[id(unit)]:
            homes.setdefault(sent, set()).add(unit.key)
    strays = {
        unit.key: homes[marks[id(unit)]]
        for unit in packet.units
        if sent_as(unit.translation_mark)[0] not in {"", marks[id(unit)]}
        and marks[id(unit)] in homes
    }

    def why(unit: Unit) -> str:
        if unit.key in strays:
            home = min(strays[unit.key])
            return f"has the translation that was sent with {home!r}"
        held = entries.get(unit.key)
        if held is not None and _turned(unit.forms, held.forms):
            return "has its plural forms in other places"
        sent, _ = sent_as(unit.translation_mark)
        if len(strays) > _TWO and sent != marks.get(id(unit)):
            return "stands in a file whose translations have changed places"
        return ""

    return why


_NOTHING = mark_of(())


def _turned(forms: tuple[str, ...], held: tuple[str, ...]) -> bool:
    """Say whether the same forms stand in another order."""
    return forms != held and sorted(forms) == sorted(held)

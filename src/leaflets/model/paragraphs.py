"""Number the paragraphs of a leaflet, so that two readers can find the same place.

A number belongs to the Text's place and not to its words, so that it is the same in every
language and in everything that prints it: "look at 2.7" means one paragraph to a patient,
a nurse and a reviser.
"""

from __future__ import annotations

from collections.abc import Iterable

from leaflets.model.blocks import Block
from leaflets.model.leaflet import Leaflet
from leaflets.model.text import Text
from leaflets.model.walk import texts


def numbers(leaflet: Leaflet) -> dict[str, str]:
    """Give every Text of a leaflet its number, by key.

    The opening is 0, sections count from 1, the evidence section is the one after the
    last, and the short form the one after that. A heading has the bare number of its
    section (``2``), what is under it a second one (``2.7``).
    """
    found: dict[str, str] = {}
    opening = [leaflet.title, *texts(leaflet.subtitle), leaflet.purpose]
    _under(found, "0", opening)
    for place, section in enumerate(leaflet.sections, start=1):
        found.setdefault(section.heading.key, str(place))
        for block in section.blocks:
            _under(found, str(place), _as_read(block))
    last = len(leaflet.sections)
    _under(found, str(last + 1), texts(leaflet.evidence))
    _under(found, str(last + 2), texts(leaflet.short))
    return found


def _as_read(block: Block) -> list[Text]:
    """Texts of a block as they stand on the page: what leads to a list comes first."""
    lead = getattr(block, "lead", None)
    rest = [text for text in texts(block) if text is not lead]
    return [lead, *rest] if isinstance(lead, Text) else rest


def _under(found: dict[str, str], place: str, under: Iterable[Text]) -> None:
    count = sum(number.startswith(f"{place}.") for number in found.values())
    for text in under:
        if text.key not in found:
            count += 1
            found[text.key] = f"{place}.{count}"

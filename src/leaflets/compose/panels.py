"""How the panels of a folded leaflet may be filled, from the roomiest way to the closest.

A fold has so many panels and no more. Each way is tried in turn, and the roomiest that
fits and keeps its boxes whole is taken; which one it was stands in the manifest. Under
the last of them nothing goes: what does not fit then is an error, and is never set
smaller.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from leaflets.model.format import Format

BOX, GROUP = "box", "group"
"""What the marks of a box, and of a group of points in one, begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """One way to fill panels."""

    text: float
    """Type size of the body for Latin, in pt."""

    writing: bool
    """True with lines to write on under the questions to ask."""

    boxes: str
    """``whole``: a box stands on one panel if one can hold it; ``parted``: it may break
    between its groups; ``free``: it breaks where the panel ends."""

    def may_break_less_than(self, other: Filling) -> bool:
        """Say whether boxes that break under *other* might not under this filling."""
        return self.boxes == "whole" and self.text < other.text


FILLINGS = (
    Filling(text=12.0, writing=True, boxes="whole"),
    Filling(text=12.0, writing=False, boxes="whole"),
    Filling(text=11.5, writing=True, boxes="whole"),
    Filling(text=11.5, writing=False, boxes="whole"),
    Filling(text=11.0, writing=True, boxes="whole"),
    Filling(text=11.0, writing=False, boxes="whole"),
    Filling(text=11.0, writing=False, boxes="parted"),
    Filling(text=11.0, writing=False, boxes="free"),
)
"""Type comes before lines to write on, and boxes that stay whole before both."""


SECOND_BAND = 5.0
"""Height in mm of a second band, that of a specimen, under that of a draft."""

BARE_RIM = (1.0, 0.7)
"""mm more over and under the text on a sheet without bleed, whose rim stays bare."""


def as_filled(form: Format, filling: Filling, *, bands: int) -> Format:
    """Give a folded format as a filling sets it, with room over its text for *bands*."""
    top, outer, bottom, inner = form.margin
    top += SECOND_BAND * max(bands - 1, 0)
    if not form.bleed:
        top, bottom = top + BARE_RIM[0], bottom + BARE_RIM[1]
    return replace(form, text=filling.text, margin=(top, outer, bottom, inner))


@dataclass(frozen=True, slots=True, order=True)
class Breaks:
    """What breaks between two panels: the fewer, the better, groups before boxes."""

    groups: int = 0
    boxes: int = 0


def broken(marks: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Say which marked boxes and groups stand on more than one panel, and on which.

    *marks* are names of marks with the pages on which they stand.

    >>> broken([("box-help", 1), ("group-help-1", 1), ("box-help", 2)])
    {'box-help': (1, 2)}
    """
    there: dict[str, set[int]] = {}
    for name, page in marks:
        if name.startswith((f"{BOX}-", f"{GROUP}-")):
            there.setdefault(name, set()).add(page)
    return {name: tuple(sorted(pages)) for name, pages in there.items() if len(pages) > 1}


def breaks(marks: Iterable[tuple[str, int]]) -> Breaks:
    """Count what breaks between two panels."""
    names = list(broken(marks))
    groups = sum(name.startswith(f"{GROUP}-") for name in names)
    return Breaks(groups, len(names) - groups)

"""T357: units agree."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether
from leaflets.model.facts import FactKind


@asks_whether(
    "T357",
    Example(tag="pl", words="Wait a week.", good="Czekaj tydzień.", bad="Czekaj dzień."),
    Example(tag="ar", words="Within a year.", good="خلال سنة.", bad="خلال شهر."),
    ours=("unit",),
    theirs=("unit",),
)
def units_agree(asked: Asked) -> Iterator[Said]:
    """Weeks stay weeks and milligrams milligrams (``num-unit``; rule NUM-010)."""
    known = asked.known.shared_units
    if not known:
        return
    theirs, ours = asked.theirs.said("unit"), asked.ours.said("unit")
    if theirs == ours or (theirs := theirs & known) == (ours := ours & known):
        return
    placed = {fact.unit for fact in asked.pair.message.facts}
    if any(fact.kind is FactKind.AGE for fact in asked.pair.message.facts):
        placed.add("year")
    # A translation may place the number alone and write its unit, or the reverse.
    lost, new = sorted(theirs - ours - placed), sorted(ours - theirs - placed)
    if lost and new:
        yield f"says {', '.join(new)} where the original says {', '.join(lost)}"
    elif lost:
        yield f"does not say the unit {', '.join(lost)}"
    elif new:
        yield f"says a unit that the original does not: {', '.join(new)}"

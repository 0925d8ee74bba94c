"""E330: a source is not older than sources of its kind may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.model.evidence import Source
from leaflets.review.parts import sources_of

LIMITS: Mapping[str, int] = {
    "article-journal": 10,
    "book": 10,
    "chapter": 10,
    "report": 5,
    "webpage": 3,
}
"""Years that may lie between a source and the search that found it, by type of CSL. Guidance
(``report``) and pages are replaced by newer ones; a study is not, but may be overtaken."""


@rule("E330")
def sources_are_recent_or_landmarks(asked: Asked) -> Iterator[Said]:
    """A source that is older than its kind's limit says why it is still cited.

    The reason stands in the source's ``custom`` field, as ``landmark``. The age is counted
    to the year of the leaflet's search, so that the answer does not change with the day.

    Standard: EVD-010, EVD-013; IQWiG and Gute Praxis Gesundheitsinformation (age of the
    evidence); PIF TICK criterion 4 (up-to-date evidence).
    """
    searched = int(asked.leaflet.evidence.searched[:4])
    for key in sources_of(asked.library, asked.leaflet):
        source = asked.library.sources[key]
        limit = LIMITS.get(str(source.csl.get("type")), 0)
        year = _year(source)
        if not limit or not year or searched - year <= limit or _landmark(source):
            continue
        what = f"source {key!r} is of {year}, older than {limit} years at the search"
        hint = 'cite a newer one, or say why: "custom": {"landmark": "…"}'
        yield source.origin, what, hint


def _year(source: Source) -> int:
    issued = source.csl.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    try:
        return int(parts[0][0]) if parts else 0
    except (IndexError, KeyError, TypeError, ValueError):
        return 0


def _landmark(source: Source) -> bool:
    custom = source.csl.get("custom")
    reason = custom.get("landmark") if isinstance(custom, Mapping) else ""
    return isinstance(reason, str) and len(reason.split()) >= _REASON


_REASON = 3
"""Words that a reason has at least; "yes" is none."""

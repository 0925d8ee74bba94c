"""E320 to E323: what a leaflet says is not older than it may be.

The day is an argument of the whole check; where nobody says which day it is, a rule that
depends on it is not asked, so that what was built once can be built again.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.findings import Severity
from leaflets.model.evidence import REVIEW_YEARS, years_on

SEARCH_YEARS = 3
"""Evidence that was searched longer ago is searched again."""


@rule("E320", Severity.ERROR)
def the_review_is_not_past(asked: Asked) -> Iterator[Said]:
    """A leaflet whose review was due is looked at again before it goes out.

    Drafts of it can be built, or nobody could review them; a final one cannot.

    Standard: EVD-017; NHS health-content standard (planned review cycle; evidence checked
    at every review); DISCERN item 5.
    """
    evidence = asked.leaflet.evidence
    if asked.today and datetime.date.fromisoformat(evidence.review) < asked.today:
        what = f"the review of {asked.leaflet.slug!r} was due on {evidence.review}"
        yield evidence.origin, what, "review it, and say when the next review is due"


@rule("E321", Severity.ERROR)
def nothing_is_dated_in_the_future(asked: Asked) -> Iterator[Said]:
    """Evidence was searched, and the leaflet written, on a day that has come.

    Standard: EVD-017; DISCERN item 5 (it is clear when the information was produced).
    """
    evidence = asked.leaflet.evidence
    for name, day in (("searched", evidence.searched), ("written", evidence.written)):
        # A writer east of here may have begun the next day.
        ahead = datetime.date.fromisoformat(day) - datetime.timedelta(days=1)
        if asked.today and ahead > asked.today:
            yield evidence.origin, f"{name!r} is {day}, which has not come"


@rule("E322")
def the_next_review_is_near(asked: Asked) -> Iterator[Said]:
    """A review is due within two years of writing.

    Standard: EVD-017; NHS trusts review leaflets every two or three years; C406 refuses
    more than three.
    """
    evidence = asked.leaflet.evidence
    written = datetime.date.fromisoformat(evidence.written)
    if datetime.date.fromisoformat(evidence.review) > years_on(written, REVIEW_YEARS):
        what = f"review is due more than {REVIEW_YEARS} years after writing"
        yield evidence.origin, what, "name an earlier day"


@rule("E323")
def the_search_is_recent(asked: Asked) -> Iterator[Said]:
    """Evidence was searched within three years.

    Standard: EVD-010; informedhealth.org (systematic reviews of the last three years).
    """
    evidence = asked.leaflet.evidence
    searched = datetime.date.fromisoformat(evidence.searched)
    if asked.today and years_on(searched, SEARCH_YEARS) < asked.today:
        what = f"evidence was last searched on {evidence.searched}"
        yield evidence.origin, what, "search again, and change what has changed"

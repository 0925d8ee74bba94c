"""T386 and T387: what is most at risk has been translated back, and not from older words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflets.catalogs.backwards import outdated, said_back
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.exchange.blindsheet import risky
from leaflets.catalogs.messages import Message
from leaflets.catalogs.pair import found
from leaflets.findings import Finding, Severity
from leaflets.origin import Origin


def look_back(messages: Iterable[Message], catalog: Catalog) -> Iterator[Finding]:
    """Ask whether warnings, and what says how sure we are, were translated back (TRN-009).

    T387 for each back-translation of words that are gone; T386, once for a catalog, for
    those that nobody has made. What is not finished is not asked about.
    """
    without = 0
    for message in messages:
        entry = catalog.entries.get(message.key)
        if entry is None or entry.fuzzy or not entry.translated:
            continue
        if outdated(entry):
            yield found(
                entry,
                "T387",
                "has changed since it was translated back",
                _HINT.format(catalog.locale_tag),
                Severity.WARNING,
            )
        elif risky(message) and not said_back(entry):
            without += 1
    if without:
        yield Finding(
            code="T386",
            message=f"{without} translations of warnings or of how sure we are have not been "
            "translated back",
            origin=Origin(catalog.path),
            severity=Severity.INFO,
            hint=_HINT.format(catalog.locale_tag),
        )


_HINT = "'leaflets catalog back {} --output FILE' writes a sheet for a blind reader"

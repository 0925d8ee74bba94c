"""How far a translation is, message by message, as gettext's files tell it.

Who has read and signed a message stands in the ledgers, a room away: the status board
puts both together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.domains import Domain
from leaflets.catalogs.messages import Message
from leaflets.catalogs.translate import judge
from leaflets.content.project import Project
from leaflets.findings import Finding
from leaflets.model.locale import Locale

STATES = ("translated", "machine", "fuzzy", "stale", "missing", "refused")
"""What a message can be: translated by a person, drafted by a machine, not fit to print
(three ways), or printed by nobody because a hard check fails."""

TO_REDO = frozenset({"missing", "fuzzy", "stale", "refused"})
"""States in which the original's words are printed: what a translator has to do."""

_STATE_OF_CODE = {"T201": "missing", "T202": "fuzzy", "T203": "stale"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One message in one locale: its state, and why it is not printed."""

    message: Message
    entry: Entry | None
    state: str
    findings: tuple[Finding, ...] = ()

    @property
    def to_redo(self) -> bool:
        """True where a translator has something to do."""
        return self.state in TO_REDO


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state of every message of one domain in one locale."""

    domain: str
    locale: str
    standings: tuple[Standing, ...]
    findings: tuple[Finding, ...] = ()
    """What is wrong with the file, and with each message that is not printed."""

    @property
    def states(self) -> Mapping[str, str]:
        """State of every message by its key, in the order of the original."""
        return {standing.message.key: standing.state for standing in self.standings}

    @property
    def counts(self) -> dict[str, int]:
        """Number of messages in each state."""
        found = Counter(standing.state for standing in self.standings)
        return {state: found[state] for state in STATES}


def standing(message: Message, entry: Entry | None, locale: Locale) -> Standing:
    """Judge one message."""
    found = tuple(judge(message, entry, locale))
    if found:
        state = _STATE_OF_CODE.get(found[0].code, "refused")
    else:
        state = "machine" if entry is not None and entry.machine else "translated"
    return Standing(message=message, entry=entry, state=state, findings=found)


def status_of(domain: Domain, catalog: Catalog, locale: Locale) -> Status:
    """Judge every message of a domain by a catalog."""
    standings = tuple(
        standing(message, catalog.entries.get(message.key), locale)
        for message in domain.messages
    )
    found = (f for each in standings for f in each.findings)
    return Status(
        domain=domain.name,
        locale=locale.tag,
        standings=standings,
        findings=(*catalog.findings, *found),
    )


def status(project: Project, domain: Domain, locale: Locale) -> Status | None:
    """Judge every message of a domain in a locale; None where it has no catalog."""
    path = project.catalog(locale.folder, domain.name)
    if not path.is_file():
        return None
    return status_of(domain, store.read(path, project.shown(path), locale), locale)

"""How far a translation is: message by message, and counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from leaflets.catalogs import store
from leaflets.catalogs.domains import Domain
from leaflets.catalogs.translate import judge
from leaflets.content.project import Project
from leaflets.findings import Finding
from leaflets.model.locale import Locale

STATES = ("translated", "machine", "fuzzy", "stale", "missing", "refused")
"""What a message can be: checked by a person, drafted by a machine, not fit to print
(three ways), or printed by nobody because a hard check fails."""

_STATE_OF_CODE = {"T201": "missing", "T202": "fuzzy", "T203": "stale"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state of every message of one domain in one locale."""

    domain: str
    locale: str
    states: tuple[tuple[str, str], ...]
    """Key and state of every message, in the order of the original."""

    findings: tuple[Finding, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Number of messages in each state."""
        found = Counter(state for _, state in self.states)
        return {state: found[state] for state in STATES}

    def as_data(self) -> dict[str, object]:
        """Say the status as plain data, for JSON."""
        return {
            "domain": self.domain,
            "locale": self.locale,
            "messages": len(self.states),
            **self.counts,
            "todo": [k for k, state in self.states if state not in STATES[:2]],
            "findings": [finding.as_data() for finding in self.findings],
        }


def status(project: Project, domain: Domain, locale: Locale) -> Status | None:
    """Judge every message of a domain in a locale; None where it has no catalog."""
    path = project.catalog(locale.folder, domain.name)
    if not path.is_file():
        return None
    catalog = store.read(path, project.shown(path), locale)
    states: list[tuple[str, str]] = []
    findings = list(catalog.findings)
    for message in domain.messages:
        entry = catalog.entries.get(message.key)
        found = judge(message, entry, locale)
        findings.extend(found)
        if found:
            state = _STATE_OF_CODE.get(found[0].code, "refused")
        else:
            state = "machine" if entry is not None and entry.machine else "translated"
        states.append((message.key, state))
    return Status(
        domain=domain.name,
        locale=locale.tag,
        states=tuple(states),
        findings=tuple(findings),
    )

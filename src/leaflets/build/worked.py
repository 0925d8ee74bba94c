"""Work out a cell of the board: judge, check and look up every message.

What the catalogs, the checks and the ledgers know is put together here, a floor above
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from leaflets.build.cells import RISKS, STATES, Cell, Line
from leaflets.catalogs import store
from leaflets.catalogs.domains import Domain
from leaflets.catalogs.status import Standing, status_of
from leaflets.checks.translation import look_over
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.findings import Finding
from leaflets.model.locale import Locale
from leaflets.review.coverage import Coverage, coverage
from leaflets.review.ledger import read_ledger
from leaflets.review.marks import mark_of
from leaflets.review.roles import FLOOR_TRANSLATED, OF_TRANSLATION


def work_out(shelf: Library, domain: Domain, locale: Locale) -> Cell:
    """Judge, check and look up every message of a domain in a locale."""
    path = shelf.project.catalog(locale.folder, domain.name)
    catalog = store.read(path, shelf.project.shown(path), locale)
    status = status_of(domain, catalog, locale)
    asked = tuple(look_over(domain.messages, catalog, locale, shelf))
    covered = _coverage(shelf.project, domain, locale)
    states = {each.message.key: _state(each, covered) for each in status.standings}
    work = [_line(each) for each in status.standings if each.to_redo]
    by_line = Counter[str](states.values())
    return Cell(
        domain=domain.name,
        locale=locale.tag,
        messages=len(states),
        counts={state: by_line[state] for state in STATES},
        words=sum(len(line.original.split()) for line in work),
        work=tuple(sorted(work, key=_rank)),
        look=tuple(sorted(_asked_of(status.standings, asked), key=_rank)),
        findings=(*status.findings, *asked),
    )


def _state(standing: Standing, covered: Coverage) -> str:
    """Say the state of a message that people may have read and signed."""
    if standing.to_redo or standing.entry is None:
        return standing.state
    message = standing.message
    marks = message.fingerprint, mark_of(standing.entry.forms)
    roles = covered.roles_over(message.key, *marks).intersection(OF_TRANSLATION)
    if not roles:
        return standing.state
    return "signed" if roles.issuperset(FLOOR_TRANSLATED) else "reviewed"


def _coverage(project: Project, domain: Domain, locale: Locale) -> Coverage:
    originals, translations = (
        read_ledger(path, project.shown(path))[0]
        for path in (project.ledger(), project.ledger(locale.folder))
    )
    return coverage(originals, translations, domain.name, locale.tag)


def _line(standing: Standing, found: Iterable[Finding] = ()) -> Line:
    message, entry = standing.message, standing.entry
    why = tuple(found) or standing.findings
    origin = entry.origin if entry is not None else message.origin
    previous = ""
    if entry is not None:
        previous = entry.previous or (entry.words if entry.words != message.words else "")
    return Line(
        key=message.key,
        state=standing.state,
        risks=tuple(risk for risk in RISKS if risk in message.risks),
        original=message.words,
        other=message.other,
        previous=previous,
        forms=entry.forms if entry is not None else (),
        why=tuple(f"{finding.code} {finding.message}" for finding in why),
        hint=next((finding.hint for finding in why if finding.hint), ""),
        path=origin.path,
        line=origin.line,
    )


def _asked_of(standings: Iterable[Standing], asked: Iterable[Finding]) -> Iterator[Line]:
    """Give each finding of a check to the message whose entry stands at its place."""
    by_place: dict[object, list[Finding]] = {}
    for finding in asked:
        by_place.setdefault(finding.origin, []).append(finding)
    for each in standings:
        if each.entry is not None and not each.to_redo:
            found = by_place.get(each.entry.origin, [])
            if found:
                yield _line(each, found)


def _rank(line: Line) -> int:
    """Order by what a mistake would do; the sort keeps the original's order otherwise."""
    return min((RISKS.index(risk) for risk in line.risks), default=len(RISKS))

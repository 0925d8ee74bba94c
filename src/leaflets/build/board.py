"""The status board: how far every leaflet is in every language, and what is to be redone.

What the catalogs, the checks and the ledgers know of a message is put together here, a
floor above them. A cell is one leaflet (or the furniture) in one locale. Cells that
were worked out before are remembered under a fingerprint of every file they rest on,
so that a board on which little moved is there at once.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from leaflets import fingerprint
from leaflets.build import glance, keys, paths
from leaflets.build.inputs import Inputs
from leaflets.build.plan import Names, survey
from leaflets.catalogs import store
from leaflets.catalogs.domains import Domain, domains
from leaflets.catalogs.phrases import DOMAIN, ORIGINAL
from leaflets.catalogs.status import STATES as GETTEXT_STATES
from leaflets.catalogs.status import TO_REDO, Standing, status_of
from leaflets.checks.translation import look_over
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.files import write_atomically
from leaflets.findings import Finding, errors
from leaflets.model.locale import Locale
from leaflets.review.coverage import Coverage, coverage
from leaflets.review.ledger import read_ledger
from leaflets.review.marks import mark_of
from leaflets.review.roles import FLOOR_TRANSLATED, OF_TRANSLATION

STATES = ("signed", "reviewed", *GETTEXT_STATES)
"""The one state of a message, the best first.

``signed``: translator and reviser have signed exactly these words of exactly this original.
``reviewed``: a person has signed or passed exactly these words, and one of the two has not.
``translated``: translated, by a person as far as the file says; nobody has signed.
``machine``: drafted by a machine. ``fuzzy``: marked so in the file. ``stale``: the
original, or a figure in it, has changed since. ``missing``: no words. In these three the
original's words stand in, in drafts only. ``refused``: a hard check fails, and the leaflet
is not built in this locale.
"""

RISKS = ("warning", "certainty", "negation", "fact")
"""Risks of a message, the one that does most harm first."""

_LAYOUT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message to redo, or to look at."""

    key: str
    state: str
    risks: tuple[str, ...]
    original: str
    other: str = ""
    previous: str = ""
    """The words that the translation was made for, where they are known."""

    forms: tuple[str, ...] = ()
    """The translation as it stands, or stood."""

    why: tuple[str, ...] = ()
    """What was found, each with its code."""

    hint: str = ""
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One leaflet, or the furniture, in one locale."""

    domain: str
    locale: str
    begun: bool = True
    """False where there is no catalog; every message is missing then."""

    messages: int = 0
    counts: Mapping[str, int] = field(default_factory=dict, hash=False)
    words: int = 0
    """Words of the original that are to be translated or redone."""

    work: tuple[Line, ...] = ()
    """Exactly the messages to redo, those of most risk first."""

    look: tuple[Line, ...] = ()
    """Messages that are printed, and about which a check asks something."""

    findings: tuple[Finding, ...] = ()
    """Everything found: what is wrong with the file, with each message, and what the
    checks ask."""

    @property
    def done(self) -> int:
        """Number of messages with a translation that can be printed."""
        return self.messages - sum(self.counts.get(state, 0) for state in TO_REDO)

    @property
    def broken(self) -> tuple[Finding, ...]:
        """What is wrong with the catalog's file (T101 to T108).

        While it is, no message of it can be printed, whatever state the message is in.
        """
        return tuple(f for f in errors(self.findings) if f.code.startswith("T1"))

    def as_data(self) -> dict[str, Any]:
        """Say the cell as plain data, for JSON."""
        return {
            "domain": self.domain,
            "locale": self.locale,
            "begun": self.begun,
            "messages": self.messages,
            **{state: self.counts.get(state, 0) for state in STATES},
            "words_to_redo": self.words,
            "todo": [line.key for line in self.work],
            "work": [asdict(line) for line in self.work],
            "look": [asdict(line) for line in self.look],
            "findings": [finding.as_data() for finding in self.findings],
        }


def board(
    project: Project,
    *,
    leaflets: Iterable[str] = (),
    tags: Iterable[str] = (),
    begun_only: bool = True,
    cache: Path | None = None,
) -> tuple[Cell, ...]:
    """Work out the cells that are asked for; all of them where none is named.

    *begun_only* leaves out leaflets that have no catalog in a locale. Raises
    ContentError where the content cannot be read. *cache* is where cells are remembered;
    the output folder's own if not given.
    """
    held = _Cells(project, cache or project.output / paths.CACHE)
    wanted, spoken = tuple(leaflets), tuple(tags)
    found = []
    for tag in held.names.locales:
        for name in (DOMAIN, *held.names.leaflets):
            shown = tag in spoken if spoken else tag not in held.names.pseudo
            asked = shown and (not wanted or name in wanted)
            if not asked or held.original(name) == tag:
                continue
            if held.begun(name, tag):
                found.append(held.cell(name, tag))
            elif not begun_only:
                found.append(held.not_begun(name, tag))
    held.close()
    return tuple(found)


class _Cells:
    """Works cells out, or remembers them."""

    def __init__(self, project: Project, cache: Path) -> None:
        self.project = project
        self.names: Names = survey(project)
        self._folder = cache / "desk"
        self._inputs = Inputs(self._folder / "files.json")
        self._shared = fingerprint.of(
            _LAYOUT,
            keys.program_digest(self._inputs),
            [self._inputs.tree(project.content / name) for name in keys.RECORDS],
            self._inputs.tree(project.content / "glossary"),
            self._inputs.file(project.ledger()),
        )
        self._originals = {
            name: glance.value(
                glance.head(project.content / "leaflets" / f"{name}.yaml"), "original"
            )
            for name in self.names.leaflets
        }

    @cached_property
    def shelf(self) -> Library:
        """The library, read only where a cell must be worked out."""
        shelf = library.read(self.project)
        if wrong := errors(shelf.findings):
            first = wrong[0]
            more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
            raise ContentError(
                f"{first.message}{more}",
                hint=first.hint or "run 'leaflets check'",
                origin=first.origin,
            )
        return shelf

    @cached_property
    def domains(self) -> dict[str, Domain]:
        """The gettext domains by name."""
        return {domain.name: domain for domain in domains(self.shelf)}

    def original(self, name: str) -> str:
        """Tag of the language that a domain is written in."""
        if name == DOMAIN:
            return ORIGINAL
        return self._originals[name] or self.domains[name].original

    def begun(self, name: str, tag: str) -> bool:
        """Say whether there is a catalog."""
        return self.project.catalog(tag.replace("-", "_"), name).is_file()

    def not_begun(self, name: str, tag: str) -> Cell:
        """Make the cell of a domain that nobody has begun to translate."""
        messages = self.domains[name].messages
        return Cell(
            domain=name,
            locale=tag,
            begun=False,
            messages=len(messages),
            counts={"missing": len(messages)},
            words=sum(len(message.words.split()) for message in messages),
        )

    def cell(self, name: str, tag: str) -> Cell:
        """Remember a cell, or work it out and remember it from now on."""
        key = self._key(name, tag)
        path = self._folder / f"{name}.{tag}.json"
        known = _remembered(path, key)
        if known is not None:
            return known
        cell = work_out(self.shelf, self.domains[name], self.shelf.locales[tag])
        write_atomically(path, json.dumps({"key": key, "cell": cell.as_data()}))
        return cell

    def close(self) -> None:
        """Write down what was hashed."""
        self._inputs.save()

    def _key(self, name: str, tag: str) -> str:
        project, look = self.project, self._inputs.file
        folder = tag.replace("-", "_")
        original = self.original(name).replace("-", "_")
        return fingerprint.of(
            self._shared,
            [name, tag, project.locales.name],
            look(project.content / "leaflets" / f"{name}.yaml"),
            [self._inputs.file(path) for path in self._language_files()],
            look(project.locales / original / "words.yaml"),
            look(project.ledger(folder)),
            look(project.catalog(folder, name)),
        )

    def _language_files(self) -> list[Path]:
        """Files on the languages: what tells one language from another is in all."""
        found = self.project.locales.glob("*/*.yaml")
        return sorted(found)


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


def _remembered(path: Path, key: str) -> Cell | None:
    """Take a cell from where it was put; None where it is another's, or damaged."""
    try:
        held = json.loads(path.read_bytes())
        if held["key"] != key:
            return None
        data = held["cell"]
        return Cell(
            domain=data["domain"],
            locale=data["locale"],
            begun=data["begun"],
            messages=data["messages"],
            counts={state: int(data[state]) for state in STATES},
            words=data["words_to_redo"],
            work=tuple(_line_of(each) for each in data["work"]),
            look=tuple(_line_of(each) for each in data["look"]),
            findings=tuple(Finding.from_data(each) for each in data["findings"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _line_of(data: dict[str, Any]) -> Line:
    lists = {name: tuple(data[name]) for name in ("risks", "forms", "why")}
    return Line(**{**data, **lists})

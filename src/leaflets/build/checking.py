"""Ask everything that can be asked of a project without making a page.

Steps 1 and 2 of 10, and every catalog: what two rooms know is put together here, one
floor above them.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from leaflets.build import pofilter
from leaflets.catalogs import store
from leaflets.catalogs.domains import domains, leaflet_messages
from leaflets.catalogs.exchange.post import Received
from leaflets.catalogs.messages import phrase_messages
from leaflets.catalogs.phrases import DOMAIN, ORIGINAL
from leaflets.catalogs.translate import say_phrases, translate
from leaflets.checks import base
from leaflets.checks.backwards import look_back
from leaflets.checks.translation import look_over
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.errors import ContentError, LocaleError
from leaflets.findings import Finding, Severity, errors, in_order
from leaflets.model.locale import Locale
from leaflets.origin import Origin
from leaflets.reporter import Reporter
from leaflets.review.ledger import read_ledger


def check(
    project: Project,
    reporter: Reporter,
    *,
    beside: Collection[str] = (),
    today: datetime.date | None = None,
) -> tuple[Finding, ...]:
    """Find all that is wrong with content, catalogs and ledgers, in order of place.

    *beside* names other programs to ask as well: ``pofilter``. What depends on the day is
    asked where *today* is given.
    """
    reporter.step(1, "read")
    shelf = library.read(project)
    reporter.step(2, "check")
    found = [*base.run(shelf, today), *_ledger(project, "")]
    for locale in shelf.locales.values():
        found.extend(_ledger(project, locale.folder))
        found.extend(_catalogs(shelf, locale))
    if "pofilter" in beside:
        found.extend(_pofilter(shelf))
    return in_order(found)


def look_at_taken(shelf: Library, received: Received) -> tuple[Finding, ...]:
    """Ask the checks about every translation that a file brought in.

    The findings point at the file: the messages may not be in a catalog yet.
    """
    done = received.intake
    if done is None:
        return ()
    locale, taken = shelf.locales[received.locale], set(done.taken)
    domain = next(each for each in domains(shelf) if each.name == received.domain)
    messages = [message for message in domain.messages if message.key in taken]
    found = look_over(messages, done.catalog, locale, shelf)
    return tuple(replace(finding, origin=Origin(received.shown)) for finding in found)


def exit_code(findings: Iterable[Finding]) -> int:
    """Say with which code findings end a command: that of the first step they stop.

    3 for an error in content/, 4 for one in locales/, 1 for one anywhere else; a
    warning ends nothing. A build that meets the same error ends with the same code.
    """
    places = {finding.origin.path.partition("/")[0] for finding in errors(findings)}
    if "content" in places:
        return ContentError.exit_code
    if "locales" in places:
        return LocaleError.exit_code
    return 1 if places else 0


def _catalogs(shelf: Library, locale: Locale) -> Iterator[Finding]:
    project = shelf.project
    folder = project.locales / locale.folder / "LC_MESSAGES"
    wording = shelf.wordings.get(ORIGINAL)
    paths = sorted(folder.glob("*.po"))
    if paths and locale.tag not in shelf.wordings and not locale.pseudo:
        yield _wordless(locale)
    for path in paths:
        catalog = store.read(path, project.shown(path), locale)
        leaflet = shelf.leaflets.get(path.stem)
        if path.stem == DOMAIN:
            _, _, found = say_phrases(locale, catalog)
            messages = phrase_messages(wording)
        elif leaflet is not None:
            _, found = translate(leaflet, shelf.facts, locale, catalog)
            messages = leaflet_messages(shelf, leaflet)
        else:
            yield from catalog.findings  # its leaflet is gone, or could not be read
            continue
        yield from look_over(messages, catalog, locale, shelf)
        if not locale.pseudo:
            yield from look_back(messages, catalog)
        yield from found


def _wordless(locale: Locale) -> Finding:
    """Say that what needs the words of a language is not asked."""
    return Finding(
        code="T350",
        message=f"locale {locale.tag!r} has no words.yaml: negations, numbers in words and "
        "certainty are not compared",
        origin=locale.origin,
        severity=Severity.INFO,
        hint="see locales/en/words.yaml for what it holds",
    )


def _pofilter(shelf: Library) -> Iterator[Finding]:
    program = pofilter.find()
    if not program:
        yield pofilter.absent()
        return
    for locale in shelf.locales.values():
        yield from pofilter.ask(program, shelf.project, locale)


def _ledger(project: Project, folder: str) -> Iterator[Finding]:
    path: Path = project.ledger(folder)
    _, found = read_ledger(path, project.shown(path))
    yield from found

"""Record one person's word that one text is right.

Step 6 of 10, the writing side. What is signed is a fingerprint of exactly the words,
facts and claims as they are now; a text that is not whole cannot be signed. Ledgers are
only ever added to.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from leaflets import files, review
from leaflets.build.lock import held
from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.phrases import DOMAIN, originals
from leaflets.catalogs.translate import say_phrases, translate
from leaflets.checks import base
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.errors import ContentError, GateClosed, LocaleError
from leaflets.findings import errors
from leaflets.formats.base import FORMATS
from leaflets.model.leaflet import Leaflet
from leaflets.model.locale import Locale
from leaflets.model.walk import texts
from leaflets.review import Check, Ledger, Signoff


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A leaflet in a locale, as it stands now."""

    leaflet: Leaflet
    """As it was written."""

    locale: Locale
    fingerprint: str
    stand_ins: int
    """Number of Texts and phrases that are still the original's."""

    @property
    def translated(self) -> bool:
        """True unless this is the original."""
        return self.locale.tag != self.leaflet.original


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What has been signed and checked, and what has not."""

    role: str
    by: str = ""
    date: str = ""
    state: str = "missing"
    """``signed``, ``stale`` or ``missing``."""

    why: str = ""


def open_library(project: Project) -> Library:
    """Read a project to sign in it; raises ContentError while it holds an error."""
    shelf = library.read(project)
    wrong = errors(base.run(shelf))
    if wrong:
        raise ContentError(
            f"nothing can be signed while content has an error: {wrong[0].message}",
            hint=wrong[0].hint or "run 'leaflets check'",
            origin=wrong[0].origin,
        )
    return shelf


def text_of(shelf: Library, slug: str, tag: str) -> Reading:
    """Say a leaflet in a locale and take its fingerprint.

    Raises LocaleError for a translation with an error.
    """
    leaflet, locale = shelf.leaflets[slug], shelf.locales[tag]
    whole = review.original_fingerprint(shelf, leaflet, originals())
    if tag == leaflet.original:
        return Reading(leaflet=leaflet, locale=locale, fingerprint=whole, stand_ins=0)
    said, found = translate(leaflet, shelf.facts, locale, _catalog(shelf, locale, slug))
    phrases, stand_ins, more = say_phrases(locale, _catalog(shelf, locale, DOMAIN))
    wrong = errors((*found, *more))
    if wrong:
        raise LocaleError(wrong[0].message, hint=wrong[0].hint, origin=wrong[0].origin)
    return Reading(
        leaflet=leaflet,
        locale=locale,
        fingerprint=review.translated_fingerprint(whole, said, phrases),
        stand_ins=sum(text.stand_in for text in texts(said)) + len(stand_ins),
    )


def roles_of(text: Reading) -> tuple[str, ...]:
    """Name the roles that some format asks for in this locale, in order of work."""
    asked = {
        role
        for form in FORMATS.values()
        for role in (form.gate_translated if text.translated else form.gate)
    }
    return tuple(role for role in review.ROLES if role in asked)


def standings(shelf: Library, text: Reading) -> tuple[Standing, ...]:
    """Say for each role, and for each thing to be checked, how it stands."""
    found = []
    ledger = _ledger(shelf.project, text)
    for role in roles_of(text):
        mine = [s for s in _of(ledger, text) if s.role == role]
        fresh = [s for s in mine if s.fingerprint == text.fingerprint]
        last = (fresh or mine)[-1:]
        state = "signed" if fresh else "stale" if mine else "missing"
        who = {"by": last[0].by, "date": last[0].date} if last else {}
        found.append(Standing(role=role, state=state, **who))
    if not text.translated:
        done = {(check.name, check.fingerprint): check for check in ledger.checks}
        for name, (why, mark, _) in review.to_verify(shelf, text.leaflet).items():
            check = done.get((name, mark))
            who = {"by": check.by, "date": check.date} if check else {}
            state = "signed" if check else "missing"
            found.append(Standing(role=name, state=state, why=why, **who))
    return tuple(found)


def sign(shelf: Library, text: Reading, *, role: str, by: str, date: str) -> Path:
    """Add a sign-off to the ledger; return the ledger's path.

    Raises GateClosed for a text that is not whole, a role that is not asked for here,
    and a reviser who is the translator (ISO 17100).
    """
    if role not in roles_of(text):
        raise GateClosed(
            f"no format asks for a sign-off by {role!r} in {text.locale.tag!r}",
            hint=f"the roles there are: {', '.join(roles_of(text))}",
        )
    if text.stand_ins:
        raise GateClosed(
            f"{text.stand_ins} texts are not translated, fuzzy or stale",
            hint=f"see 'leaflets catalog status --locale {text.locale.tag}'",
        )
    pair = {"translator": "reviser", "reviser": "translator"}.get(role)
    for other in _of(_ledger(shelf.project, text), text):
        if other.role == pair and _same(other.by, by):
            raise GateClosed(
                f"{by!r} has signed as {pair}; a reviser is another person",
                hint="ask someone else who knows both languages",
            )
    event = Signoff(
        leaflet=text.leaflet.slug,
        locale=text.locale.tag,
        role=role,
        by=by,
        date=date,
        fingerprint=text.fingerprint,
    )
    return _add(_ledger_path(shelf.project, text), event)


def record_check(shelf: Library, text: Reading, *, name: str, by: str, date: str) -> Path:
    """Add a person's word that a fact, claim or block was checked at its source.

    Raises GateClosed for a name of which nothing is to be checked.
    """
    wanted = review.to_verify(shelf, text.leaflet)
    if name not in wanted:
        known = ", ".join(wanted) or "nothing"
        raise GateClosed(f"{name!r} needs no check", hint=f"to be checked: {known}")
    _, mark, _ = wanted[name]
    event = Check(name=name, by=by, date=date, fingerprint=mark)
    return _add(shelf.project.ledger(), event)


def _add(path: Path, event: Signoff | Check) -> Path:
    with held(path.with_name(f".{path.name}.lock"), "another sign-off is being written to"):
        before = files.read_text(path) if path.is_file() else ""
        joint = "\n" if before and not before.endswith("\n") else ""
        files.write_atomically(path, f"{before}{joint}{review.as_line(event)}")
    return path


def _of(ledger: Ledger, text: Reading) -> list[Signoff]:
    names = (text.leaflet.slug, text.locale.tag)
    return [s for s in ledger.signoffs if (s.leaflet, s.locale) == names]


def _ledger(project: Project, text: Reading) -> Ledger:
    path = _ledger_path(project, text)
    ledger, found = review.read_ledger(path, project.shown(path))
    if found:
        raise ContentError(found[0].message, origin=found[0].origin)
    return ledger


def _ledger_path(project: Project, text: Reading) -> Path:
    return project.ledger(text.locale.folder if text.translated else "")


def _catalog(shelf: Library, locale: Locale, domain: str) -> Catalog | None:
    path = shelf.project.catalog(locale.folder, domain)
    if not path.is_file():
        return None
    return store.read(path, shelf.project.shown(path), locale)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()

"""Record one person's word that one text is right.

Step 6 of 10, the writing side. What is signed is the marks of exactly the words, facts
and claims as they are now; a text that is not whole cannot be signed. Ledgers are only
ever added to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from leaflets.build import ledgers
from leaflets.build.reading import present_of
from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.messages import Message, messages_of, phrase_messages
from leaflets.catalogs.phrases import DOMAIN
from leaflets.catalogs.translate import judge
from leaflets.checks import base
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.errors import ContentError, GateClosed, LocaleError
from leaflets.findings import Finding, errors
from leaflets.model.leaflet import Leaflet
from leaflets.model.locale import Locale
from leaflets.review.coverage import PHRASES
from leaflets.review.events import Check, Event, Signoff, State
from leaflets.review.ledger import Ledger
from leaflets.review.parts import to_verify
from leaflets.review.people import name_problem, same_person
from leaflets.review.present import Part, Present
from leaflets.review.roles import OF_ORIGINAL, OF_TRANSLATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What a signer has before them: a leaflet in a locale, as it stands now."""

    leaflet: Leaflet
    """As it was written."""

    locale: Locale
    now: Present
    unfit: Mapping[str, Finding] = field(hash=False)
    """By key, why a translation is not printed; a phrase's begins with ``phrases:``."""

    @property
    def folder(self) -> str:
        """Folder of the ledger: empty for the original's."""
        return self.locale.folder if self.now.translated else ""

    @property
    def roles(self) -> tuple[str, ...]:
        """Roles that may sign here, in order of work."""
        return OF_TRANSLATION if self.now.translated else OF_ORIGINAL


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


def before(shelf: Library, slug: str, tag: str) -> Before:
    """Say what a signer of a leaflet in a locale has before them now.

    Raises LocaleError for a catalog that cannot be read.
    """
    leaflet, locale = shelf.leaflets[slug], shelf.locales[tag]
    held: dict[str, Catalog | None] = {}

    def catalog(where: Locale, domain: str) -> Catalog | None:
        if domain not in held:
            held[domain] = _catalog(shelf, where, domain)
        return held[domain]

    unfit: dict[str, Finding] = {}
    if tag != leaflet.original:
        messages = messages_of(leaflet, shelf.facts, shelf.claims)
        unfit.update(_unfit(messages, catalog(locale, slug), locale))
        furniture = _unfit(phrase_messages(), catalog(locale, DOMAIN), locale)
        unfit.update({f"{PHRASES}:{key}": found for key, found in furniture.items()})
    now = present_of(shelf, leaflet, locale, catalog)
    return Before(leaflet=leaflet, locale=locale, now=now, unfit=unfit)


def sign(shelf: Library, text: Before, *, role: str, by: str, date: str) -> Path:
    """Add a sign-off of the whole text to the ledger; return the ledger's path.

    Raises GateClosed for a text that is not whole, a role that does not sign here, a name
    that is none, and a reviser who is the translator (ISO 17100); LocaleError for a
    translation that holds an error.
    """
    _admit(text, role, by)
    _whole(text, text.unfit)

    def events(ledger: Ledger) -> Iterable[Event]:
        _apart(ledger, text, role, by)
        signed = Signoff(
            leaflet=text.leaflet.slug,
            locale=text.locale.tag,
            role=role,
            by=by,
            date=date,
            reading=text.now.reading.mark,
            turn=ledger.next_turn,
        )
        yield from text.now.words
        yield text.now.reading
        yield signed

    return ledgers.add(shelf.project, text.folder, events)


def sign_messages(
    shelf: Library, text: Before, keys: Collection[str], *, role: str, by: str, date: str
) -> Path:
    """Record that a person has read single messages and finds them right.

    Raises as ``sign`` does; GateClosed for a key that the leaflet does not have.
    """
    _admit(text, role, by)
    parts = [part_of(text.now, key) for key in keys]
    _whole(text, {p.key: text.unfit[p.key] for p in parts if p.key in text.unfit})

    def events(ledger: Ledger) -> Iterable[Event]:
        _apart(ledger, text, role, by)
        for part in parts:
            yield from part.kept
            yield State(
                locale=text.locale.tag,
                key=part.key,
                original=part.original,
                translation=part.translation,
                state="reviewed",
                role=role,
                by=by,
                date=date,
                turn=ledger.next_turn,
                risks=tuple(sorted(part.risks)),
            )

    return ledgers.add(shelf.project, text.folder, events)


def record_check(shelf: Library, text: Before, *, name: str, by: str, date: str) -> Path:
    """Add a person's word that a fact, claim or block was checked at its source.

    Raises GateClosed for a name of which nothing is to be checked, and for no name of a
    person.
    """
    _named(by)
    wanted = to_verify(shelf, text.leaflet)
    if name not in wanted:
        known = ", ".join(wanted) or "nothing"
        raise GateClosed(f"{name!r} needs no check", hint=f"to be checked: {known}")
    _, mark, _ = wanted[name]
    event = Check(name=name, by=by, date=date, fingerprint=mark)
    return ledgers.add(shelf.project, "", lambda _: [event])


def part_of(now: Present, key: str) -> Part:
    """Find a message or phrase by its key; raises GateClosed where there is none."""
    found = {part.key: part for part in now.parts}
    part = found.get(key) or found.get(f"{PHRASES}:{key}")
    if part is None:
        raise GateClosed(
            f"{now.leaflet!r} has no message {key!r}",
            hint=f"see 'leaflets sign {now.leaflet} --why'",
        )
    return part


def _named(by: str) -> None:
    problem = name_problem(by)
    if problem:
        raise GateClosed(f"the name of who signs {problem}", hint="say --by NAME")


def _admit(text: Before, role: str, by: str) -> None:
    _named(by)
    if role not in text.roles:
        raise GateClosed(
            f"nobody signs as {role!r} in {text.locale.tag!r}",
            hint=f"the roles there are: {', '.join(text.roles)}",
        )


def _whole(text: Before, unfit: Mapping[str, Finding]) -> None:
    wrong = errors(unfit.values())
    if wrong:
        raise LocaleError(wrong[0].message, hint=wrong[0].hint, origin=wrong[0].origin)
    if unfit:
        raise GateClosed(
            f"{len(unfit)} texts are not translated, fuzzy or stale",
            hint=f"see 'leaflets catalog status --locale {text.locale.tag}'",
        )


def _apart(ledger: Ledger, text: Before, role: str, by: str) -> None:
    """Refuse a reviser who is the translator, in whatever reading."""
    pair = {"translator": "reviser", "reviser": "translator"}.get(role)
    slug = text.leaflet.slug
    names = [
        s.by
        for s in ledger.signoffs
        if s.role == pair and (s.leaflet, s.locale) == (slug, text.locale.tag)
    ]
    names += [
        s.by
        for s in ledger.states
        if s.role == pair
        and s.locale == text.locale.tag
        and s.key.startswith((f"{slug}.", f"{PHRASES}:"))
    ]
    if any(same_person(name, by) for name in names):
        raise GateClosed(
            f"{by!r} has signed as {pair}; a reviser is another person",
            hint="ask someone else who knows both languages",
        )


def _unfit(
    messages: Iterable[Message], catalog: Catalog | None, locale: Locale
) -> dict[str, Finding]:
    """Say why translations are not printed, by key."""
    found: dict[str, Finding] = {}
    for message in messages:
        entry = catalog.entries.get(message.key) if catalog else None
        wrong = judge(message, entry, locale)
        if wrong:
            found[message.key] = (errors(wrong) or tuple(wrong))[0]
    return found


def _catalog(shelf: Library, locale: Locale, domain: str) -> Catalog | None:
    path = shelf.project.catalog(locale.folder, domain)
    if not path.is_file():
        return None
    catalog = store.read(path, shelf.project.shown(path), locale)
    wrong = errors(catalog.findings)
    if wrong:
        raise LocaleError(wrong[0].message, hint=wrong[0].hint, origin=wrong[0].origin)
    return catalog

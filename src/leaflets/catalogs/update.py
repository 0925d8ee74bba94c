"""Bring the catalogs of a locale in step with the model: the step that touches disk."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.domains import Domain, domains, with_machine_terms
from leaflets.catalogs.joining import Joined, joined, recalled
from leaflets.catalogs.memory import Memory
from leaflets.catalogs.messages import fingerprint_of
from leaflets.content.library import Library
from leaflets.errors import LocaleError
from leaflets.findings import errors
from leaflets.model.facts import placed_in
from leaflets.model.locale import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One catalog of a locale, in step, and whether its file is."""

    path: Path
    domain: str
    locale: str
    joined: Joined

    @property
    def changes(self) -> bool:
        """True where the file says anything else, or is not there."""
        text = store.written(self.joined.catalog).encode()
        return not self.path.is_file() or self.path.read_bytes() != text

    def as_data(self) -> dict[str, object]:
        """Say the step as plain data, for JSON."""
        return {
            "domain": self.domain,
            "locale": self.locale,
            **self.joined.counts,
        }


def update(
    library: Library, locale: Locale, only: Collection[str] = ()
) -> tuple[Path, ...]:
    """Write the catalogs of a locale anew; return the files that changed.

    *only* names the domains to write; all of them where it is empty. Raises LocaleError,
    and writes nothing over, where a catalog cannot be read.
    """
    return tuple(
        step.path
        for step in steps(library, locale, only)
        if store.write(step.path, step.joined.catalog)
    )


def steps(library: Library, locale: Locale, only: Collection[str] = ()) -> tuple[Step, ...]:
    """Bring the catalogs of a locale in step, without writing them.

    All of them are read, for what one has translated another may be offered. Raises
    LocaleError where one that is asked for cannot be read.
    """
    project = library.project
    dated = max((x.evidence.written for x in library.leaflets.values()), default="")
    found: list[tuple[Domain, Joined]] = []
    for domain in domains(library):
        if domain.original != locale.tag:
            wanted = not only or domain.name in only
            there = held(library, locale, domain, wanted=wanted)
            if there is not None or wanted:
                marked = with_machine_terms(domain, library, locale.tag)
                found.append((domain, joined(marked, there, locale, dated)))
    memories = _memories(library, found)
    return tuple(
        Step(
            path=project.catalog(locale.folder, domain.name),
            domain=domain.name,
            locale=locale.tag,
            joined=recalled(each, memories[domain.original]),
        )
        for domain, each in found
        if not only or domain.name in only
    )


def in_step(library: Library, locale: Locale, domain: Domain) -> Catalog:
    """Read a catalog and bring it in step, without writing it.

    Raises LocaleError where it cannot be read, or is the original's own.
    """
    for step in steps(library, locale, (domain.name,)):
        return step.joined.catalog
    raise LocaleError(
        f"{domain.name!r} is written in {locale.tag!r} and has no catalog there"
    )


def held(
    library: Library, locale: Locale, domain: Domain, *, wanted: bool = True
) -> Catalog | None:
    """Read a catalog as it is; None where there is none.

    Raises LocaleError for one that is broken, or gives None where it is not *wanted*.
    """
    path = library.project.catalog(locale.folder, domain.name)
    if not path.is_file():
        return None
    found = store.read(path, library.project.shown(path), locale)
    broken = errors(found.findings)
    if broken and wanted:
        first = broken[0]
        raise LocaleError(first.message, hint=first.hint, origin=first.origin)
    return None if broken else found


def _memories(
    library: Library, found: Iterable[tuple[Domain, Joined]]
) -> dict[str, Memory]:
    """Remember the translations from each original language apart."""
    catalogs: dict[str, list[Catalog]] = {}
    for domain, each in found:
        catalogs.setdefault(domain.original, []).append(each.catalog)

    def fresh(entry: Entry) -> bool:
        return _figures_stand(entry, library)

    return {original: Memory(held, fresh) for original, held in catalogs.items()}


def _figures_stand(entry: Entry, library: Library) -> bool:
    """Say whether an obsolete entry was made for the figures that its facts have now."""
    names = dict.fromkeys(name for name, _ in placed_in(entry.words))
    if entry.other or any(name not in library.facts for name in names):
        return False
    facts = tuple(library.facts[name] for name in names)
    made_for = fingerprint_of(entry.key, entry.words, facts=facts)
    return not names or entry.translates == made_for

"""Send packets out and take them in: the step that touches catalogs on disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.domains import Domain, domains
from leaflets.catalogs.exchange import intake, kinds
from leaflets.catalogs.exchange.intake import Intake, Terms
from leaflets.catalogs.exchange.outgoing import packet_of
from leaflets.catalogs.exchange.packet import Packet
from leaflets.catalogs.exchange.told import foreign, unreadable
from leaflets.catalogs.update import held, in_step
from leaflets.content.library import Library
from leaflets.errors import LocaleError
from leaflets.findings import Finding
from leaflets.model.locale import Locale
from leaflets.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of one file."""

    shown: str
    kind: str = ""
    domain: str = ""
    locale: str = ""
    intake: Intake | None = None
    """None where the file could not be read, or does not belong here."""

    findings: tuple[Finding, ...] = ()

    @property
    def whole(self) -> bool:
        """True where nothing in the file was refused or passed over."""
        return self.intake is not None and not self.intake.refused and not self.findings

    def as_data(self) -> dict[str, object]:
        """Say what became of the file as plain data, for JSON."""
        done = self.intake
        return {
            "file": self.shown,
            "format": self.kind,
            "leaflet": self.domain,
            "locale": self.locale,
            "taken": list(done.taken) if done else [],
            "same": len(done.same) if done else 0,
            "empty": list(done.empty) if done else [],
            "refused": [each.as_data() for each in done.refused] if done else [],
            "findings": [finding.as_data() for finding in self.findings],
        }


def outgoing(library: Library, domain: Domain, locale: Locale, needs: str) -> Packet:
    """Read a catalog and gather what needs work in it; writes nothing.

    Raises LocaleError where the catalog cannot be read.
    """
    return packet_of(domain, _catalog(library, domain, locale), locale, needs)


def receive(
    library: Library,
    files: Iterable[tuple[str, bytes]],
    terms: Terms,
    by: str = "",
) -> tuple[tuple[Received, ...], Mapping[Path, Catalog]]:
    """Take files in, one after the other; nothing is written yet.

    *files* are names and bytes; *by* is who translated, for the catalog's header. Returns
    what became of each, and the catalogs that changed by the path they belong to.
    """
    known = {domain.name: domain for domain in domains(library)}
    changed: dict[Path, Catalog] = {}
    done: list[Received] = []
    for shown, data in files:
        packet, kind, findings = kinds.read(data, shown)
        if packet is None:
            done.append(Received(shown=shown, kind=kind, findings=findings))
            continue
        wrong, domain, locale = _place(packet, shown, library, known)
        if domain is None or locale is None:
            findings = (*findings, *wrong)
            done.append(Received(shown=shown, kind=kind, findings=findings))
            continue
        path = library.project.catalog(locale.folder, domain.name)
        try:
            catalog = changed.get(path) or _catalog(library, domain, locale)
        except LocaleError as error:
            broken = unreadable(shown, f"its catalog: {error.message}", hint=error.hint)
            done.append(Received(shown=shown, kind=kind, findings=(*findings, broken)))
            continue
        result = intake.take(packet, catalog, domain, locale, terms)
        if result.taken:
            changed[path] = _signed_by(result.catalog, by)
        done.append(
            Received(
                shown=shown,
                kind=kind,
                domain=domain.name,
                locale=locale.tag,
                intake=result,
                findings=findings,
            )
        )
    return tuple(done), MappingProxyType(changed)


def write(changed: Mapping[Path, Catalog]) -> tuple[Path, ...]:
    """Write the catalogs that changed, each whole or not at all; return their paths."""
    return tuple(path for path, catalog in changed.items() if store.write(path, catalog))


def _catalog(library: Library, domain: Domain, locale: Locale) -> Catalog:
    """Read a catalog as it is; begin one where there is none."""
    return held(library, locale, domain) or in_step(library, locale, domain)


def _place(
    packet: Packet, shown: str, library: Library, known: Mapping[str, Domain]
) -> tuple[tuple[Finding, ...], Domain | None, Locale | None]:
    """Find the leaflet and the locale that a file says it belongs to."""
    origin = Origin(shown)
    domain = known.get(packet.domain)
    if domain is None:
        what = f"file is for leaflet {packet.domain!r}, which this project has not"
        return (foreign(origin, what, f"there are: {', '.join(known)}"),), None, None
    tags = {_folded(tag): locale for tag, locale in library.locales.items()}
    locale = tags.get(_folded(packet.locale))
    if locale is None:
        what = f"file is in {packet.locale!r}, which is no locale of this project"
        return (
            (foreign(origin, what, f"there are: {', '.join(library.locales)}"),),
            None,
            None,
        )
    if _folded(packet.original) != _folded(domain.original):
        what = f"file translates from {packet.original!r}, not from {domain.original!r}"
        return (foreign(origin, what),), None, None
    if locale.tag == domain.original:
        what = f"file translates {domain.name!r} into its own language"
        return (foreign(origin, what),), None, None
    return (), domain, locale


def _folded(tag: str) -> str:
    """Compare tags as tools write them: ``zh_hans`` is ``zh-Hans``."""
    return tag.replace("_", "-").casefold()


def _signed_by(catalog: Catalog, by: str) -> Catalog:
    if not by:
        return catalog
    header = {**catalog.header, "Last-Translator": by}
    return replace(catalog, header=MappingProxyType(header))

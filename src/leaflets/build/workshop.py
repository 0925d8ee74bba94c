"""What a worker keeps from one job to the next, and how an edition is bound.

Steps 4 and 5 of 10. A workshop is opened once for each worker process and holds what jobs
share: the library, the fonts, the engine, the catalogs and the editions already bound.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from leaflets.build import ledgers
from leaflets.build.editioncode import edition_code
from leaflets.build.reading import present_of
from leaflets.build.telling import Teller
from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.domains import domains
from leaflets.catalogs.messages import Message
from leaflets.catalogs.phrases import originals
from leaflets.catalogs.translate import say_phrases, translate
from leaflets.checks import base
from leaflets.checks.translation import look_over
from leaflets.compose.environment import Templates
from leaflets.content import library, printspecs
from leaflets.content.project import Project
from leaflets.errors import ContentError, LocaleError
from leaflets.findings import Finding, errors, in_order
from leaflets.model.edition import Edition
from leaflets.model.locale import Locale
from leaflets.model.walk import texts
from leaflets.pdf import fonts
from leaflets.pdf.engine import Engine
from leaflets.pdf.printspec import PrintSpec
from leaflets.review.ledger import Ledger
from leaflets.review.parts import original_fingerprint, translated_fingerprint
from leaflets.review.present import Present


@dataclasses.dataclass(frozen=True, slots=True)
class Bound:
    """An edition, what was found while it was bound, and what closes its gates."""

    edition: Edition
    findings: tuple[Finding, ...]
    stand_ins: int


class Workshop:
    """What a worker keeps from one job to the next."""

    def __init__(self, root: Path, cache: Path, today: datetime.date | None = None) -> None:
        self.project = Project.at(root)
        self.today = today
        self.library = library.read(self.project)
        self._wrong = [
            finding
            for finding in errors(base.run(self.library))
            # A print spec that cannot be used stops what is made for it, and no more.
            if not finding.origin.path.startswith("content/print/")
        ]
        self._cache = cache
        self._catalogs: dict[tuple[str, str], Catalog | None] = {}
        self._bound: dict[tuple[str, str, str], Bound] = {}
        self._specs: dict[str, PrintSpec | None] = {}
        self._ledgers: dict[str, Ledger] = {}
        self._present: dict[tuple[str, str], Present] = {}

    @cached_property
    def templates(self) -> Templates:
        """The project's templates."""
        return Templates(self.project.templates)

    @cached_property
    def teller(self) -> Teller:
        """What tells editions in a line."""
        return Teller(self.templates)

    @cached_property
    def fontset(self) -> fonts.FontSet:
        """The one set of fonts that every locale's pages are set in."""
        families = {
            family
            for locale in self.library.locales.values()
            for family in (*locale.fonts, *locale.dense.fonts)
        }
        return fonts.collect(sorted(families), self._cache)

    @cached_property
    def engine(self) -> Engine:
        """The engine, started at its first rendering."""
        return Engine(self.fontset)

    @cached_property
    def _messages(self) -> dict[str, tuple[Message, ...]]:
        """Messages of every gettext domain."""
        return {domain.name: domain.messages for domain in domains(self.library)}

    def spec(self, name: str) -> PrintSpec | None:
        """Read a print spec, once; None for no name.

        Raises ContentError for one that is not there or cannot be used.
        """
        if name not in self._specs:
            self._specs[name] = printspecs.find(name, self.project) if name else None
        return self._specs[name]

    def ledger(self, folder: str = "") -> Ledger:
        """Read the ledger of originals, or of a locale's *folder*, once.

        Raises ContentError for a line that is not understood.
        """
        if folder not in self._ledgers:
            self._ledgers[folder] = ledgers.read(self.project, folder)
        return self._ledgers[folder]

    def present(self, slug: str, tag: str) -> Present:
        """Say what a signer of a leaflet in a locale has before them, once."""
        if (slug, tag) not in self._present:
            shelf = self.library
            self._present[slug, tag] = present_of(
                shelf, shelf.leaflets[slug], shelf.locales[tag], self.catalog
            )
        return self._present[slug, tag]

    def catalog(self, locale: Locale, domain: str) -> Catalog | None:
        """Read a catalog of a locale, once; None where there is none."""
        key = (locale.tag, domain)
        if key not in self._catalogs:
            path = self.project.catalog(locale.folder, domain)
            shown = self.project.shown(path)
            self._catalogs[key] = (
                store.read(path, shown, locale) if path.is_file() else None
            )
        return self._catalogs[key]

    def require(self, slug: str, tag: str, imprint: str) -> None:
        """Refuse an edition that something wrong in content can reach.

        A mistake in another leaflet's file or in another clinic's concerns only their
        jobs; one anywhere else concerns all. Raises ContentError.
        """
        own = {
            "content/leaflets/": f"content/leaflets/{slug}.yaml",
            "content/imprints/": f"content/imprints/{imprint}.yaml",
        }
        wrong = [
            f
            for f in self._wrong
            if all(
                not f.origin.path.startswith(folder) or f.origin.path == mine
                for folder, mine in own.items()
            )
        ]
        if wrong:
            more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
            raise ContentError(
                f"{wrong[0].message}{more}",
                hint=wrong[0].hint or "run 'leaflets check'",
                origin=wrong[0].origin,
            )
        shelf = self.library
        if not (
            slug in shelf.leaflets and tag in shelf.locales and imprint in shelf.imprints
        ):
            raise ContentError(
                f"{slug!r} in {tag!r} for {imprint!r} could not be read",
                hint="run 'leaflets check'",
            )

    def bind(self, slug: str, tag: str, imprint: str) -> Bound:
        """Say a leaflet in a locale and bind it to an imprint."""
        self.require(slug, tag, imprint)
        key = (slug, tag, imprint)
        if key not in self._bound:
            if len(self._bound) > 8:  # jobs of one edition stand together; keep memory flat
                self._bound.clear()
            self._bound[key] = self._bind(slug, tag, imprint)
        return self._bound[key]

    def _look_over(self, locale: Locale, domain: str) -> Iterator[Finding]:
        """Ask of a catalog what a person should look at, as 'leaflets check' does."""
        catalog = self.catalog(locale, domain)
        if catalog is not None:
            yield from look_over(self._messages[domain], catalog, locale, self.library)

    def _bind(self, slug: str, tag: str, imprint: str) -> Bound:
        shelf = self.library
        original, locale = shelf.leaflets[slug], shelf.locales[tag]
        foreign = tag != original.original
        catalog = self.catalog(locale, slug) if foreign else None
        said, found = translate(original, shelf.facts, locale, catalog)
        phrases, stand_in_phrases, found_phrases = say_phrases(
            locale, self.catalog(locale, "phrases") if foreign else None
        )
        looked = [
            finding
            for domain in ((slug, "phrases") if foreign else ())
            for finding in self._look_over(locale, domain)
        ]
        findings = in_order((*found, *found_phrases, *looked))
        wrong = errors(findings)
        if wrong:
            more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
            raise LocaleError(
                f"{wrong[0].message}{more}", hint=wrong[0].hint, origin=wrong[0].origin
            )
        whole = original_fingerprint(shelf, original, originals())
        words = translated_fingerprint(whole, said, phrases)
        edition = Edition(
            leaflet=said,
            locale=locale,
            imprint=shelf.imprints[imprint],
            original_title=original.title.words,
            facts=shelf.facts,
            claims=shelf.claims,
            sources=shelf.sources,
            phrases=phrases,
            stand_in_phrases=stand_in_phrases,
        )
        stand_ins = sum(text.stand_in for text in texts(said)) + len(stand_in_phrases)
        code = edition_code(edition, words)
        return Bound(dataclasses.replace(edition, code=code), findings, stand_ins)

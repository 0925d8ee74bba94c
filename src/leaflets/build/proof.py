"""Make the reviewer's proof of a leaflet in a locale.

Here, because a proof knows all that the rooms below know: the words of catalogs, what the
checks ask about them, who has signed them, and how a page is rendered. It is no edition:
it is never in a manifest, and no gate asks for it.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from leaflets.build import ledgers, signing
from leaflets.build.workshop import Workshop
from leaflets.catalogs import plurals
from leaflets.catalogs.backwards import said_back
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.cldr import format_day
from leaflets.catalogs.domains import Domain, domains
from leaflets.catalogs.messages import Message
from leaflets.catalogs.phrases import DOMAIN
from leaflets.catalogs.status import standing
from leaflets.catalogs.translate import say_phrases
from leaflets.checks.translation import look_at
from leaflets.compose.proof import Form, Group, Line, Proof, compose_proof
from leaflets.compose.proofwords import Proofwords, seen
from leaflets.content.library import Library
from leaflets.errors import ContentError, LocaleError
from leaflets.findings import Finding, Severity, errors
from leaflets.model.leaflet import Leaflet
from leaflets.model.locale import Locale
from leaflets.model.paragraphs import numbers
from leaflets.origin import Origin
from leaflets.pdf import glyphs, overlaps, pagechecks
from leaflets.pdf.identity import Identity
from leaflets.review.coverage import Coverage, coverage
from leaflets.review.marks import mark_of
from leaflets.review.roles import OF_TRANSLATION

FOLDER = "proofs"
"""Folder for proofs in the output folder, apart from all that is handed out."""

LONGEST = 300
"""Characters of a finding on a page; it may quote a line that is longer than the page."""

UNREAD = frozenset({"missing", "fuzzy", "stale"})
"""States of a message whose translation is not asked about: it is not of these words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """A finished proof."""

    data: bytes
    pages: int
    mark: str
    counts: dict[str, int]
    findings: tuple[Finding, ...]
    """What the checks ask about the words, and what is wrong with the pages."""


def prove(workshop: Workshop, slug: str, tag: str) -> Proved:
    """Make the proof of a leaflet in a locale.

    Raises ContentError for a leaflet that could not be read, LocaleError for the original
    itself and for a locale without a catalog that can be read, RenderError for a template
    that fails.
    """
    proof = gather(workshop, slug, tag)
    html, styles = compose_proof(proof, workshop.templates)
    written = workshop.library.leaflets[slug].evidence.written
    rendered = workshop.engine.render(
        html,
        stylesheets=styles,
        identity=Identity(
            title=f"Proof: {slug} {tag}",
            lang=proof.original.tag,
            author="",
            subject=proof.mark,
            keywords=("proof",),
            created=datetime.datetime.fromisoformat(written).replace(tzinfo=datetime.UTC),
            identifier=f"proof {slug} {tag} {proof.mark}",
        ),
    )
    pages = glyphs.read(rendered.pdf)
    families = tuple(dict.fromkeys((*proof.original.fonts, *proof.locale.fonts)))
    areas = [box.content for box in rendered.boxes]
    problems = [
        *pagechecks.missing_glyphs(pages),
        *pagechecks.foreign_fonts(pages, (*families, "Noto Sans")),
        *pagechecks.clipped(pages),
        *pagechecks.outside(pages, areas),
        *overlaps.overlapping(pages),
    ]
    on_pages = [
        Finding(
            code="P220",
            message=f"proof: {str(problem)[:LONGEST]}",
            origin=Origin(f"{slug}.{tag}.proof"),
            severity=Severity.WARNING if problem.warning else Severity.ERROR,
        )
        for problem in problems
    ]
    return Proved(
        data=rendered.pdf,
        pages=len(rendered.pages),
        mark=proof.mark,
        counts=dict(proof.counts),
        findings=(*(f for line in proof.lines for f in line.findings), *on_pages),
    )


def gather(workshop: Workshop, slug: str, tag: str) -> Proof:
    """Gather what a reviewer of a leaflet in a locale must see.

    Raises as ``prove`` does.
    """
    shelf = workshop.library
    if slug not in shelf.leaflets or tag not in shelf.locales:
        raise ContentError(
            f"{slug!r} in {tag!r} could not be read", hint="run 'leaflets check'"
        )
    leaflet, locale = shelf.leaflets[slug], shelf.locales[tag]
    if tag == leaflet.original:
        raise LocaleError(
            f"{tag!r} is the original of {slug!r}: nothing stands beside it",
            hint="name the locale of a translation",
        )
    reader = _Reader(workshop, leaflet, locale)
    groups = tuple(reader.groups())
    found = Counter(line.state for group in groups for line in group.lines)
    return Proof(
        leaflet=slug,
        title=seen(leaflet.title.words),
        original=shelf.locales[leaflet.original],
        locale=locale,
        mark=signing.before(shelf, slug, tag).now.reading.mark,
        groups=groups,
        dates=tuple(_dates(leaflet, shelf.locales[leaflet.original], locale)),
        roles=OF_TRANSLATION,
        counts=dict(sorted(found.items())),
    )


def path_of(output: Path, slug: str, tag: str) -> Path:
    """Name the file of a proof in an output folder."""
    return output / FOLDER / f"{slug}.{tag}.proof.pdf"


class _Reader:
    """Reads every message of a leaflet beside its translation."""

    def __init__(self, workshop: Workshop, leaflet: Leaflet, locale: Locale) -> None:
        self._shelf: Library = workshop.library
        self._workshop = workshop
        self._leaflet = leaflet
        self._locale = locale
        self._numbers = numbers(leaflet)
        original = self._shelf.locales[leaflet.original]
        self._original = self._shown_in(original)
        self._said = self._shown_in(locale)
        self._covered: Coverage = coverage(
            ledgers.read(self._shelf.project),
            ledgers.read(self._shelf.project, locale.folder),
            leaflet.slug,
            locale.tag,
        )

    def groups(self) -> Iterator[Group]:
        """Yield the opening, each section, the evidence, the short form, the phrases."""
        known = {domain.name: domain for domain in domains(self._shelf)}
        own = list(self._lines(known[self._leaflet.slug]))
        last = len(self._leaflet.sections)
        heads = {"0": "Opening", str(last + 1): "Evidence", str(last + 2): "Short form"}
        for place in range(last + 3):
            lines = [line for line in own if line.number.split(".")[0] == str(place)]
            heading = heads.get(str(place)) or f"Section {place}"
            if lines:
                yield Group(heading, tuple(sorted(lines, key=_place)))
        if self._furniture:
            yield Group("Words of the fixed parts", tuple(self._lines(known[DOMAIN])))

    @property
    def _furniture(self) -> bool:
        return self._catalog(DOMAIN) is not None

    def _shown_in(self, locale: Locale) -> Proofwords:
        own = locale.tag == self._leaflet.original
        phrases, _, _ = say_phrases(locale, None if own else self._catalog(DOMAIN))
        return Proofwords(
            locale=locale,
            phrases=phrases,
            facts=self._shelf.facts,
            claims=self._shelf.claims,
        )

    def _catalog(self, domain: str) -> Catalog | None:
        catalog = self._workshop.catalog(self._locale, domain)
        if catalog is not None and (wrong := errors(catalog.findings)):
            raise LocaleError(wrong[0].message, hint=wrong[0].hint, origin=wrong[0].origin)
        return catalog

    def _lines(self, domain: Domain) -> Iterator[Line]:
        catalog = self._catalog(domain.name)
        if catalog is None:
            raise LocaleError(
                f"locale {self._locale.tag!r} has no catalog for {domain.name!r}",
                hint=f"say 'leaflets catalog update --locale {self._locale.tag}'",
            )
        for message in domain.messages:
            yield self._line(message, catalog.entries.get(message.key))

    def _line(self, message: Message, entry: Entry | None) -> Line:
        judged = standing(message, entry, self._locale)
        found = list(judged.findings)
        roles: Iterable[str] = ()
        forms = entry.forms if entry is not None and any(entry.forms) else ()
        if entry is not None and judged.state not in UNREAD:
            found += look_at(message, entry, self._locale, self._shelf)
            roles = self._covered.roles_over(
                message.key, message.fingerprint, mark_of(entry.forms)
            )
        since, was_original, was_said = self._earlier(message, entry)
        now = "\n".join(filter(None, (message.words, message.other)))
        said = "\n".join(forms)
        return Line(
            key=message.key,
            number=self._numbers.get(message.key, ""),
            state=judged.state,
            risks=tuple(sorted(message.risks)),
            roles=tuple(sorted(roles)),
            original=tuple(self._forms(message)),
            said=tuple(self._said_forms(forms)),
            back=said_back(entry) if entry is not None else "",
            findings=tuple(dict.fromkeys(found)),
            since=since,
            original_changes=self._original.changes(was_original, now)
            if was_original and was_original != now
            else seen(""),
            said_changes=self._said.changes(was_said, said)
            if was_said and was_said != said
            else seen(""),
        )

    def _earlier(self, message: Message, entry: Entry | None) -> tuple[str, str, str]:
        """Say what the words were when somebody last signed, or last translated, them."""
        signed = self._covered.original_signed(message.key)
        said = self._covered.words_signed(message.key)
        if signed or said:
            return "since it was signed", signed, said
        if entry is None:
            return "", "", ""
        words = entry.previous or entry.words
        other = entry.previous_other or entry.other
        return "since it was translated", "\n".join(filter(None, (words, other))), ""

    def _forms(self, message: Message) -> Iterator[Form]:
        yield Form(
            words=self._original.show(message.words), label="one" if message.other else ""
        )
        if message.other:
            yield Form(words=self._original.show(message.other), label="other")

    def _said_forms(self, forms: tuple[str, ...]) -> Iterator[Form]:
        takes = plurals.examples(self._locale)
        for place, form in enumerate(forms):
            label = ""
            if len(forms) > 1:
                held = takes[place] if place < len(takes) else ()
                label = ", ".join(map(str, held)) or "no number"
            yield Form(words=self._said.show(form), label=label)


def _place(line: Line) -> tuple[int, ...]:
    return tuple(int(part) for part in line.number.split("."))


def _dates(
    leaflet: Leaflet, original: Locale, locale: Locale
) -> Iterator[tuple[str, str, str]]:
    for which in ("searched", "written", "review"):
        day = getattr(leaflet.evidence, which)
        yield which, format_day(day, original), format_day(day, locale)

"""Questions to a finished file, asked whether it is what the text says.

Step 9 of 10, its second half. The bytes are opened again; nothing is taken from the
program that wrote them but where it says it put things.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from leaflets.checks import fit, scanned, slugs, tagged, truetext
from leaflets.compose import qrcode
from leaflets.compose.html import Composition
from leaflets.compose.setter import Expectation
from leaflets.findings import Finding, Severity
from leaflets.model.evidence import FORMS
from leaflets.model.format import Format
from leaflets.model.locale import Locale
from leaflets.origin import Origin
from leaflets.pdf import glyphs as reading
from leaflets.pdf import overlaps, pagechecks, placed, visibility
from leaflets.pdf.fonts import FontSet
from leaflets.pdf.pageproblem import PageProblem, Question
from leaflets.pdf.placed import Fault
from leaflets.pdf.rendered import Mark, Rendered
from leaflets.pdf.runs import PageGlyphs

SAFE_MM = 4.0
"""No letter comes nearer to the trimmed edge (print shops ask 3 to 6 mm)."""

BODY_MINIMUM = 12.0
"""Smallest size of running text in pt, for Latin (UKAAF G003)."""

_LOOSE = re.compile(r"[\s\u00ad\u200b\u2010-]+")

_CODES = {
    Question.MISSING_GLYPH: "P201",
    Question.FOREIGN_FONT: "P202",
    Question.CLIPPED: "P203",
    Question.OVERLAP: "P204",
    Question.PLACEHOLDER: "P205",
    Question.EMPTY: "P206",
    Question.STRANDED: "P207",
    Question.OUTSIDE: "P208",
    Question.FAINT: "P209",
    Question.COVERED: "P210",
    Question.TINY: "P211",
}
_FAULTS = {
    Fault.MISSING: "P101",
    Fault.ALTERED: "P102",
    Fault.REORDERED: "P103",
    Fault.BROKEN: "P104",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found on the finished pages."""

    findings: tuple[Finding, ...]
    facts: dict[str, object] = field(default_factory=dict)
    evidence: dict[str, object] = field(default_factory=dict)
    text: dict[str, object] = field(default_factory=dict)


def inspect(
    rendered: Rendered,
    composition: Composition,
    form: Format,
    locale: Locale,
    families: Sequence[str],
    *,
    fontset: FontSet,
    slug: bool = False,
) -> Verdict:
    """Ask everything of a finished PDF.

    With *slug* there is a line under its pages, outside the bleed, that is for who handles
    the plates: readers never see it, and the preflight asks what a shop would of it.
    """
    pages = reading.read(rendered.pdf)
    if slug:
        pages = tuple(slugs.without(page, form.bleed) for page in pages)
    areas = [box.content for box in rendered.boxes]
    wrong = _misplaced(rendered, composition, pages, fontset)
    found: list[Finding] = [
        _finding(_FAULTS[problem.fault], f"{_what(expectation)}: {problem}")
        for expectation, problem in wrong
    ]
    failed = {expectation.id for expectation, _ in wrong}
    found.extend(_missing_parts(composition, form))
    found.extend(_bands(composition, rendered))
    found.extend(scanned.wrong(rendered, composition, read=not form.spec))
    found.extend(unsaid(composition, [page.text for page in rendered.pages]))
    found.extend(_small_type(composition, rendered.marks, form, locale))
    found.extend(fit.overfull(rendered, composition, form, locale=locale, pages=pages))
    found.extend(fit.parted(rendered, composition))
    if form.variant == "accessible":
        found.extend(tagged.inspect(rendered, composition, locale.direction))
    heard = truetext.inspect(rendered, composition, form)
    found.extend(heard.findings)
    problems: list[PageProblem] = [
        *pagechecks.missing_glyphs(pages),
        *pagechecks.foreign_fonts(pages, families),
        *pagechecks.clipped(pages, SAFE_MM),
        *pagechecks.outside(pages, areas),
        *overlaps.overlapping(pages),
        *pagechecks.placeholders(pages, rendered.pages),
        *pagechecks.empty_pages(pages, areas),
        *visibility.faint(pages),
        *visibility.covered(pages),
        *visibility.tiny(pages),
        *pagechecks.stranded_headings(pages, areas, rendered.marks, _headings(composition)),
    ]
    found.extend(_on_page(problem) for problem in problems)
    return Verdict(
        findings=tuple(found),
        facts=count_facts(composition.expected, failed),
        evidence=count_evidence(composition, failed, form),
        text=heard.data | _panels(rendered, composition),
    )


def count_facts(
    expected: Iterable[Expectation], failed: Iterable[str]
) -> dict[str, object]:
    """How many facts were placed, and how many stand right on the page."""
    lost = set(failed)
    facts = [e for e in expected if e.kind == "fact"]
    return {"placed": len(facts), "verified": sum(e.id not in lost for e in facts)}


def count_evidence(
    composition: Composition, failed: Iterable[str], form: Format
) -> dict[str, object]:
    """What the evidence section rests on, and whether all of it is on the pages."""
    lost = set(failed)
    parts = [e for e in composition.expected if e.kind in ("part", "reference", "code")]
    whole = composition.parts == FORMS[form.evidence]
    return {
        "form": form.evidence,
        "claims": list(composition.claims),
        "sources": list(composition.sources),
        "parts": list(composition.parts),
        "verified": whole and not any(part.id in lost for part in parts),
    }


def unsaid(composition: Composition, pages: Sequence[str]) -> Iterator[Finding]:
    """Find Texts whose words do not stand on the pages."""
    there = [_letters(words) for words in pages]
    whole = "\n".join(there)
    for key, runs in composition.said.items():
        for run in runs:
            letters = _letters(run)
            if letters not in whole and not _over_two_pages(letters, there):
                message = f"Text {key!r} is not on the page: {run.strip()[:60]!r}"
                yield _finding("P115", message)
                break


def _over_two_pages(letters: str, pages: Sequence[str]) -> bool:
    """Say whether words begin on one page and end on the next, furniture between."""
    return any(
        letters[:cut] in before and letters[cut:] in after
        for before, after in itertools.pairwise(pages)
        for cut in range(1, len(letters))
    )


def _letters(words: str) -> str:
    """Words without white space and hyphens, which line breaks add and take away."""
    return _LOOSE.sub("", words)


def _misplaced(
    rendered: Rendered,
    composition: Composition,
    pages: Sequence[PageGlyphs],
    fontset: FontSet,
) -> list[tuple[Expectation, placed.Problem]]:
    known: Mapping[str, Expectation] = {e.id: e for e in composition.expected}
    wanted = [
        placed.Expected(
            id=e.id,
            text=e.text,
            direction=e.direction,
            lang=e.lang,
            visual=e.kind in ("fact", "code", "reference"),
        )
        for e in composition.expected
        if e.kind != qrcode.KIND  # a picture, which is read as one
    ]
    problems = placed.verify(wanted, rendered, pages, fontset)
    return [(known[problem.id], problem) for problem in problems]


def _missing_parts(composition: Composition, form: Format) -> Iterator[Finding]:
    if composition.parts != FORMS[form.evidence]:
        missing = [part for part in FORMS[form.evidence] if part not in composition.parts]
        what = (
            f"lacks {', '.join(missing)}" if missing else "has its parts in another order"
        )
        yield _finding("P111", f"evidence section {what}")
    numbers = [e.name for e in composition.expected if e.kind == "reference"]
    if numbers != [str(n + 1) for n in range(len(composition.sources))]:
        yield _finding("P112", "references are not numbered as they are cited")


def _bands(composition: Composition, rendered: Rendered) -> Iterator[Finding]:
    """The band of a draft, and the code of the edition, stand on every page."""
    for expectation in composition.expected:
        running = expectation.kind == "code" and expectation.name == "running"
        if expectation.kind == "band" or running:
            there = {mark.page for mark in rendered.marks if mark.id == expectation.id}
            missing = [n + 1 for n in range(len(rendered.pages)) if n not in there]
            if missing:
                pages = ", ".join(map(str, missing))
                yield _finding("P113", f"{_what(expectation)} is not on page {pages}")


def _small_type(
    composition: Composition, marks: Sequence[Mark], form: Format, locale: Locale
) -> Iterator[Finding]:
    """Facts and parts of the fixed section are no smaller than they may be."""
    floor = round(min(form.text, BODY_MINIMUM) * locale.scale, 2)
    known = {e.id: e for e in composition.expected}
    seen: set[str] = set()
    for mark in marks:
        expectation = known.get(mark.id)
        if expectation is None or mark.id in seen:
            continue
        if expectation.kind in ("band", qrcode.KIND):
            continue
        minimum = expectation.minimum or floor
        if expectation.kind == "code" and expectation.name == "running":
            continue
        if mark.size + 0.05 < minimum:
            seen.add(mark.id)
            message = (
                f"{_what(expectation)} is set in {mark.size:g} pt, under {minimum:g} pt"
            )
            yield _finding("P114", message)


def _panels(rendered: Rendered, composition: Composition) -> dict[str, object]:
    """How the panels of a folded leaflet are filled: nothing is set smaller unsaid."""
    filled = fit.as_data(rendered, composition)
    return {"panels": filled} if filled else {}


def _headings(composition: Composition) -> list[str]:
    return [e.id for e in composition.expected if e.kind == "part" and "." not in e.name]


def _what(expectation: Expectation) -> str:
    nouns = {
        "fact": "fact",
        "part": "evidence part",
        "reference": "reference",
        "code": "edition code",
        "band": "band",
    }
    return f"{nouns[expectation.kind]} {expectation.name!r}"


def _on_page(problem: PageProblem) -> Finding:
    severity = Severity.WARNING if problem.warning else Severity.ERROR
    return _finding(_CODES[problem.question], str(problem), severity)


def _finding(code: str, message: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code=code, message=message, origin=Origin("page"), severity=severity)

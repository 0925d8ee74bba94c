"""The questions of the preflight, and what they are asked about.

A question is one function in a module of ``questions/``, entered under its code::

    @question("F301", basis="GWG 2015, 4.26")
    def white_does_not_overprint(case: Case) -> Iterator[Answer]:
        "White knocks out."

Its docstring is its title in the listing: what holds of a file that is right. Codes:
F1 file and identification, F2 output intent and boxes, F3 colour, F4 inks and overprint,
F5 type and lines, F6 images, F7 fonts, F8 what was ordered (pages, sizes, folds, bleed),
F9 edition code, QR and bar codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from leaflets.findings import Finding, Severity
from leaflets.origin import Origin
from leaflets.pdf.preflight.painted import PageInk
from leaflets.pdf.printspec import PrintSpec
from leaflets.pdf.rendered import Rectangle
from leaflets.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One thing that is wrong, and where."""

    message: str
    """Lower case, no full stop, one fact."""

    severity: Severity = Severity.ERROR
    page: int | None = None
    """First page is 0; None for the file as a whole."""

    rectangle: Rectangle | None = None
    """Where on the page, in points; None for all of it."""

    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An answer under the code of its question."""

    code: str
    answer: Answer

    def finding(self, path: str) -> Finding:
        """Say it as a finding about the file *path*."""
        answer = self.answer
        on = "" if answer.page is None else f" on page {answer.page + 1}"
        return Finding(
            code=self.code,
            message=f"{answer.message}{on}",
            origin=Origin(path),
            severity=answer.severity,
            hint=answer.hint,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """What is known of a file beyond its bytes; everything may be left unsaid."""

    pages: int | None = None
    """Number of pages."""

    multiple: int | None = None
    """The number of pages is a multiple of this: 4 for a stitched booklet."""

    trim: tuple[float, float] | None = None
    """Size of every page in mm, width and height."""

    folds: tuple[tuple[float, ...], ...] = ()
    """For each page the distances of its folds from the left edge of the trim, in mm."""

    edition_code: str = ""
    """The code that stands on the page, in XMP, in the QR code and in the file's name."""

    code_text: str = ""
    """What the QR code holds, letter by letter; empty: the edition code, or an address that
    ends in ``#`` and the code."""

    code_page: int | None = None
    """The page that the QR code stands on; None: any."""

    code_box: Rectangle | None = None
    """Where on it, in points, if that is known; else the whole page is looked at."""

    read_codes: bool = True
    """False leaves out what needs a raster at 600 dpi."""

    drawn: bool = True
    """False draws nothing at all: drawing the file has stopped a process before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A file before the questions."""

    name: str
    """Name of the file, without its folder; empty if it has none yet."""

    data: bytes = field(repr=False)
    pdf: Any = field(repr=False)
    """The opened pikepdf.Pdf, within the bounds of ``opening``."""

    spec: PrintSpec
    pages: tuple[PageInk, ...] = field(repr=False)
    ordered: Ordered = field(default_factory=Ordered)
    shared: dict[str, Any] = field(default_factory=dict, repr=False)
    """What one question found out and another may use, such as a raster."""

    def drawable(self, page: PageInk) -> bool:
        """Say whether a page may be drawn: it has an end, as far as that is known."""
        return self.ordered.drawn and not page.endless


Ask = Callable[[Case], Iterator[Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question under its code."""

    code: str
    title: str
    basis: str
    """The clause, standard, or published demand that it comes from."""

    ask: Ask


QUESTIONS: Registry[Question] = Registry("question", "leaflets.pdf.preflight.questions")


def question(code: str, *, basis: str) -> Callable[[Ask], Ask]:
    """Enter a function as the question *code*."""

    def enter(ask: Ask) -> Ask:
        title = (ask.__doc__ or "").strip().partition("\n")[0]
        QUESTIONS.add(code, Question(code=code, title=title, basis=basis, ask=ask))
        return ask

    return enter


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found in a file, in order of page and code."""

    name: str
    spec: str
    pages: int
    found: tuple[Placed, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What the file is, for a person: standard, intent, sizes, greatest ink, codes read."""

    @property
    def passed(self) -> bool:
        """True if nothing that was found is an error."""
        return all(each.answer.severity is not Severity.ERROR for each in self.found)

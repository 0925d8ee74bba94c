"""What a check of a finished page answers: pure data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leaflets.pdf.rendered import Rectangle


class Question(StrEnum):
    """What was asked of the page."""

    MISSING_GLYPH = "missing glyph"
    FOREIGN_FONT = "foreign font"
    CLIPPED = "clipped text"
    OUTSIDE = "text outside its area"
    OVERLAP = "text over text"
    PLACEHOLDER = "placeholder left"
    EMPTY = "empty page"
    STRANDED = "stranded heading"
    FAINT = "faint text"
    COVERED = "covered text"
    TINY = "tiny text"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageProblem:
    """One thing that is wrong with one page, and where."""

    question: Question
    page: int
    """First page is 0."""

    rectangle: Rectangle | None
    """Where, in points; None for the whole page."""

    detail: str
    """What was seen: letters, a font, a distance."""

    warning: bool = False
    """Whether someone should look, rather than the file being wrong."""

    def __str__(self) -> str:
        return f"{self.question.value} on page {self.page + 1}: {self.detail}"

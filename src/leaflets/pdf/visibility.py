"""Whether the words of a finished page can be seen.

Glyphs that stand in their place prove nothing to a reader if they are white on white,
under a box or too small to read: a style sheet could take a part of a leaflet away and
leave its text in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflets.pdf.matrix import Box
from leaflets.pdf.pageproblem import PageProblem, Question
from leaflets.pdf.rendered import Rectangle
from leaflets.pdf.runs import PageGlyphs, Run

CONTRAST = 4.5
"""Least contrast of words against white paper (WCAG 2.2, 1.4.3)."""

SMALLEST = 8.0
"""Smallest type of words in points."""


def faint(pages: Sequence[PageGlyphs]) -> Iterator[PageProblem]:
    """Find words that are too light to be read on white paper.

    A single sign, as in a warning's dark square, may be light.
    """
    for page in pages:
        for run in page.runs:
            contrast = 1.05 / (run.light + 0.05)
            if contrast < CONTRAST and _is_words(run):
                yield _problem(Question.FAINT, page, run, f"contrast {contrast:.1f} to 1")


def covered(pages: Sequence[PageGlyphs]) -> Iterator[PageProblem]:
    """Find words over which something else is painted."""
    for page in pages:
        for before, box in page.covers:
            for run in page.runs[:before]:
                if _is_under(run, box) and _is_words(run):
                    yield _problem(
                        Question.COVERED, page, run, "under what is painted later"
                    )


def tiny(pages: Sequence[PageGlyphs]) -> Iterator[PageProblem]:
    """Find words that are set too small."""
    for page in pages:
        for run in page.runs:
            if run.size < SMALLEST - 0.05 and _is_words(run):
                yield _problem(Question.TINY, page, run, f"{run.size:.1f} pt")


def _is_words(run: Run) -> bool:
    return run.painted and any(map(str.isalnum, run.letters))


def _is_under(run: Run, box: Box) -> bool:
    """Say whether a letter of a run lies within a box."""
    if run.start >= box[2] or run.end <= box[0] or not box[1] <= run.baseline <= box[3]:
        return False
    return any(
        ink
        and box[0] <= ink[0]
        and box[1] <= ink[1]
        and ink[2] <= box[2]
        and ink[3] <= box[3]
        for ink in run.inks
    )


def _problem(question: Question, page: PageGlyphs, run: Run, why: str) -> PageProblem:
    low, high = run.baseline - 0.25 * run.size, run.baseline + 0.85 * run.size
    return PageProblem(
        question=question,
        page=page.number,
        rectangle=Rectangle(x0=run.start, y0=low, x1=max(run.start, run.end), y1=high),
        detail=f"{why}: '{run.letters[:60]}'",
    )

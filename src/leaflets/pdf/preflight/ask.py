"""Ask a file everything that a print shop would."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.preflight import limits
from leaflets.pdf.preflight.base import (
    QUESTIONS,
    Answer,
    Case,
    Ordered,
    Placed,
    Question,
    Report,
)
from leaflets.pdf.preflight.identity import claimed, intent_name
from leaflets.pdf.preflight.opening import UNREADABLE, opened
from leaflets.pdf.preflight.painted import Kind, PageInk
from leaflets.pdf.preflight.walk import walk
from leaflets.pdf.printspec import PrintSpec

_MM = 25.4 / 72


def preflight(
    data: bytes, spec: PrintSpec, *, name: str = "", ordered: Ordered | None = None
) -> Report:
    """Ask every question about the bytes of a PDF.

    *name* is the name of its file, *ordered* what is known of it beyond its bytes. Raises
    RenderError for a file that cannot be opened within the bounds of ``limits``.
    """
    with opened(data) as pdf:
        case = Case(
            name=name,
            data=data,
            pdf=pdf,
            spec=spec,
            pages=walk(pdf),
            ordered=ordered or Ordered(),
        )
        found = [
            Placed(code=code, answer=answer)
            for code, question in QUESTIONS.items()
            for answer in answers(question, case)
        ]
        return Report(
            name=name,
            spec=spec.name,
            pages=len(case.pages),
            found=tuple(sorted(found, key=_place)),
            facts=facts(case),
        )


def answers(question: Question, case: Case) -> Iterator[Answer]:
    """Yield what one question finds, and no more than a person would read.

    A question that stumbles over the file has an answer too: the file is not as it
    should be.
    """
    number = 0
    try:
        for answer in question.ask(case):
            number += 1
            if number <= limits.ANSWERS:
                yield answer
    except (RenderError, *UNREADABLE, RecursionError) as error:
        why = error.message if isinstance(error, RenderError) else type(error).__name__
        yield Answer(
            message=f"this cannot be found out: {why}",
            hint=f"what holds of a file that is right: {question.title}",
        )
    if number > limits.ANSWERS:
        yield Answer(message=f"{number - limits.ANSWERS} more of the same are not listed")


def facts(case: Case) -> dict[str, Any]:
    """Say what a file is: standard, printing condition, sizes, fonts, spot colours."""
    pages = case.pages
    painted = [thing for page in pages for thing in page.painted if not thing.masking]
    return {
        "version": _version(case.pdf),
        "standard": claimed(case.pdf),
        "condition": intent_name(case.pdf),
        "pages": len(pages),
        "trim": _sizes(pages),
        "fonts": sorted({thing.font.partition(" ")[2] or thing.font for thing in painted
                         if thing.kind is Kind.TEXT}),
        "images": sum(thing.kind is Kind.IMAGE for thing in painted),
        "spaces": sorted({thing.colour.space for thing in painted}),
        "spots": sorted({name for thing in painted for name in thing.colour.colorants}),
        "transparent": any(
            thing.alpha < 1 or thing.blend != "Normal" or thing.soft_mask
            for thing in painted
        ),
        **case.shared.get("facts", {}),
    }  # fmt: skip


def _version(pdf: pikepdf.Pdf) -> str:
    return str(pdf.pdf_version)


def _sizes(pages: tuple[PageInk, ...]) -> list[list[float]]:
    """Give the sizes of the finished pages in mm, each once, in order of page."""
    sizes = {
        (round(page.finished.width * _MM, 1), round(page.finished.height * _MM, 1)): None
        for page in pages
    }
    return [list(size) for size in sizes]


def _place(placed: Placed) -> tuple[int, str]:
    page = placed.answer.page
    return (-1 if page is None else page), placed.code

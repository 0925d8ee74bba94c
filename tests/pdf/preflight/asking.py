"""Ask one family of questions, or one of them, about a file made by hand."""

from __future__ import annotations

from leaflets.pdf.preflight.base import QUESTIONS, Answer, Case, Ordered
from leaflets.pdf.preflight.opening import opened
from leaflets.pdf.preflight.walk import walk
from leaflets.pdf.printspec import PrintSpec


def asked(
    sample: tuple[bytes, PrintSpec, Ordered], family: str, name: str = ""
) -> list[tuple[str, Answer]]:
    """Give the answers of every question whose code begins with *family*."""
    data, spec, ordered = sample
    with opened(data) as pdf:
        case = Case(
            name=name, data=data, pdf=pdf, spec=spec, pages=walk(pdf), ordered=ordered
        )
        return [
            (code, answer)
            for code in QUESTIONS
            if code.startswith(family)
            for answer in QUESTIONS[code].ask(case)
        ]

"""The list of everything that the preflight asks, for people: ``docs/preflight.md``.

Made from the registry, so that it cannot differ from what is asked; a test holds the file
to it. How much an answer matters is read from the question's own words: it may depend on
how far the file is from what it should be.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

from leaflets.findings import Severity
from leaflets.pdf.preflight.base import QUESTIONS, Question

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}

_PACKAGE = "leaflets.pdf.preflight"

FAMILIES = {
    "F1": "The file and what it says it is",
    "F2": "Output intent and boxes",
    "F3": "Colour",
    "F4": "Inks and overprint",
    "F5": "Type, lines and safe zones",
    "F6": "Images",
    "F7": "Fonts",
    "F8": "What was ordered",
    "F9": "Edition code, QR and bar codes",
}

_HEAD = """\
# What the preflight asks

Made by `.venv/bin/python setup/preflight.py`; do not edit it by hand.

`leaflets preflight FILE` asks all of this of any PDF, and so does every build of a format that
is made for print. An *error* is what a shop sends a file back for, or what comes out wrong: a
file of ours that has one is not handed out. A *warning* is something that a person should look
at. A *remark* is good to know. Figures such as the ink limit are those of the print spec that
the file is asked against. [How to](how-to/preflight.md) says how to run it and what to do then.

What a question rests on is a standard (ISO 15930 is PDF/X, ISO 32000 is PDF), the demands of
the Ghent Workgroup (GWG), or what print shops publish. Every question has a file that fails it
under `tests/pdf/preflight/`.
"""


def listing() -> str:
    """Write the list, as Markdown."""
    parts = [_HEAD]
    for family, title in FAMILIES.items():
        rows = [_row(each) for code, each in QUESTIONS.items() if code.startswith(family)]
        head = f"\n## {family}: {title}\n\n| code | what holds | level | basis |\n|---|---|---|---|\n"
        parts += [head, *rows] if rows else []
    return "".join(parts)


def levels(asked: Question) -> tuple[Severity, ...]:
    """Say how much an answer may matter, the worst first."""
    found = set(_said(asked.ask, set()))
    return tuple(each for each in Severity if each in found)


def _said(function: Any, seen: set[Any]) -> Iterator[Severity]:
    """Yield the severities that a function of this package, and those it calls, give."""
    seen.add(function)
    known = vars(sys.modules[function.__module__])
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if not any(word.arg in {"severity", None} for word in node.keywords):
                yield from _unsaid(known.get(node.func.id))
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Severity":
            yield Severity[node.attr]
        elif isinstance(node, ast.Name):
            other = known.get(node.id)
            ours = inspect.isfunction(other) and other.__module__.startswith(_PACKAGE)
            if ours and other not in seen:
                yield from _said(other, seen)


def _unsaid(made: Any) -> Iterator[Severity]:
    """Yield the severity that something has when it is made without one."""
    if inspect.isclass(made) and dataclasses.is_dataclass(made):
        for part in dataclasses.fields(made):
            if part.name == "severity" and isinstance(part.default, Severity):
                yield part.default


def _row(asked: Question) -> str:
    level = ", ".join(_LEVEL[each] for each in levels(asked)) or "error"
    cells = (asked.code, asked.title, level, asked.basis)
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |\n"

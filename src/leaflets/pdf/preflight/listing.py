"""The list of everything that the preflight asks, for people: ``docs/preflight.md``.

Made from the registry, so that it cannot differ from what is asked; a test holds the file
to it. How much an answer matters is read from the question's own words: it may depend on
how far the file is from what it should be.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.base import QUESTIONS, Ask, Question

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}

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
    module = sys.modules[asked.ask.__module__]
    defined = {
        node.name: node
        for node in ast.parse(inspect.getsource(module)).body
        if isinstance(node, ast.FunctionDef)
    }
    found = set(_said(_function(asked.ask, defined), defined, set()))
    return tuple(each for each in Severity if each in found)


def _function(ask: Ask, defined: dict[str, ast.FunctionDef]) -> ast.FunctionDef:
    name = inspect.unwrap(ask).__name__
    return defined[name]


def _said(
    function: ast.FunctionDef, defined: dict[str, ast.FunctionDef], seen: set[str]
) -> Iterator[Severity]:
    """Yield the severities that a function, and those of its module it calls, give."""
    seen.add(function.name)
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Answer":
            if not any(word.arg in {"severity", None} for word in node.keywords):
                yield Severity.ERROR
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Severity":
            yield Severity[node.attr]
        elif isinstance(node, ast.Name) and node.id in defined and node.id not in seen:
            yield from _said(defined[node.id], defined, seen)


def _row(asked: Question) -> str:
    level = ", ".join(_LEVEL[each] for each in levels(asked)) or "error"
    cells = (asked.code, asked.title, level, asked.basis)
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |\n"

"""The one door to Jinja.

Templates belong to the project and are trusted; what they are given is not. So every
value in a page is escaped unless it is Markup that ``compose`` made itself (a style sheet
takes only values whose shape allows no harm), an undefined name is an error, and templates cannot reach into Python objects (sandbox).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    nodes,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from leaflets.errors import RenderError
from leaflets.origin import Origin

__all__ = ["Asked", "Markup", "Templates", "asked_of"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a template hands to a function: a word, or the start of one."""

    line: int
    word: str
    """The first argument; empty where nothing of it can be known."""

    whole: bool
    """True where *word* is all of it; else the template adds to it."""


def asked_of(text: str, function: str, shown: str) -> Iterator[Asked]:
    """Yield what a template hands to a function, every branch of a choice on its own.

    Raises RenderError, with the name *shown* and the line, where it does not parse.
    """
    try:
        tree = Environment(autoescape=True).parse(text)
    except TemplateError as error:
        origin = Origin(shown, getattr(error, "lineno", None) or 1)
        raise RenderError(f"template does not parse: {error}", origin=origin) from error
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == function:
            given = call.args[0] if call.args else nodes.Const(None)
            yield from _said(given, call.lineno)


def _said(node: nodes.Expr, line: int) -> Iterator[Asked]:
    if isinstance(node, nodes.CondExpr):
        yield from _said(node.expr1, line)
        yield from _said(node.expr2 or nodes.Const(None), line)
    elif isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield Asked(line, node.value, whole=True)
    else:
        first = node.nodes[0] if isinstance(node, nodes.Concat) else None
        start = first.value if isinstance(first, nodes.Const) else ""
        yield Asked(line, str(start), whole=False)


class Templates:
    """The templates of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            autoescape=lambda name: not (name or "").endswith(".css"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )

    def fill(self, name: str, values: Mapping[str, Any]) -> str:
        """Fill the template *name*; raises RenderError with its file and line."""
        try:
            return self._environment.get_template(name).render(values)
        except TemplateNotFound as error:
            raise RenderError(f"template {error.name!r} is missing") from error
        except TemplateError as error:
            origin = self._origin_of(error, name)
            raise RenderError(f"template fails: {error}", origin=origin) from error

    def _origin_of(self, error: TemplateError, name: str) -> Origin:
        """Innermost template and line; Jinja names templates as files in tracebacks."""
        shown = getattr(error, "name", None) or name
        line = getattr(error, "lineno", None) or 0
        trace = error.__traceback__
        while trace is not None:
            path = Path(trace.tb_frame.f_code.co_filename)
            if path.is_relative_to(self._folder):
                shown, line = path.relative_to(self._folder).as_posix(), trace.tb_lineno
            trace = trace.tb_next
        return Origin(f"templates/{shown}", line)

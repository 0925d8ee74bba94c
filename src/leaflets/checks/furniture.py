"""Whether every word around a leaflet is a phrase: none is typed into a template.

A word in a template would print in one language on every page of every leaflet, and
nobody who signs would have read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets import files
from leaflets.checks.base import check
from leaflets.checks.said import Said
from leaflets.content.library import Library
from leaflets.origin import Origin

HINT = 'words of the furniture are phrases: phrase("…") says them in every language'

OF_REVIEWERS = frozenset({"proof.html", "styles/proof.css"})
"""Templates of pages that are never for patients."""

_SAID = re.compile(r"\{\{-?\s*(?:\"([^\"]*)\"|'([^']*)')\s*-?\}\}")
"""A placeholder that is nothing but words."""

_FILLED = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_READ_OUT = re.compile(
    r"\b(?:alt|title|placeholder|aria-(?:label|description|valuetext))=\"([^\"]*)\""
)
_MARKUP = re.compile(
    r"<!--.*?-->|<(style|script)\b.*?</\1>|<[^>]*>|&#?\w+;", re.DOTALL | re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CONTENT = re.compile(r"\bcontent\s*:[^;}]*?(?:\"([^\"]*)\"|'([^']*)')")
_WORD = re.compile(r"[^\W_]+(?:[ '’-][^\W_]+)*")


@check("C601")
def templates_say_nothing(library: Library) -> Iterator[Said]:
    """Words of templates and style sheets are phrases, which are translated and signed."""
    folder = library.project.templates
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".html", ".css") or not path.is_file():
            continue
        if path.relative_to(folder).as_posix() in OF_REVIEWERS:
            continue
        shown = library.project.shown(path)
        text = files.read_text(path, shown=shown)
        find = _in_page if path.suffix == ".html" else _in_styles
        for line, word in find(text):
            yield Origin(shown, line), f"template says {word[:40]!r} by itself", HINT


def _in_page(text: str) -> Iterator[tuple[int, str]]:
    yield from _quoted(_SAID, text)
    bare = _FILLED.sub(_lines, text)
    attributes = _MARKUP.sub(lambda m: m[0] if m[0][:1] == "<" else "", bare)
    yield from _quoted(_READ_OUT, attributes)
    for number, line in enumerate(_MARKUP.sub(_lines, bare).splitlines(), start=1):
        yield from ((number, found[0]) for found in _WORD.finditer(line))


def _in_styles(text: str) -> Iterator[tuple[int, str]]:
    yield from _quoted(_CONTENT, _COMMENT.sub(_lines, _FILLED.sub(_lines, text)))


def _quoted(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and words of what a pattern holds in its groups."""
    for match in pattern.finditer(text):
        word = _WORD.search("".join(group or "" for group in match.groups()))
        if word:
            yield text.count("\n", 0, match.start()) + 1, word[0]


def _lines(match: re.Match[str]) -> str:
    """Stand in for what is left out, so that lines keep their numbers."""
    return "\n" * match[0].count("\n") or " "

"""The inline marks of a Text, as a small tree.

Emphasis, strong, a link to a fact, a claim citation, a fact by name: nothing else is a
mark. What is not a mark is words, whatever it looks like, so that no markup can come in
through content or a translation. CommonMark's own rules say where emphasis begins and
ends (markdown-it-py, with every other rule switched off).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from leaflets.model.facts import PLACEHOLDER

_CITATION = re.compile(r"\[@([A-Za-z0-9-]+(?:; ?@?[A-Za-z0-9-]+)*)\]")
MAX_NESTING = 20
"""Marks inside marks; what goes deeper is no language, and is left as words."""

_NOT_WORDS = re.compile(r"<[A-Za-z/!?]|&#?[A-Za-z0-9]+;|\{\{|\{%|\{#|%\}|\}\}|#\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words, or a mark and what is inside it."""

    kind: str
    """``words``, ``fact``, ``cite``, ``link``, ``emphasis`` or ``strong``."""

    value: str = ""
    """The words, the fact's name, the claims' keys (joined by ``;``), or the link's target."""

    field: str = ""
    """Part of a fact: ``count`` or ``of``."""

    inner: tuple[Mark, ...] = ()


@lru_cache(maxsize=8192)
def parse(words: str) -> tuple[Mark, ...]:
    """Read the marks of some words.

    >>> parse("*Most* have a baby [@S1-22].")[0].kind
    'emphasis'
    """
    tokens = _READER.parseInline(words)
    children = (tokens[0].children if tokens else None) or []
    if max((token.level for token in children), default=0) > MAX_NESTING:
        return (Mark("words", words),)
    marks, _ = _tree(children, 0)
    return marks


def stray_markup(words: str) -> str:
    """Find the first thing in *words* that looks like HTML or template code.

    >>> stray_markup("See <b>this</b>"), stray_markup("under 5 < 6")
    ('<b', '')
    """
    match = _NOT_WORDS.search(words)
    return match.group() if match else ""


def citations(words: str) -> tuple[str, ...]:
    """Keys of the claims cited, in order.

    >>> citations("So [@S1-08; @S1-09].")
    ('S1-08', 'S1-09')
    """
    return tuple(
        key
        for mark in _every(parse(words))
        if mark.kind == "cite"
        for key in mark.value.split(";")
    )


def links(words: str) -> tuple[str, ...]:
    """Names of the facts that links lead to, in order."""
    return tuple(mark.value for mark in _every(parse(words)) if mark.kind == "link")


def without_marks(words: str) -> str:
    """Give the words alone, as they would be counted or compared."""
    return "".join(m.value for m in _every(parse(words)) if m.kind == "words")


def runs(tree: tuple[Mark, ...]) -> tuple[str, ...]:
    """Give the runs of words between the marks, in order.

    >>> runs(parse("Call *now* {helpline}."))
    ('Call ', 'now', ' ', '.')
    """
    return tuple(mark.value for mark in _every(tree) if mark.kind == "words")


def _every(marks: tuple[Mark, ...]) -> list[Mark]:
    found: list[Mark] = []
    for mark in marks:
        found.append(mark)
        found.extend(_every(mark.inner))
    return found


_ENDS = {"em_close", "strong_close", "link_close"}
_BEGINS = {"em_open": "emphasis", "strong_open": "strong", "link_open": "link"}


def _tree(tokens: list[Token], start: int) -> tuple[tuple[Mark, ...], int]:
    marks: list[Mark] = []
    i = start
    while i < len(tokens):
        token = tokens[i]
        if token.type in _ENDS:
            return tuple(marks), i
        if token.type in _BEGINS:
            inner, i = _tree(tokens, i + 1)
            target = str(token.attrGet("href") or "")
            marks.append(Mark(_BEGINS[token.type], target, inner=inner))
        elif token.type == "fact":
            marks.append(Mark("fact", token.content, token.info))
        elif token.type == "cite":
            marks.append(Mark("cite", token.content))
        elif token.content:
            marks.append(Mark("words", token.content))
        i += 1
    return tuple(marks), i


def _fact(state: StateInline, silent: bool) -> bool:
    match = PLACEHOLDER.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("fact", "", 0)
        token.content, token.info = match[1], match[2] or ""
    state.pos = match.end()
    return True


def _cite(state: StateInline, silent: bool) -> bool:
    match = _CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("cite", "", 0)
        token.content = ";".join(key.strip().lstrip("@") for key in match[1].split(";"))
    state.pos = match.end()
    return True


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero").enable(["emphasis", "link"])
    reader.inline.ruler.before("link", "fact", _fact)
    reader.inline.ruler.before("link", "cite", _cite)
    reader.validateLink = lambda url: bool(re.fullmatch(r"[a-z][a-z0-9_]*", url))  # type: ignore[method-assign]
    return reader


_READER = _reader()

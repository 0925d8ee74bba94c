"""Whether each part of a file is tagged with the language that its HTML gave it.

A voice reads words by the rules of the language it is told: English read as Arabic is
noise. Words are compared letter by letter, whatever stands between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from leaflets.pdf.tagtree import Node, Tree

_NO_LETTERS = re.compile(
    "[\\s\x00-\x1f\x7f\u00ad\u2010-\u2013\\-\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]+"
)
_Run = tuple[str, str]
"""Language and letters."""

_FEWEST = 3
"""Letters of a run that is asked about: shorter ones stand in any language."""

_VOID = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_UNREAD = frozenset(("head", "script", "style", "template", "title"))


def letters(words: str) -> str:
    """Give words without white space, hyphens and signs that are not seen."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFC", words))


def wrong(tree: Tree, html: str) -> Iterator[str]:
    """Say which words are tagged as in another language than their HTML says.

    Words that stand on one side only are not asked about: a style sheet may hide them.
    """
    page = _Said()
    page.feed(html)
    tagged = tuple(dict.fromkeys(_runs(tree)))
    for lang, other, run in _elsewhere(page.runs, tagged):
        yield f"{run[:40]!r} is in {lang!r} and is tagged as {other!r}"
    for lang, other, run in _elsewhere(tagged, page.runs):
        yield f"{run[:40]!r} is tagged as {lang!r} and is in {other!r}"


def _elsewhere(runs: Iterable[_Run], others: Iterable[_Run]) -> Iterator[tuple[str, ...]]:
    """Give runs that are among the others in another language only, and in which."""
    said: dict[str, list[str]] = defaultdict(list)
    for lang, run in others:
        said[lang].append(run)
    there = {lang: "".join(parts) for lang, parts in sorted(said.items())}
    for lang, run in dict.fromkeys(runs):
        if len(run) < _FEWEST or run in there.get(lang, ""):
            continue
        for other, words in there.items():
            if run in words:
                yield lang, other, run
                break


def _runs(tree: Tree) -> Iterator[_Run]:
    for node in tree.top:
        yield from _runs_of(node, tree.lang)


def _runs_of(node: Node, lang: str) -> Iterator[_Run]:
    lang = node.lang or lang
    if node.alt:
        yield lang, letters(node.alt)
        return
    if node.kind == "Lbl" and not any(map(str.isalnum, node.words)):
        return  # a bullet, which no HTML holds
    straight = ""
    for part in node.parts:
        if isinstance(part, str):
            straight += part
            continue
        yield lang, letters(straight)
        straight = ""
        yield from _runs_of(part, lang)
    yield lang, letters(straight)


class _Said(HTMLParser):
    """Reads which words a page says in which language."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[_Run] = []
        self._open: list[tuple[str, str, bool]] = [("", "", True)]
        """Tag, language, and whether it is read, of every open element."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        given = {name: value or "" for name, value in attrs}
        _, lang, is_read = self._open[-1]
        lang = given.get("lang", lang)
        hidden = tag in _UNREAD or given.get("aria-hidden") == "true"
        if is_read and not hidden and given.get("alt"):
            self.runs.append((lang, letters(given["alt"])))
        if tag not in _VOID:
            self._open.append((tag, lang, is_read and not hidden))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those that were not closed in it."""
        if any(tag == name for name, _, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Take words up."""
        _, lang, is_read = self._open[-1]
        if is_read and data.strip():
            self.runs.append((lang, letters(data)))

"""Words as a reviewer must see them: facts with their names, hidden characters, changes.

On a proof nothing may hide. A fact shows its value and its name, a citation how sure the
claim is, a character without a shape its number; what cannot be placed shows as it was
typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from leaflets.catalogs import cldr
from leaflets.catalogs.difference import between
from leaflets.compose.environment import Markup
from leaflets.content import marks
from leaflets.errors import LocaleError
from leaflets.model.evidence import Claim
from leaflets.model.facts import PLACEHOLDER, Fact
from leaflets.model.locale import WITHOUT_SPACES, Locale

LONGEST = 2000
"""Characters of a message that are shown; no sentence is as long."""

_UNBROKEN = re.compile(r"[!-~]{30}(?=[!-~])")
"""What no column can hold on one line, and no language writes."""

_SPELLING = "\u200c\u200d"
"""Joiners, which spelling needs in some scripts: they are seen by what they join."""

_PIECES = re.compile(
    r"\{[^{}]{0,80}\}|\[@[^\]]{0,80}\]|\]\([a-z][a-z0-9_]*\)|\s+|[^\s{\[\]]+|."
)


_CHANGES = {"same": "{}", "gone": "<del>{}</del>", "new": "<ins>{}</ins>"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofwords:
    """Shows the words of one language."""

    locale: Locale
    phrases: Mapping[str, str] = field(hash=False)
    facts: Mapping[str, Fact] = field(hash=False)
    claims: Mapping[str, Claim] = field(hash=False)

    def show(self, words: str) -> Markup:
        """Show some words, their marks as they will look."""
        shown = Markup("").join(self._mark(mark) for mark in marks.parse(words[:LONGEST]))
        return shown + _cut(words)

    def changes(self, before: str, now: str) -> Markup:
        """Show what was taken out of *before* and what was put in to make *now*."""
        old, new = (self._pieces(words[:LONGEST]) for words in (before, now))
        shown = Markup("")
        for part in between(old, new):
            shown += Markup(_CHANGES[part.kind]).format(self._run(part.pieces))
        return shown + _cut(now)

    def _pieces(self, words: str) -> list[str]:
        pieces = _PIECES.findall(words)
        if self.locale.script not in WITHOUT_SPACES:
            return pieces
        # No word can be told from the next: changes are shown letter by letter.
        return [
            part for piece in pieces for part in ([piece] if piece[0] in "{[]" else piece)
        ]

    def _run(self, pieces: Sequence[str]) -> Markup:
        return Markup("").join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: str) -> Markup:
        placed = PLACEHOLDER.fullmatch(piece)
        return self._fact(placed[1], placed[2] or "") if placed else seen(piece)

    def _mark(self, mark: marks.Mark) -> Markup:
        if mark.kind == "words":
            return seen(mark.value)
        if mark.kind == "fact":
            return self._fact(mark.value, mark.field)
        if mark.kind == "cite":
            return self._cite(mark.value)
        inner = Markup("").join(self._mark(each) for each in mark.inner)
        if mark.kind == "link":
            link = Markup('<span class="link">{}</span>{}')
            return link.format(inner, self._fact(mark.value, ""))
        tag = Markup({"emphasis": "em", "strong": "strong"}[mark.kind])
        return Markup("<{0}>{1}</{0}>").format(tag, inner)

    def _fact(self, name: str, part: str) -> Markup:
        """Show a fact's value, isolated as on the page, and its name.

        A name that is no fact's shows as it was typed: what the program fills into a
        phrase, or a translator's mistake.
        """
        whole = f"{name}.{part}" if part else name
        fact = self.facts.get(name)
        try:
            value = fact and cldr.format_fact(fact, self.locale, self.phrases, part)
        except LocaleError:
            value = None
        if fact is None or not value:
            slot = Markup('<span class="slot" lang="en" dir="ltr">{}</span>')
            return slot.format(f"{{{whole}}}")
        return Markup(
            '<span class="fact" dir="{}">{}</span>'
            '<span class="name" lang="en" dir="ltr">{}</span>'
        ).format(cldr.direction_of(fact.kind, self.locale), value, whole)

    def _cite(self, keys: str) -> Markup:
        shown = []
        for key in keys.split(";"):
            claim = self.claims.get(key)
            shown.append(f"{key} {claim.certainty.value if claim else '?'}")
        return Markup('<span class="cited" lang="en" dir="ltr">[{}]</span>').format(
            ", ".join(shown)
        )


def seen(words: str) -> Markup:
    r"""Escape words, and give every character without a shape its number.

    >>> str(seen("a\u202eb <c>"))
    'a<span class="hidden" lang="en" dir="ltr">U+202E</span>b &lt;c&gt;'
    """
    parts, end = [], 0
    for run in _UNBROKEN.finditer(words):
        parts.append(words[end : run.end()])
        end = run.end()
    parts.append(words[end:])
    return Markup("<wbr>").join(Markup("").join(_seen(part)) for part in parts)


def _seen(words: str) -> Iterator[Markup]:
    number = Markup('<span class="hidden" lang="en" dir="ltr">U+{}</span>')
    run = ""
    for char in words:
        hidden = unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Cn"}
        if hidden and char not in _SPELLING and char != "\n":
            yield Markup.escape(run) + number.format(f"{ord(char):04X}")
            run = ""
        else:
            run += char
    yield Markup.escape(run)


def _cut(words: str) -> Markup:
    if len(words) <= LONGEST:
        return Markup("")
    return Markup('<span class="hidden" lang="en" dir="ltr">{} more</span>').format(
        len(words) - LONGEST
    )

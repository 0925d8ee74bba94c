"""Questions to a finished file that is told in a line, asked whether it says it all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from leaflets.checks.artifact import Verdict, count_evidence, count_facts
from leaflets.compose.html import Composition
from leaflets.compose.setter import WORD_JOINER, Expectation
from leaflets.compose.telling.told import Read, Told
from leaflets.findings import Finding
from leaflets.model.evidence import FORMS
from leaflets.model.format import Format
from leaflets.model.narrative import Narrative
from leaflets.origin import Origin

_LOOSE = re.compile(rf"[\s\u00ad{WORD_JOINER}]+")
_FEEDS = frozenset("\n\f\r\t")
"""Control characters that say where lines and pages end."""

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def inspect(
    told: Told,
    narrative: Narrative,
    composition: Composition,
    form: Format,
    *,
    read: Read | None,
    untold: Iterable[Finding],
) -> Verdict:
    """Ask everything of a finished file.

    *read* says the words of the file again; where nobody can, only the places that the
    teller names are looked at. *untold* is what was found on the way from the page to the
    narrative.
    """
    found = list(untold)
    failed: set[str] = set()
    for expectation, problem in _misplaced(told, composition, read):
        failed.add(expectation.id)
        found.append(problem)
    if read is not None:
        words = read(told.data)
        found.extend(_unsaid(words, narrative, composition))
        if "{" in words or "}" in words:
            found.append(_finding("P205", "a placeholder was left in the text"))
    found.extend(
        _finding("N105", f"control character U+{ord(letter):04X}")
        for letter in sorted(set(told.data) - _FEEDS)
        if unicodedata.category(letter) == "Cc"
    )
    found.extend(_turning(narrative))
    if composition.parts != FORMS[form.evidence]:
        found.append(_finding("P111", "evidence section is not whole"))
    return Verdict(
        findings=tuple(found),
        facts=count_facts(composition.expected, failed),
        evidence=count_evidence(composition, failed, form),
        text={"accessible": not found},
    )


def _misplaced(
    told: Told, composition: Composition, read: Read | None
) -> Iterator[tuple[Expectation, Finding]]:
    """Find what must stand in the file, in the order in which it was set."""
    letters, at = _letters(read(told.data) if read else told.data), 0
    for expectation in in_order(composition, told):
        what = f"{expectation.kind} {expectation.name!r}"
        stands = told.placed.get(expectation.id)
        if stands is None:
            yield expectation, _finding("N101", f"{what} is not in the file")
            continue
        if read and _letters(stands) != _letters(expectation.text):
            said = f"{what} stands as {stands!r}, not {expectation.text!r}"
            yield expectation, _finding("N102", said)
            continue
        where = letters.find(_letters(stands), at)
        if where < 0:
            there = "elsewhere than it was said" if _letters(stands) in letters else "not"
            yield expectation, _finding("N101", f"{what} stands {there} in the file")
            continue
        at = where + len(_letters(stands))


def in_order(composition: Composition, told: Told) -> list[Expectation]:
    """Give what the file must hold, in the order in which the teller came upon it."""
    wanted = {
        e.id: e
        for e in composition.expected
        # The code at the foot of every page is furniture of paper.
        if not (e.kind == "code" and e.name == "running")
    }
    named = [wanted.pop(mark) for mark in told.placed if mark in wanted]
    return [*named, *wanted.values()]


def untold(narrative: Narrative, composition: Composition) -> Iterator[Finding]:
    """Find words of the composed page that were not told, or not in their order."""
    page = _Page()
    page.feed(composition.html)
    page.close()
    passages = narrative.passages
    whole = _letters("".join(run.words for p in passages for run in (*p.lead, *p.runs)))
    at = 0
    for words, heads in page.words:
        letters = _letters(words)
        where = whole.find(letters, 0 if heads else at)
        if where < 0:
            yield _finding("N103", f"words are not told: {words.strip()[:60]!r}")
        elif not heads:
            at = where + len(letters)


def _unsaid(
    words: str, narrative: Narrative, composition: Composition
) -> Iterator[Finding]:
    """Find what was told and does not stand in the file as it was told."""
    letters, at = _letters(words), 0
    for passage in narrative.passages:
        told = "".join(run.words for run in (*passage.lead, *passage.runs))
        where = letters.find(_letters(told), at)
        if where < 0:
            yield _finding("N104", f"a passage is not in the file: {told[:60]!r}")
        else:
            at = where + len(_letters(told))
    for key, runs in composition.said.items():
        for run in runs:
            if _letters(run) not in letters:
                yield _finding("P115", f"Text {key!r} is not in the file: {run[:60]!r}")
                break


def _turning(narrative: Narrative) -> Iterator[Finding]:
    """Find marks that could turn words round, or end what sets them off (UAX 9)."""
    words = "".join(run.words for p in narrative.passages for run in (*p.lead, *p.runs))
    for letter in sorted(set(words) & _TURNING):
        yield _finding("N106", f"words hold the mark of direction U+{ord(letter):04X}")


class _Page(HTMLParser):
    """Reads what a browser would show of a page, on its own account."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[tuple[str, bool]] = []
        """What stands between two tags, and whether it heads a column or a row."""
        self._hidden = self._flagged = ""
        """Tag of what is not shown, and of a box that is flagged as a whole."""
        self._depth = self._heads = self._boxes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        self._boxes += tag == self._flagged
        if self._hidden:
            self._depth += tag == self._hidden
        elif (
            tag in ("head", "style", "script")
            or ("aria-hidden", "true") in attrs
            or (self._flagged and tag == "span" and "verify" in classes)
        ):
            self._hidden, self._depth = tag, 1
        elif tag == "th":
            self._heads += 1
        elif "unchecked" in classes and not self._flagged:
            self._flagged, self._boxes = tag, 1

    def handle_endtag(self, tag: str) -> None:
        if tag == self._flagged:
            self._boxes -= 1
            if not self._boxes:
                self._flagged = ""
        if self._hidden:
            self._depth -= tag == self._hidden
            if not self._depth:
                self._hidden = ""
        elif tag == "th":
            self._heads -= 1

    def handle_data(self, data: str) -> None:
        if not self._hidden and _letters(data):
            self.words.append((data, self._heads > 0))


def _letters(words: str) -> str:
    return _LOOSE.sub("", words)


def _finding(code: str, message: str) -> Finding:
    return Finding(code=code, message=message, origin=Origin("file"))

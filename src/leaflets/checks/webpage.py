"""Questions to a finished web page, asked whether it is whole and fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from leaflets.checks.artifact import Verdict, count_evidence, count_facts, unsaid
from leaflets.checks.hiding import Names, hiding_attribute, hiding_rules, names_of
from leaflets.compose.html import Composition
from leaflets.findings import Finding
from leaflets.model.evidence import FORMS
from leaflets.model.format import Format
from leaflets.model.locale import Locale
from leaflets.origin import Origin

_FETCHED = {
    "img": ("src", "srcset"),
    "link": ("href",),
    "script": ("src",),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
"""Attributes that a browser fetches by itself."""

_VOID = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source"}
)


def inspect(page: str, composition: Composition, form: Format, locale: Locale) -> Verdict:
    """Ask everything of a finished web page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    found: list[Finding] = []
    failed: set[str] = set()
    for expectation in composition.expected:
        if expectation.kind == "code" and expectation.name == "running":
            continue  # furniture of paper
        seen = reader.marked.get(expectation.id)
        said = f"{expectation.kind} {expectation.name!r}"
        if seen is None:
            failed.add(expectation.id)
            found.append(_finding("W101", f"{said} is not on the page"))
        elif seen != (expectation.text, expectation.direction):
            failed.add(expectation.id)
            what = f"stands as {seen[0]!r} ({seen[1]}), not {expectation.text!r}"
            found.append(_finding("W102", f"{said} {what}"))
    found.extend(_finding("W103", f"page would fetch {what}") for what in reader.fetches)
    found.extend(_finding("W111", f"{what} hides words") for what in _hidden(reader))
    found.extend(unsaid(composition, [reader.words]))
    found.extend(_structure(reader, locale))
    if composition.parts != FORMS[form.evidence]:
        found.append(_finding("P111", "evidence section is not whole"))
    return Verdict(
        findings=tuple(found),
        facts=count_facts(composition.expected, failed),
        evidence=count_evidence(composition, failed, form),
        text={"accessible": not found},
    )


def _hidden(reader: _Reader) -> Iterator[str]:
    """Name what takes words of the page out of sight, once each."""
    yield from dict.fromkeys(reader.hides)
    for selector in dict.fromkeys(hiding_rules(reader.style, reader.shown)):
        yield f"rule {selector!r}"


def _structure(reader: _Reader, locale: Locale) -> Iterator[Finding]:
    if reader.lang != locale.tag or reader.direction != locale.direction:
        yield _finding("W104", "page does not say its language and direction (WCAG 3.1.1)")
    if not reader.title.strip():
        yield _finding("W105", "page has no title (WCAG 2.4.2)")
    if reader.headings.count(1) != 1:
        yield _finding(
            "W106", f"page has {reader.headings.count(1)} first headings, not one"
        )
    for before, after in zip(reader.headings, reader.headings[1:], strict=False):
        if after > before + 1:
            yield _finding(
                "W107", f"a heading of level {after} follows one of level {before}"
            )
            break
    for source in reader.undescribed:
        yield _finding("W108", f"picture {source[:40]!r} has no description (WCAG 1.1.1)")
    for name in reader.twice:
        yield _finding("W109", f"id {name!r} stands twice")
    for name in reader.leads - reader.ids:
        yield _finding("W110", f"link leads to #{name}, which is not there")
    if "{" in reader.words or "}" in reader.words:
        yield _finding("P205", "a placeholder was left on the page")


class _Reader(HTMLParser):
    """Reads what the checks ask about in one pass."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.marked: dict[str, tuple[str, str]] = {}
        self.fetches: list[str] = []
        self.headings: list[int] = []
        self.undescribed: list[str] = []
        self.ids: set[str] = set()
        self.twice: list[str] = []
        self.leads: set[str] = set()
        self.lang = self.direction = self.title = self.words = ""
        self.style = ""
        self.shown: set[Names] = set()
        """Elements with words in them, as selectors call them."""

        self.hides: list[str] = []
        """Attributes and elements that hide words."""
        self._open: list[tuple[str, str, str]] = []
        """Tag, mark and direction of every open element."""
        self._called: list[tuple[Names, str]] = []
        """What selectors call every open element, and what hides its words."""
        self._texts: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang, self.direction = given.get("lang", ""), given.get("dir", "")
        for name in _FETCHED.get(tag, ()):
            if given.get(name) and not given[name].startswith(("data:", "#")):
                self.fetches.append(f"<{tag}> {given[name][:60]!r}")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag == "img" and not given.get("alt"):
            self.undescribed.append(given.get("src", ""))
        if tag == "a" and given.get("href", "").startswith("#"):
            self.leads.add(given["href"][1:])
        if "id" in given:
            if given["id"] in self.ids:
                self.twice.append(given["id"])
            self.ids.add(given["id"])
        if tag not in _VOID:
            self._open.append((tag, given.get("data-mark", ""), given.get("dir", "")))
            self._called.append((names_of(tag, given), hiding_attribute(tag, given)))
            if given.get("data-mark"):
                self._texts[given["data-mark"]] = []

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, mark, direction = self._open.pop()
            self._called.pop()
            if mark:
                self.marked[mark] = ("".join(self._texts.pop(mark)), direction)
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _, _ in self._open]
        if "style" in tags:
            self.style += data
            if "url(" in data.replace("url(data:", "") or "@import" in data:
                self.fetches.append("an address in a style sheet")
            return
        if "title" in tags:
            self.title += data
        self.words += data
        if "body" in tags and any(map(str.isalnum, data)):
            self.shown.update(names for names, _ in self._called)
            self.hides.extend(hides for _, hides in self._called if hides)
        for text in self._texts.values():
            text.append(data)


def _finding(code: str, message: str) -> Finding:
    return Finding(code=code, message=message, origin=Origin("page"))

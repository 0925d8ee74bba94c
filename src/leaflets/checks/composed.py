"""Whether the words that were laid out are those that were composed.

Between the HTML and the pages stands an engine. What it drops, doubles or puts elsewhere
no look at the pages alone can tell: so its words are compared with those of the HTML, in
order, over the whole sheet, letter by letter. The hyphen that the engine writes where it
breaks a word (U+2010) is no word of either, nor is what no tag leads to: a sign that is
only there to be seen, the head of a table said again on the next page.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from leaflets.compose.html import Composition
from leaflets.findings import Finding, Severity
from leaflets.origin import Origin
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.textlayer import measure

CODE = "P123"
BROKEN = "\N{HYPHEN}"
"""What the engine writes at the end of a line that breaks a word."""

FURNITURE = frozenset(("band", "running-title", "running-code"))
"""Classes of what the page style takes out of the text, to its margins or altogether."""

_UNREAD = frozenset(("head", "style", "script", "template"))
_VOID = frozenset(
    ("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
)


def wrong(rendered: Rendered, composition: Composition) -> Iterator[Finding]:
    """Find where the words laid out first part from those composed."""
    laid = [page.own.replace(BROKEN, "") for page in rendered.pages]
    said = words(composition.html).replace(BROKEN, "")
    compared = measure.compare_whole([said], laid)
    if (part := compared.difference) is not None:
        message = (
            "the words laid out are not those composed: "
            f"{part.found!r} stands where {part.wanted!r} was meant"
        )
        yield Finding(
            code=CODE, message=message, origin=Origin("page"), severity=Severity.ERROR
        )


def words(html: str) -> str:
    """Give the words of composed HTML that the text of the pages must hold."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.words)


class _Reader(HTMLParser):
    """Gathers words, those of furniture and of flags said once for a whole box left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._open: list[tuple[str, bool, bool]] = [("", False, False)]
        """Of each open element its tag, whether it is silent, and whether in a box that
        is flagged as a whole."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        if tag in _VOID:
            return
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        _, silent, flagged = self._open[-1]
        silent = silent or tag in _UNREAD or bool(classes & FURNITURE)
        silent = silent or given.get("aria-hidden") == "true"
        silent = silent or (flagged and tag == "span" and "verify" in classes)
        self._open.append((tag, silent, flagged or "unchecked" in classes))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and what was left open in it."""
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                break

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self._open[-1][1]:
            self.words.append(data)

"""A leaflet told in a line: what is said after what, for those who do not see a page.

Plain text, braille and speech have no columns, boxes or raised figures. They are made of
Passages, in the order in which they are read; how each is set apart is up to the format.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a Passage is."""

    TITLE = "title"
    """The leaflet's own; there is one, and it is the heading of level 1."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """One of a list; ``lead`` holds its number or bullet as it is printed."""

    ROW = "row"
    """Head of a row of a table, before its cells; ``lead`` holds the words of its column's
    head, if it has one."""

    CELL = "cell"
    """A cell of a table; ``lead`` holds the words of its column's head, or those of its row
    where it is the only one, if it has any."""

    FIGURE = "figure"
    """What a picture means, in words."""

    REFERENCE = "reference"
    """A source; ``lead`` holds its number."""

    NOTE = "note"
    """What stands beside the text: that it is a draft, that a part is to be checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words in one language, of one kind."""

    words: str
    lang: str
    """BCP 47."""

    direction: str
    """``ltr`` or ``rtl``."""

    mark: str = ""
    """Id of the Expectation that these words meet; empty for others."""

    kind: str = ""
    """Kind of that Expectation: ``fact``, ``code``, ``part``, ``reference``, ``band``;
    ``citation`` for numbers of sources, in their brackets; ``flag`` for what a draft says
    of itself, in brackets where it stands among other words."""

    fact: str = ""
    """Kind of the fact, as the model names it: ``phone``, ``date``, ``proportion`` …"""

    strong: bool = False
    address: str = ""
    """Where a link leads outside the leaflet (``https:``, ``mailto:``, ``tel:``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is said in one breath: a heading, a paragraph, an item, a cell."""

    role: Role
    runs: tuple[Run, ...]
    lead: tuple[Run, ...] = ()
    """What stands before the words, with the sign and the space between: ``1. ``, ``• ``,
    ``For whom: ``. Of a paragraph, the word that it explains."""

    level: int = 0
    """Of a heading, from 1; how deep an item or a table lies in others, from 1."""

    part: str = ""
    """Part of the evidence section it belongs to (``certainty``, ``sources`` …),
    ``evidence`` for the heading over all of them, or ``imprint``; empty in the body."""

    box: str = ""
    """Kind of the box it stands in (``warning``, ``key-points`` …); empty outside."""

    number: int = 0
    """Number of that box or table in the leaflet, so that two neighbours stay apart."""

    @property
    def words(self) -> str:
        """All its words, its lead left out."""
        return "".join(run.words for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """A whole edition in the order in which it is read."""

    title: str
    """Plain words; ``Draft: …`` for a draft."""

    lang: str
    direction: str
    draft: bool
    code: str
    """Edition code."""

    passages: tuple[Passage, ...]
    """The bands of a draft are notes, at the beginning and again at the end."""

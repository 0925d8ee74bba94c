"""What a section holds: one frozen dataclass for each kind of block.

A kind is a dataclass here, a shape in ``content.shape`` and a template in
``templates/blocks/<kind>.html``; a test holds the three together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from leaflets.model.text import Text
from leaflets.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One thing under a heading."""

    kind: ClassVar[str]
    id: str
    """Author's name for the block, unique in the leaflet and never used again."""

    origin: Origin
    verify: str = ""
    """Why a person must check the block before it may leave in a final artifact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """Running text."""

    kind: ClassVar[str] = "paragraph"
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList(Block):
    """Points in no order, with an optional sentence that leads to them."""

    kind: ClassVar[str] = "list"
    items: tuple[Text, ...]
    lead: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Block):
    """Things to do, one after the other."""

    kind: ClassVar[str] = "steps"
    items: tuple[Text, ...]
    lead: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningGroup:
    """What to do, and the signs that call for it."""

    lead: Text
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning(Block):
    """The box that says when to get help now."""

    kind: ClassVar[str] = "warning"
    title: Text
    groups: tuple[WarningGroup, ...]
    after: Text | None = None
    """A closing line, such as the one for readers in another country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoints(Block):
    """The few things to take away."""

    kind: ClassVar[str] = "key-points"
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswer(Block):
    """A question a reader has, and its answer."""

    kind: ClassVar[str] = "question"
    question: Text
    answer: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """Rows and columns; the first cell of a row heads it."""

    kind: ClassVar[str] = "table"
    caption: Text
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice in an option grid."""

    name: Text
    whom: Text
    what: Text
    claim: str
    """Key of the claim; its certainty fills the column "how sure"."""

    nothing: bool = False
    """True for the choice of no treatment."""

    harms: Text | None = None
    """What harm the choice may do, or that nobody knows (DISCERN item 11)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionGrid(Block):
    """Choices side by side: treatment, for whom, what happened, how sure."""

    kind: ClassVar[str] = "options"
    caption: Text
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IconArray(Block):
    """A hundred figures of which some are filled: a proportion that can be seen."""

    kind: ClassVar[str] = "icons"
    fact: str
    caption: Text
    filled: Text
    """What a filled figure stands for."""

    empty: Text
    """What an empty figure stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: a label, a fact, and the range around it if there is one."""

    label: Text
    fact: str
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarComparison(Block):
    """Proportions of the same whole, drawn beneath each other."""

    kind: ClassVar[str] = "bars"
    caption: Text
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Block):
    """A glossary term where it is first used."""

    kind: ClassVar[str] = "term"
    term: Text
    meaning: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions(Block):
    """Questions to ask, with room to write."""

    kind: ClassVar[str] = "ask"
    items: tuple[Text, ...]
    lead: Text | None = None


KINDS: tuple[type[Block], ...] = (
    Paragraph,
    BulletList,
    Steps,
    Warning,
    KeyPoints,
    QuestionAnswer,
    Table,
    OptionGrid,
    IconArray,
    BarComparison,
    Term,
    Questions,
)
"""Every kind of block there is."""

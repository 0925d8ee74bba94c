"""Shapes of the blocks of a leaflet, and how each becomes a block of the model."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from leaflets.content.shape import (
    ClaimKey,
    FactName,
    Shape,
    Slug,
    TextShape,
    Words,
    text_of,
)
from leaflets.content.yamlfile import YamlFile
from leaflets.model import blocks as model
from leaflets.model.text import Text

Path = tuple[str | int, ...]
Items = Annotated[tuple[TextShape, ...], Field(min_length=1, max_length=60)]


class Maker:
    """Makes the Texts of one block: knows its file, its place there and its key."""

    def __init__(self, file: YamlFile, path: Path, key: str) -> None:
        self.file = file
        self.path = path
        self.key = key
        self.origin = file.origin(*path)

    def text(self, shape: TextShape, *field: str | int) -> Text:
        """One Text; *field* leads to it from the block and ends its key."""
        key = ".".join(
            [self.key, *(str(p + 1) if isinstance(p, int) else p for p in field)]
        )
        return text_of(shape, key, self.file, *self.path, *field)

    def maybe(self, shape: TextShape | None, *field: str | int) -> Text | None:
        """One Text, if the author wrote it."""
        return None if shape is None else self.text(shape, *field)

    def texts(self, shapes: tuple[TextShape, ...], *field: str | int) -> tuple[Text, ...]:
        """Several Texts, numbered from 1 in their keys."""
        return tuple(self.text(shape, *field, i) for i, shape in enumerate(shapes))


class BlockShape(Shape):
    """What every block has."""

    id: Slug
    verify: Words | None = Field(
        default=None, description="Why a person must check this before it may be final."
    )


class ParagraphShape(BlockShape):
    """Running text."""

    kind: Literal["paragraph"]
    text: TextShape

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        return model.Paragraph(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            text=m.text(self.text, "text"),
        )


class ListShape(BlockShape):
    """Points in no order."""

    kind: Literal["list"]
    lead: TextShape | None = None
    items: Items

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        return model.BulletList(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            lead=m.maybe(self.lead, "lead"),
            items=m.texts(self.items, "items"),
        )


class StepsShape(BlockShape):
    """Things to do, one after the other."""

    kind: Literal["steps"]
    lead: TextShape | None = None
    items: Items

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        return model.Steps(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            lead=m.maybe(self.lead, "lead"),
            items=m.texts(self.items, "items"),
        )


class WarningGroupShape(Shape):
    """What to do, and the signs that call for it."""

    lead: TextShape
    items: Items


class WarningShape(BlockShape):
    """The box that says when to get help now."""

    kind: Literal["warning"]
    title: TextShape
    groups: Annotated[tuple[WarningGroupShape, ...], Field(min_length=1, max_length=6)]
    after: TextShape | None = None

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        groups = tuple(
            model.WarningGroup(
                lead=m.text(group.lead, "groups", i, "lead"),
                items=m.texts(group.items, "groups", i, "items"),
            )
            for i, group in enumerate(self.groups)
        )
        return model.Warning(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            title=m.text(self.title, "title"),
            groups=groups,
            after=m.maybe(self.after, "after"),
        )


class KeyPointsShape(BlockShape):
    """The few things to take away."""

    kind: Literal["key-points"]
    items: Items

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        return model.KeyPoints(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            items=m.texts(self.items, "items"),
        )


class QuestionShape(BlockShape):
    """A question and its answer."""

    kind: Literal["question"]
    question: TextShape
    answer: Items

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        return model.QuestionAnswer(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            question=m.text(self.question, "question"),
            answer=m.texts(self.answer, "answer"),
        )


class TableShape(BlockShape):
    """Rows and columns."""

    kind: Literal["table"]
    caption: TextShape
    header: Annotated[tuple[TextShape, ...], Field(min_length=2, max_length=5)]
    rows: Annotated[tuple[tuple[TextShape, ...], ...], Field(min_length=1, max_length=40)]

    @model_validator(mode="after")
    def _even(self) -> TableShape:
        if any(len(row) != len(self.header) for row in self.rows):
            raise ValueError(f"every row needs {len(self.header)} cells, as the header has")
        return self

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        return model.Table(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            caption=m.text(self.caption, "caption"),
            header=m.texts(self.header, "header"),
            rows=tuple(m.texts(row, "rows", i) for i, row in enumerate(self.rows)),
        )


class OptionShape(Shape):
    """One choice: its certainty is that of its claim."""

    name: TextShape
    whom: TextShape
    what: TextShape
    harms: TextShape | None = Field(
        default=None,
        description="What harm the choice may do, or that nobody knows (DISCERN item 11).",
    )
    claim: ClaimKey
    nothing: bool = Field(default=False, description="True for the choice of no treatment.")


class OptionsShape(BlockShape):
    """Choices side by side, with "no treatment" among them (DISCERN item 12)."""

    kind: Literal["options"]
    caption: TextShape
    options: Annotated[tuple[OptionShape, ...], Field(min_length=2, max_length=30)]

    @model_validator(mode="after")
    def _with_nothing(self) -> OptionsShape:
        if sum(option.nothing for option in self.options) != 1:
            raise ValueError("exactly one option must say 'nothing: true' (no treatment)")
        return self

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        options = tuple(
            model.Option(
                name=m.text(option.name, "options", i, "name"),
                whom=m.text(option.whom, "options", i, "whom"),
                what=m.text(option.what, "options", i, "what"),
                harms=m.maybe(option.harms, "options", i, "harms"),
                claim=option.claim,
                nothing=option.nothing,
            )
            for i, option in enumerate(self.options)
        )
        return model.OptionGrid(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            caption=m.text(self.caption, "caption"),
            options=options,
        )


class IconsShape(BlockShape):
    """A hundred figures of which some are filled."""

    kind: Literal["icons"]
    fact: FactName
    caption: TextShape
    filled: TextShape
    empty: TextShape

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        return model.IconArray(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            fact=self.fact,
            caption=m.text(self.caption, "caption"),
            filled=m.text(self.filled, "filled"),
            empty=m.text(self.empty, "empty"),
        )


class BarShape(Shape):
    """One bar, and the range around it."""

    label: TextShape
    fact: FactName
    low: FactName | None = None
    high: FactName | None = None


class BarsShape(BlockShape):
    """Proportions of the same whole."""

    kind: Literal["bars"]
    caption: TextShape
    bars: Annotated[tuple[BarShape, ...], Field(min_length=2, max_length=12)]

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        bars = tuple(
            model.Bar(
                label=m.text(bar.label, "bars", i, "label"),
                fact=bar.fact,
                low=bar.low or "",
                high=bar.high or "",
            )
            for i, bar in enumerate(self.bars)
        )
        return model.BarComparison(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            caption=m.text(self.caption, "caption"),
            bars=bars,
        )


class TermShape(BlockShape):
    """A glossary term where it is first used."""

    kind: Literal["term"]
    term: TextShape
    meaning: TextShape

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        return model.Term(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            term=m.text(self.term, "term"),
            meaning=m.text(self.meaning, "meaning"),
        )


class AskShape(BlockShape):
    """Questions to ask, with room to write."""

    kind: Literal["ask"]
    lead: TextShape | None = None
    items: Items

    def make(self, m: Maker) -> model.Block:
        """Make the block of the model."""
        return model.Questions(
            id=self.id,
            origin=m.origin,
            verify=self.verify or "",
            lead=m.maybe(self.lead, "lead"),
            items=m.texts(self.items, "items"),
        )


AnyBlock = Annotated[
    ParagraphShape
    | ListShape
    | StepsShape
    | WarningShape
    | KeyPointsShape
    | QuestionShape
    | TableShape
    | OptionsShape
    | IconsShape
    | BarsShape
    | TermShape
    | AskShape,
    Field(discriminator="kind"),
]
"""Any block, told apart by its ``kind``."""

"""Shape of a leaflet's file, and how it becomes a Leaflet."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import Field, model_validator

from leaflets.content.blockshapes import AnyBlock, Maker, Path
from leaflets.content.shape import ClaimKey, Date, Shape, Slug, TextShape, text_of
from leaflets.content.yamlfile import YamlFile
from leaflets.model.blocks import Block
from leaflets.model.evidence import Evidence, KeyClaim
from leaflets.model.leaflet import Leaflet, Section, Short
from leaflets.model.text import Text
from leaflets.model.walk import with_texts

Blocks = Annotated[tuple[AnyBlock, ...], Field(min_length=1, max_length=80)]
Texts = Annotated[tuple[TextShape, ...], Field(min_length=1, max_length=12)]


class SectionShape(Shape):
    """A heading and what is under it."""

    id: Slug
    heading: TextShape
    blocks: Blocks


class KeyClaimShape(Shape):
    """A claim in the leaflet's words, for the evidence section."""

    claim: ClaimKey
    text: TextShape


class EvidenceShape(Shape):
    """What only this leaflet can say in the fixed evidence section; all of it is demanded."""

    searched: Date
    written: Date
    review: Date
    certainty: Annotated[tuple[KeyClaimShape, ...], Field(min_length=1, max_length=20)]
    unknowns: Texts
    limits: Texts
    method: TextShape
    who: TextShape
    funding: TextShape
    conflicts: TextShape
    updating: TextShape


class ShortShape(Shape):
    """The short form: its own Texts, about 300 words."""

    blocks: Blocks
    certainty: Annotated[tuple[ClaimKey, ...], Field(min_length=1, max_length=6)]
    unknowns: Texts
    limits: Texts


PartName = Annotated[
    str, Field(pattern=r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$", max_length=120)
]
"""Name of a block, a section or one of their Texts: ``brief``, ``brief.items.2``."""


class LeafletShape(Shape):
    """A leaflet's file."""

    leaflet: Slug
    original: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
    specimen: bool = False
    title: TextShape
    subtitle: TextShape | None = None
    purpose: TextShape
    sections: Annotated[tuple[SectionShape, ...], Field(min_length=1, max_length=40)]
    evidence: EvidenceShape
    short: ShortShape
    renamed: dict[PartName, PartName] = Field(
        default={},
        max_length=500,
        description="Old name to new name of a block or Text, so that its translations stay.",
    )

    @model_validator(mode="after")
    def _renamed_is_true(self) -> LeafletShape:
        blocks = [block.id for section in self.sections for block in section.blocks]
        short = [f"short.{block.id}" for block in self.short.blocks]
        there = {*blocks, *short, *(section.id for section in self.sections)}
        for old, new in self.renamed.items():
            if old in there:
                raise ValueError(f"'renamed' says that {old!r} is gone, but it is there")
            if not any(f"{new}.".startswith(f"{name}.") for name in (*there, "evidence")):
                raise ValueError(f"'renamed' leads to {new!r}, which is not there")
        if len(set(self.renamed.values())) < len(self.renamed):
            raise ValueError("'renamed' leads twice to the same name")
        return self


def make_leaflet(shape: LeafletShape, file: YamlFile) -> Leaflet:
    """Make the Leaflet that a checked file describes."""
    slug = shape.leaflet

    def text(part: TextShape, *path: str) -> Text:
        return text_of(part, ".".join([slug, *path]), file, *path)

    def blocks(
        parts: tuple[AnyBlock, ...], prefix: str, *path: str | int
    ) -> tuple[Block, ...]:
        return tuple(
            part.make(Maker(file, (*path, i), f"{prefix}.{part.id}"))
            for i, part in enumerate(parts)
        )

    def texts(parts: tuple[TextShape, ...], prefix: str, path: Path) -> tuple[Text, ...]:
        return tuple(
            text_of(part, f"{slug}.{prefix}.{i + 1}", file, *path, i)
            for i, part in enumerate(parts)
        )

    sections = tuple(
        Section(
            id=section.id,
            heading=text_of(
                section.heading,
                f"{slug}.{section.id}.heading",
                file,
                "sections",
                i,
                "heading",
            ),
            blocks=blocks(section.blocks, slug, "sections", i, "blocks"),
        )
        for i, section in enumerate(shape.sections)
    )
    given = shape.evidence
    evidence = Evidence(
        searched=given.searched,
        written=given.written,
        review=given.review,
        certainty=tuple(
            KeyClaim(
                claim=part.claim,
                text=text_of(
                    part.text,
                    f"{slug}.evidence.{part.claim}",
                    file,
                    *("evidence", "certainty", i, "text"),
                ),
            )
            for i, part in enumerate(given.certainty)
        ),
        unknowns=texts(given.unknowns, "evidence.unknowns", ("evidence", "unknowns")),
        limits=texts(given.limits, "evidence.limits", ("evidence", "limits")),
        method=text(given.method, "evidence", "method"),
        who=text(given.who, "evidence", "who"),
        funding=text(given.funding, "evidence", "funding"),
        conflicts=text(given.conflicts, "evidence", "conflicts"),
        updating=text(given.updating, "evidence", "updating"),
        origin=file.origin("evidence"),
    )
    short = Short(
        blocks=blocks(shape.short.blocks, f"{slug}.short", "short", "blocks"),
        certainty=shape.short.certainty,
        unknowns=texts(shape.short.unknowns, "short.unknowns", ("short", "unknowns")),
        limits=texts(shape.short.limits, "short.limits", ("short", "limits")),
    )
    leaflet = Leaflet(
        slug=slug,
        original=shape.original,
        title=text(shape.title, "title"),
        subtitle=None if shape.subtitle is None else text(shape.subtitle, "subtitle"),
        purpose=text(shape.purpose, "purpose"),
        sections=sections,
        evidence=evidence,
        short=short,
        origin=file.origin(),
        specimen=shape.specimen,
    )
    if not shape.renamed:
        return leaflet
    names = {f"{slug}.{new}": f"{slug}.{old}" for old, new in shape.renamed.items()}
    return with_texts(leaflet, lambda held: replace(held, was=_was(held.key, names)))


def _was(key: str, names: dict[str, str]) -> str:
    """Give the key that a Text had before: its own or that of what it is part of."""
    head, rest = key, ""
    while head:
        if head in names:
            return names[head] + rest
        head, dot, last = head.rpartition(".")
        rest = f"{dot}{last}{rest}"
    return ""

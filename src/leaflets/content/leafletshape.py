"""Shape of a leaflet's file, and how it becomes a Leaflet."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from leaflets.content.blockshapes import AnyBlock, Maker, Path
from leaflets.content.shape import ClaimKey, Date, Shape, Slug, TextShape, text_of
from leaflets.content.yamlfile import YamlFile
from leaflets.model.blocks import Block
from leaflets.model.evidence import Evidence, KeyClaim
from leaflets.model.leaflet import Leaflet, Section, Short
from leaflets.model.text import Text

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
    return Leaflet(
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

"""One text for patients, in the language it was written in or said in another."""

from __future__ import annotations

from dataclasses import dataclass

from leaflets.model.blocks import Block
from leaflets.model.evidence import Evidence
from leaflets.model.text import Text
from leaflets.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what is under it."""

    id: str
    heading: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """The short form, of about 300 words, for folded and small formats."""

    blocks: tuple[Block, ...]
    certainty: tuple[str, ...]
    """Keys of the claims whose certainty the short evidence section prints."""

    unknowns: tuple[Text, ...]
    limits: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """A leaflet, whole."""

    slug: str
    original: str
    """BCP 47 tag of the language it is written in."""

    title: Text
    subtitle: Text | None = None
    purpose: Text
    """What the leaflet is for, in its first sentence (PEMAT item 1)."""

    sections: tuple[Section, ...]
    evidence: Evidence
    short: Short
    origin: Origin
    specimen: bool = False
    """True for a leaflet that shows what the program can do and is not for patients."""

"""Editions of the tests' project, told in a line."""

from __future__ import annotations

from leaflets.build.workshop import Workshop
from leaflets.compose.html import Composition, compose
from leaflets.compose.narrative import narrate
from leaflets.formats.base import FORMATS
from leaflets.model.narrative import Narrative, Passage, Role


def narrated(
    workshop: Workshop, locale: str = "en", *, form: str = "text", imprint: str = "tea-room"
) -> tuple[Composition, Narrative]:
    """Compose the tests' leaflet in a locale, and tell it."""
    edition = workshop.bind("tea", locale, imprint).edition
    composition = compose(edition, FORMATS[form], workshop.templates)
    return composition, narrate(composition, edition)


def said(passage: Passage) -> str:
    """Give a passage with what leads it."""
    words = "".join(run.words for run in (*passage.lead, *passage.runs))
    return words.replace("\u00a0", " ")  # which keeps a fact on one line


def of(narrative: Narrative, role: Role, *, part: str = "") -> list[Passage]:
    """Give the passages of a role, in a part of the evidence section or in the body."""
    return [p for p in narrative.passages if p.role is role and p.part == part]

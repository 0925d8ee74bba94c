"""How an edition leaves the house: page geometry as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way out. Lengths in mm, type in pt.

    A format is one file in ``formats/``; what it does to bytes is there too, what it
    looks like is here.
    """

    name: str
    title: str
    extension: str = "pdf"
    width: float = 148.0
    height: float = 210.0
    margin: tuple[float, float, float, float] = (15.5, 12.0, 14.5, 12.0)
    """Top, outer, bottom, inner."""

    bleed: float = 0.0
    text: float = 12.0
    """Body size for Latin; never under 12, or 11 on the panels of a folded leaflet. A
    locale's ``scale`` multiplies it."""

    colour: str = "rgb"
    """``rgb`` or ``cmyk``: which set of design tokens is used."""

    variant: str = "accessible"
    """``accessible`` (PDF/UA-1 and PDF/A-3a), ``press`` (PDF/X-4), ``html``; or one that is
    told in a line: ``text``, ``braille``, ``ssml``."""

    links: bool = True
    hyphenate: bool = True
    evidence: str = "full"
    """Which fixed form of the evidence section it carries: ``full`` or ``short``."""

    beside: bool = False
    """True where a translation is printed beside its original; none for the original."""

    spec: str = ""
    """Name of the print spec that it is made for; empty where it is not for print."""

    for_shop: bool = False
    """True where a print shop's own spec (``build --spec``) may stand in for ``spec``."""

    imposition: str = ""
    """How its pages are laid on sheets: ``booklet``, ``roll``, ``z``; empty: not at all."""

    panels: tuple[float, ...] = ()
    """Widths of the panels of a folded format, in mm, in reading order. With panels, page
    N is as wide as the panel N, and there are as many pages as panels."""

    columns: int = 0
    """Characters, or cells, in a line of a format that is told; 0: as long as the
    paragraph."""

    lines: int = 0
    """Lines on a page of a format that is told; 0: it has no pages."""

    gate: tuple[str, ...] = ("author", "clinical")
    """Roles that must have signed the original before a final may leave."""

    gate_translated: tuple[str, ...] = ("translator", "reviser")
    """Further roles for every locale but the original."""

    @property
    def printed(self) -> bool:
        """True where it is made for print: its file is asked what a print shop asks."""
        return bool(self.spec)

    @property
    def told(self) -> bool:
        """True where it is told in a line and has no look: text, braille, speech."""
        return self.variant in ("text", "braille", "ssml")

    @property
    def accessible(self) -> bool:
        """True where the format claims to be accessible."""
        return self.told or self.variant in ("accessible", "html")

"""What a reader holds, whatever the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from leaflets.model.evidence import Claim, Source
from leaflets.model.facts import Fact
from leaflets.model.imprint import Imprint
from leaflets.model.leaflet import Leaflet
from leaflets.model.locale import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Leaflet × locale × imprint, with all that it needs to be set."""

    leaflet: Leaflet
    """Already said in the locale's language."""

    locale: Locale
    imprint: Imprint
    original_title: str
    """Title in the original: staff must know what they hand out."""

    facts: Mapping[str, Fact] = field(hash=False)
    claims: Mapping[str, Claim] = field(hash=False)
    sources: Mapping[str, Source] = field(hash=False)
    phrases: Mapping[str, str] = field(hash=False)
    """Words of the furniture in the locale's language, by key."""

    stand_in_phrases: frozenset[str] = frozenset()
    """Phrases that are the original's, for want of a translation."""

    code: str = ""
    """Edition code: on every page, in the metadata, the file name and the manifest."""

    draft: bool = True
    """True unless every gate that a final asks is open."""

    beside: Edition | None = None
    """The same leaflet in its original, for formats that print both."""

    @property
    def name(self) -> str:
        """Leaflet, locale and imprint: ``nk-cells.ar.example-clinic``."""
        return f"{self.leaflet.slug}.{self.locale.tag}.{self.imprint.id}"

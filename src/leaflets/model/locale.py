"""A language as it is set on a page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from leaflets.model.braille import Braille
from leaflets.origin import Origin

WITHOUT_SPACES = frozenset({"Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai"})
"""Scripts that set no space between words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """Tag, own name, direction, script, fonts, line height.

    Every quirk of a language is data here, never an ``if`` in a rule.
    """

    tag: str
    """BCP 47, as a reader or a file sees it: ``zh-Hans``."""

    name: str
    """The language's name in itself."""

    english: str
    """The language's name in English: staff must know what they hand out."""

    direction: str
    """``ltr`` or ``rtl``."""

    script: str
    """ISO 15924, such as ``Arab``."""

    fonts: tuple[str, ...]
    """Font families in order; no other may appear on the page."""

    origin: Origin
    line_height: float = 1.4
    """Of the body, as a multiple of the type size; follows the font."""

    dense_line_height: float = 0.0
    """The same on the panels of a folded leaflet; 0 for a tenth less."""

    dense_fonts: tuple[str, ...] = ()
    """Font families on the panels of a folded leaflet; none for those of every page."""

    scale: float = 1.0
    """Type size against Latin, so that letters look as large."""

    hyphenate: bool = False
    italic: bool = False
    """True where emphasis may slope (Latin, Greek, Cyrillic)."""

    digits: str = "latn"
    """CLDR numbering system of running text."""

    quotes: tuple[str, str] = ("“", "”")
    marker: str = "decimal"
    """CSS counter style of list numbers."""

    speech_rate: float = 0.0
    """Letters that a voice says in a second, unhurried; 0 where nobody knows."""

    plural_forms: str = ""
    """Gettext's Plural-Forms header."""

    bold: bool = True
    """False where the script has no bold that can be read."""

    machine: bool = False
    """True while the translations are machine drafts that nobody has checked."""

    braille: Braille | None = None
    """How it is written in braille; None where no table is named."""

    pseudo: bool = False
    """True for a language that does not exist; never built unless it is named, and never
    final."""

    @property
    def dense(self) -> Locale:
        """The locale as it is set on the panels of a folded leaflet, closer than elsewhere."""
        height = self.dense_line_height or round(self.line_height * 0.9, 3)
        return replace(
            self,
            fonts=self.dense_fonts or self.fonts,
            line_height=height,
            dense_line_height=height,
        )

    @property
    def folder(self) -> str:
        """Name of the folder under ``locales/``, as gettext names it: ``zh_Hans``."""
        return self.tag.replace("-", "_")

"""A run of words that can be translated."""

from __future__ import annotations

from dataclasses import dataclass

from leaflets.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words with a key and an origin, in the inline marks of ``compose.inline``.

    A Text is written in the original; step 4 of the flow returns the same Text with
    the words of another language, so that all that follows is language-blind.
    """

    key: str
    """Stable name ``<leaflet>.<block>.<field>``, of ``[A-Za-z0-9.-]``: gettext's msgctxt,
    an XLIFF 2 NMTOKEN, an HTML id."""

    words: str
    """The words; facts stand in them by name: ``{helpline}``, ``{rate.count}``."""

    origin: Origin

    other: str = ""
    """Plural words (gettext's msgid_plural), where ``count`` governs a noun."""

    count: str = ""
    """Name of the fact that selects the CLDR plural; empty where none does."""

    note: str = ""
    """What the translator should know."""

    was: str = ""
    """Key that the Text had before its author renamed it; empty where it kept its name."""

    lang: str = ""
    """BCP 47 tag of the words, set when the leaflet is said in a language."""

    stand_in: bool = False
    """True where the original's words stand in for a translation that is missing, fuzzy
    or stale. Drafts only; the page marks it."""

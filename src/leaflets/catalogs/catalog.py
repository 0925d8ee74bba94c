"""A catalog and its entries, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from leaflets.findings import Finding
from leaflets.origin import Origin

_NOWHERE = Origin("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One message in one language: what it says, and what it translates."""

    key: str
    words: str
    other: str = ""
    forms: tuple[str, ...] = ("",)
    """The translation: one form, or one for each plural form of the locale."""

    fuzzy: bool = False
    translates: str = ""
    """Fingerprint of the message that this entry shows; ``# original:`` in the file."""

    machine: bool = False
    """True for a draft that no person has checked; ``# machine draft`` in the file."""

    notes: tuple[str, ...] = ()
    """Lines for the translator (``#.``), written anew at every update."""

    comments: tuple[str, ...] = ()
    """The translator's own lines (``#``), kept as they are."""

    flags: tuple[str, ...] = ()
    """Flags other than ``fuzzy``."""

    places: tuple[str, ...] = ()
    """Files of the original (``#:``), without line numbers, so that diffs stay quiet."""

    previous: str = ""
    """The words that a fuzzy translation was made for (``#|``)."""

    previous_other: str = ""
    origin: Origin = _NOWHERE

    @property
    def translated(self) -> bool:
        """True where every form has words."""
        return bool(self.forms) and all(form.strip() for form in self.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The entries of one domain (a leaflet, or the phrases) in one language."""

    locale_tag: str
    domain: str
    entries: Mapping[str, Entry] = field(hash=False)
    obsolete: tuple[Entry, ...] = ()
    """Entries whose message is gone, kept in case it comes back."""

    header: Mapping[str, str] = field(hash=False)
    comment: str = ""
    """Words at the top of the file."""

    path: str = ""
    """Name of the file from the project folder."""

    findings: tuple[Finding, ...] = ()

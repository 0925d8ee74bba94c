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
    """Flags other than ``fuzzy`` (``#,``)."""

    workflow: tuple[str, ...] = ()
    """Flags on the line that newer gettexts announce (``#=``), other than ``fuzzy``."""

    unknown: tuple[str, ...] = ()
    """Comment lines of a kind that is not known here, whole."""

    places: tuple[str, ...] = ()
    """Files of the original (``#:``): ours without line numbers, so that diffs stay quiet;
    other tools' as they are."""

    previous_key: str = ""
    """The key that a fuzzy translation was made for (``#| msgctxt``)."""

    previous: str = ""
    """The words that a fuzzy translation was made for (``#|``)."""

    previous_other: str = ""
    origin: Origin = field(default=_NOWHERE, compare=False)
    """Where it stood: the same entry elsewhere is the same."""

    @property
    def translated(self) -> bool:
        """True where every form has words."""
        return bool(self.forms) and all(form.strip() for form in self.forms)


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry of a file as it stood there: to be written again as long as it is true."""

    text: str
    """Its lines, and what parts it from the piece before."""

    entry: Entry | None = None
    """What they said; None for the head and for what no Text can use."""

    obsolete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A file as it was read, to the last byte."""

    pieces: tuple[Piece, ...]
    head: int = -1
    """Which piece is the head of the file; -1 where it has none."""

    header: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What the head said."""

    comment: str = ""
    """What stood above the head."""

    tail: str = ""
    """What stands behind the last entry."""

    newline: str = "\n"
    mark: str = ""
    """The byte order mark, where the file begins with one."""


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
    raw: Raw | None = field(default=None, compare=False, repr=False)
    """The file that it was read from. Who makes a new catalog out of a held one hands it
    on: then every entry that says the same keeps its bytes."""

"""Compose a proof: original and translation side by side, for a reviewer with a pen.

A proof is no edition. It shows every message, its key and its state, what the checks ask
about it and what changed since someone signed it, and leaves room to answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from leaflets.compose.environment import Markup, Templates
from leaflets.findings import Finding
from leaflets.model.locale import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a message: the only one, or that of some numbers."""

    words: Markup
    label: str = ""
    """Numbers that take the form; empty where there is only one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message, as a reviewer meets it."""

    key: str
    number: str = ""
    """Number of the paragraph, as the bilingual format prints it; a phrase has none."""

    state: str
    risks: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """Roles that have signed exactly these words."""

    original: tuple[Form, ...]
    said: tuple[Form, ...]
    """Empty where there is no translation."""

    back: str = ""
    """What a reader who had not seen the original took the translation to say."""

    findings: tuple[Finding, ...] = ()
    since: str = ""
    """What the changes are counted from."""

    original_changes: Markup
    said_changes: Markup


@dataclass(frozen=True, slots=True)
class Group:
    """The messages under one heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """All that a reviewer is given to read."""

    leaflet: str
    title: Markup
    original: Locale
    locale: Locale
    mark: str
    """Mark of the reading: what ``leaflets sign`` would record of these very words."""

    groups: tuple[Group, ...]
    dates: tuple[tuple[str, str, str], ...]
    """What a date is, and how either language writes it."""

    roles: tuple[str, ...]
    """Roles that may sign the translation."""

    counts: Mapping[str, int] = field(hash=False)
    """Number of messages in each state that there is."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every message, in order."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def grouped_mark(self) -> str:
        """The mark in fours, to be compared by eye."""
        return " ".join(self.mark[i : i + 4] for i in range(0, len(self.mark), 4))


def compose_proof(proof: Proof, templates: Templates) -> tuple[str, tuple[str, ...]]:
    """Fill the templates of a proof: its HTML, and its style sheets.

    Raises RenderError for a template that fails.
    """
    values = {"proof": proof, "locale": proof.locale, "original": proof.original}
    styles = tuple(
        templates.fill(name, values) for name in ("color/rgb.css", "styles/proof.css")
    )
    return templates.fill("proof.html", values), styles

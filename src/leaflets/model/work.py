"""What is planned and what was made: small, picklable, plain."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Job:
    """Edition × format, ready to be done anywhere: names and a key, no documents."""

    leaflet: str
    locale: str
    imprint: str
    format: str
    final: bool
    key: str
    """Fingerprint of every input. A worker computes it again and refuses another."""

    spec: str = ""
    """Name of the print spec that it is made for; empty where it is not for print."""

    @property
    def name(self) -> str:
        """``nk-cells.ar.example-clinic.screen``."""
        return f"{self.leaflet}.{self.locale}.{self.imprint}.{self.format}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """One finished file with its digest, and what was found on its pages."""

    job: Job
    path: str
    """From the output folder, with forward slashes."""

    sha256: str
    bytes: int
    pages: int
    edition_code: str
    draft: bool
    evidence: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    text: dict[str, Any] = field(default_factory=dict)
    findings: tuple[dict[str, Any], ...] = ()
    thumbnail: str = ""
    preflight: dict[str, Any] = field(default_factory=dict)
    """Of a file for print, in short what the preflight said of it: see ``Printed``."""

    told: dict[str, Any] = field(default_factory=dict)
    """Of a file that is told in a line, how long it is: ``minutes``, ``lines`` …"""

    ledgers: dict[str, str] = field(default_factory=dict)
    """Of a final, by path the states of the ledgers that its gate relied on; the manifest
    says what each state held."""

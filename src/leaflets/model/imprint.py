"""The clinic on the leaflet."""

from __future__ import annotations

from dataclasses import dataclass

from leaflets.model.facts import Fact
from leaflets.origin import Origin

ROLES = ("phone", "out-of-hours", "textphone", "interpreter", "email", "web")
"""What a contact is for; the words on the page are phrases."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A way to reach the clinic."""

    role: str
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When the clinic is open: from one day to another, between two times."""

    first: str
    last: str
    opens: str
    """24-hour time ``HH:MM``."""

    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Name, telephones, logo, hours. It stays inside its own block on the last page."""

    id: str
    name: str
    contacts: tuple[Contact, ...]
    origin: Origin
    address: tuple[str, ...] = ()
    hours: tuple[Hours, ...] = ()
    logo: str = ""
    """Path from the project folder; checked to be inside it, small and harmless."""

    logo_alt: str = ""
    leaflets: Fact | None = None
    """Where the clinic has its leaflets, without ``https://``: the QR code leads there."""

    also_signed_by: tuple[str, ...] = ()
    """Roles that the clinic asks for beyond what a format asks; it can take none off."""

    demonstration: bool = False
    """True for an invented clinic: it says so on the page and never leaves as final."""

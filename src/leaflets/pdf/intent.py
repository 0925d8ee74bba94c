"""Printing conditions: what the colours of a file are meant to look like.

A PDF/X-4 file names the condition it was made for in its output intent (ISO 15930-7), by the
name it has in the registry of the ICC; a PDF/A-3 file says that its RGB
is sRGB. The profiles are in ``icc/``, with a note on where they come from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from leaflets.pdf import registered

REGISTRY = "http://www.color.org"

CUSTOM = "Custom"
"""Identifier of a condition that has no registered name (ISO 32000-1, 14.11.5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A printing condition and the ICC profile that describes it."""

    identifier: str
    """Name in the ICC registry, such as ``FOGRA39``; else ``CUSTOM``, or what a shop says."""

    description: str
    """The printing process and paper."""

    info: str
    profile: str
    """File in ``icc/``; of a profile that is given in ``data``, the name of its file."""

    ink_limit: int
    """Greatest sum of the four inks that the paper bears, in percent."""

    data: bytes = field(default=b"", repr=False)
    """The profile itself, where it is not one of ``icc/``."""

    @property
    def registry(self) -> str:
        """Where the identifier is registered; empty if it is not, as far as is known."""
        return REGISTRY if self.identifier in registered.CONDITIONS else ""


FOGRA39 = Condition(
    identifier="FOGRA39",
    description="Offset, coated paper, paper type 1 or 2, ISO 12647-2:2004/Amd 1",
    info="FOGRA39 (coated)",
    profile="FOGRA39L_coated.icc",
    ink_limit=300,
)
FOGRA47 = Condition(
    identifier="FOGRA47",
    description="Offset, uncoated white paper, paper type 4, ISO 12647-2:2004/Amd 1",
    info="FOGRA47 (uncoated)",
    profile="FOGRA47L_uncoated.icc",
    ink_limit=300,
)
CONDITIONS = {condition.identifier: condition for condition in (FOGRA39, FOGRA47)}


@cache
def profile(condition: Condition) -> bytes:
    """Read the ICC profile of a printing condition: the given one, else that in ``icc/``."""
    if condition.data:
        return condition.data
    return resources.files("leaflets.pdf").joinpath("icc", condition.profile).read_bytes()

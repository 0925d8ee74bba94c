"""How what a check says becomes findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflets.findings import Finding, Severity
from leaflets.origin import Origin

Said = tuple[Origin, str] | tuple[Origin, str, str]
"""Origin, message and, if there is a way out, a hint."""


def findings(code: str, severity: Severity, said: Iterable[Said]) -> Iterator[Finding]:
    """Give what was said a code and a severity."""
    for origin, message, *hint in said:
        yield Finding(
            code=code,
            message=message,
            origin=origin,
            severity=severity,
            hint=hint[0] if hint else "",
        )

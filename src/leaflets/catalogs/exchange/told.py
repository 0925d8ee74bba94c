"""How the findings about a file that came in are said."""

from __future__ import annotations

from leaflets.findings import Finding, Severity
from leaflets.origin import Origin


def unreadable(shown: str, what: str, *, line: int = 0, hint: str = "") -> Finding:
    """Say that nothing of a file can be taken (X101)."""
    return Finding(code="X101", message=what, origin=Origin(shown, line), hint=hint)


def foreign(origin: Origin, what: str, hint: str = "") -> Finding:
    """Say that a file is not what was asked for, or does not say what it is (X102)."""
    return Finding(code="X102", message=what, origin=origin, hint=hint)


def skipped(origin: Origin, what: str, hint: str = "") -> Finding:
    """Say that a part of a file is passed over (X103)."""
    return Finding(
        code="X103", message=what, origin=origin, hint=hint, severity=Severity.WARNING
    )

"""An answer that someone should look at.

A finding is data: it is yielded, sorted, counted and shown, never raised. What
cannot go on is an error instead (``leaflets.errors``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from leaflets.origin import Origin


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Stops a job, or the whole build if it is about content."""

    WARNING = "warning"
    """Someone should look; a draft may still be built."""

    INFO = "info"
    """Good to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fact about one place, and the way out apart from it."""

    code: str
    """Stable name such as ``C101``; never used for another meaning."""

    message: str
    """Lower case, no full stop, one fact; names in quotes."""

    origin: Origin
    severity: Severity = Severity.ERROR
    hint: str = ""

    def __str__(self) -> str:
        line = f"{self.origin}: {self.severity.value} {self.code} {self.message}"
        return f"{line}\n  hint: {self.hint}" if self.hint else line

    def as_data(self) -> dict[str, object]:
        """Say the finding as plain data, for JSON."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "path": self.origin.path,
            "line": self.origin.line,
            "message": self.message,
            "hint": self.hint,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Finding:
        """Take a finding back from plain data.

        Raises KeyError, TypeError or ValueError for what ``as_data`` never said.
        """
        return cls(
            code=str(data["code"]),
            severity=Severity(data["severity"]),
            origin=Origin(str(data["path"]), int(data["line"])),
            message=str(data["message"]),
            hint=str(data["hint"]),
        )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place, so that two runs say the same in the same order."""
    return tuple(sorted(set(findings), key=lambda f: (f.origin, f.code, f.message)))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep the findings that stop the work."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)

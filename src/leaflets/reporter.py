"""What happened, as events: for the terminal, the web, the tests.

The rooms tell a Reporter; only ``cli/`` prints. Every method does nothing here, so
a Reporter that wants one event writes one method.
"""

from __future__ import annotations

from leaflets.findings import Finding


class Reporter:
    """Hears what happens and does nothing with it."""

    def step(self, number: int, name: str, detail: str = "") -> None:
        """Begin one of the ten steps of the flow."""

    def planned(self, total: int, current: int) -> None:
        """Hear how many jobs there are, and how many need no work."""

    def done(self, job: str, seconds: float, findings: tuple[Finding, ...]) -> None:
        """Hear that a job is finished and its artifact written."""

    def failed(self, job: str, message: str, findings: tuple[Finding, ...]) -> None:
        """Hear that a job could not be done; the others go on."""

    def found(self, finding: Finding) -> None:
        """Hear of a finding outside any job."""

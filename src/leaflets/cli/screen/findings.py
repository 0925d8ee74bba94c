"""How a finding looks."""

from __future__ import annotations

import click

from leaflets.findings import Finding, Severity

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def show(finding: Finding) -> str:
    """Say a finding in a line and its hint in another, the severity in colour."""
    severity = click.style(finding.severity.value, fg=COLOURS[finding.severity])
    line = f"{finding.origin}: {severity} {finding.code} {finding.message}"
    return f"{line}\n  hint: {finding.hint}" if finding.hint else line

"""A preflight as people read it: a table on a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from leaflets.build.preflightpage import alike, ranges, verdict
from leaflets.cli.screen.findings import COLOURS, show
from leaflets.findings import Finding, Severity
from leaflets.origin import Origin

Data = Mapping[str, Any]


def say(shown: str, account: Data) -> None:
    """Say what came of one file; *shown* is the name by which it was asked for."""
    if "error" in account:
        said = account["error"]
        error = click.style("error", fg=COLOURS[Severity.ERROR])
        hint = f"\n  hint: {said['hint']}" if said["hint"] else ""
        click.echo(f"{shown}: {error} {said['message']}{hint}")
        return
    findings = account["findings"]
    if findings and sys.stdout.isatty():
        _table(shown, findings)
    else:
        for each in findings:
            click.echo(show(_finding(shown, each)))
    left = account["left_out"]
    if left:
        click.echo(f"{shown}: {left} more findings are left out")
    spec = account["spec"]
    count = account["pages"]
    pages = f"{count} page{'' if count == 1 else 's'}"
    passed = click.style("passed", fg="green")
    state = passed if account["passed"] else click.style("failed", fg="red")
    click.echo(f"{shown}: {state}, {pages}, {verdict(account)}; asked for {spec['name']}")


def _finding(shown: str, each: Data) -> Finding:
    where = f" on page {each['page']}" if each["page"] else ""
    return Finding(
        code=each["code"],
        message=f"{each['message']}{where}",
        origin=Origin(shown),
        severity=Severity(each["severity"]),
        hint=each["hint"],
    )


def _table(shown: str, findings: Sequence[Data]) -> None:
    """Draw a row for each thing that was said, with all the pages it was said of."""
    table = Table(
        "level", "code", "page", "what is wrong", box=box.SIMPLE_HEAD, title=Text(shown)
    )
    for same in alike(findings):
        first = same[0]
        severity = Severity(first["severity"])
        pages = sorted({each["page"] for each in same if each["page"]})
        words = Text(first["message"])
        if len(same) > 1:
            words.append(f" ({len(same)} places)", style="dim")
        if first["hint"]:
            words.append(f"\nhint: {first['hint']}", style="dim")
        table.add_row(
            Text(severity.value, style=COLOURS[severity]),
            Text(first["code"]),
            Text(ranges(pages) or "–"),
            words,
        )
    Console().print(table)

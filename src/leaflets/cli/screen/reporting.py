"""A build as people follow it: a progress bar on a terminal, plain lines in a pipe."""

from __future__ import annotations

from typing import Self

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from leaflets.cli.screen.findings import show
from leaflets.findings import Finding
from leaflets.reporter import Reporter


class Lines(Reporter):
    """One plain line for each job, on stderr: stdout is for the result."""

    def __init__(self) -> None:
        self._total = 0
        self._count = 0

    def planned(self, total: int, current: int) -> None:
        """Say how much there is to do."""
        self._total, self._count = total - current, 0
        click.echo(f"{total} planned, {current} current, {total - current} to do", err=True)

    def done(self, job: str, seconds: float, findings: tuple[Finding, ...]) -> None:
        """Say what was made."""
        found = f", {len(findings)} to look at" if findings else ""
        self._line(f"{job} ({seconds:.1f} s{found})")

    def failed(self, job: str, message: str, findings: tuple[Finding, ...]) -> None:
        """Say what was not made, and why."""
        self._line(f"{job} {click.style('failed', fg='red')}: {message}")

    def found(self, finding: Finding) -> None:
        """Say a finding of the whole build."""
        click.echo(show(finding), err=True)

    def _line(self, line: str) -> None:
        self._count += 1
        click.echo(f"[{self._count}/{self._total}] {line}", err=True)


class Bar(Lines):
    """A progress bar on the terminal, and a line for each failure above it."""

    def __init__(self) -> None:
        super().__init__()
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task("", total=None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()

    def planned(self, total: int, current: int) -> None:
        """Set the length of the bar; a build with nothing to do shows none."""
        if total > current:
            self._progress.start()
            self._progress.update(self._task, total=total - current)

    def done(self, job: str, seconds: float, findings: tuple[Finding, ...]) -> None:
        """Move the bar on."""
        self._progress.update(self._task, advance=1, description=job)

    def _line(self, line: str) -> None:
        self._progress.update(self._task, advance=1)
        self._progress.console.print(Text.from_ansi(line), soft_wrap=True)

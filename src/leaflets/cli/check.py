"""Check content and translations; make no page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from leaflets.build.checking import check, exit_code
from leaflets.cli.screen.clock import today
from leaflets.cli.screen.findings import show
from leaflets.findings import Finding, Severity
from leaflets.reporter import Reporter

if TYPE_CHECKING:
    from leaflets.cli.main import Place

SHOWN = 3
"""How many findings of one kind are shown of one file; people read no more."""


@click.command()
@click.option("--all", "everything", is_flag=True, help="Show every finding of a file.")
@click.option(
    "--with",
    "beside",
    type=click.Choice(["pofilter"]),
    multiple=True,
    help="Ask another program too, if it is installed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(
    ctx: click.Context, everything: bool, beside: tuple[str, ...], as_json: bool
) -> None:
    """Check content and translations, and say every mistake with file and line.

    What is asked, and by which standard, is listed in docs/checks.md.
    """
    place: Place = ctx.obj
    found = check(place.project, Reporter(), beside=beside, today=today())
    code = exit_code(found)
    if as_json:
        said = {"findings": [finding.as_data() for finding in found], "exit_code": code}
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        _say(found, len(found) if everything else SHOWN)
    ctx.exit(code)


def _say(found: Sequence[Finding], shown: int) -> None:
    count: Counter[tuple[str, str]] = Counter()
    for finding in found:
        kind = (finding.origin.path, finding.code)
        count[kind] += 1
        # Errors are never left out: each one stops a page.
        if count[kind] <= shown or finding.severity is Severity.ERROR:
            click.echo(show(finding))
    for (path, code), total in sorted(count.items()):
        kinds = {f.severity for f in found if (f.origin.path, f.code) == (path, code)}
        if total > shown and Severity.ERROR not in kinds:
            click.echo(f"{path}: {total - shown} more {code}; --all shows them")
    severities = Counter(finding.severity for finding in found)
    click.echo(
        f"{severities[Severity.ERROR]} errors, {severities[Severity.WARNING]} warnings, "
        f"{severities[Severity.INFO]} remarks"
    )

"""Show how far every translation is, and what is wrong with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from leaflets.catalogs.domains import domains
from leaflets.catalogs.status import STATES, Status, status
from leaflets.cli.screen.desk import library, locales
from leaflets.errors import LocaleError
from leaflets.findings import Finding, Severity, errors

if TYPE_CHECKING:
    from leaflets.cli.main import Place


_SHOWN = 20
"""Findings that a person is shown before the rest are only counted."""


@click.command()
@click.option("--locale", "tags", multiple=True, metavar="TAG", help="May be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(ctx: click.Context, tags: tuple[str, ...], as_json: bool) -> None:
    """Show how far every translation is, and what is wrong with it."""
    place: Place = ctx.obj
    shelf = library(place.project)
    found = [
        state
        for locale in locales(shelf, tags)
        for domain in domains(shelf)
        if domain.original != locale.tag
        and (state := status(shelf.project, domain, locale)) is not None
    ]
    if as_json:
        click.echo(json.dumps([s.as_data() for s in found], ensure_ascii=False, indent=1))
    else:
        _draw(found)
    wrong = errors(finding for state in found for finding in state.findings)
    unreadable = any(finding.code.startswith("T1") for finding in wrong)
    ctx.exit(LocaleError.exit_code if unreadable else 1 if wrong else 0)


def _draw(found: list[Status]) -> None:
    wide = max([len("leaflet"), *(len(state.domain) for state in found)])
    click.echo(f"{'leaflet':{wide}}  {'locale':8}" + "".join(f"{s:>11}" for s in STATES))
    for state in found:
        numbers = "".join(f"{count or '·':>11}" for count in state.counts.values())
        click.echo(f"{state.domain:{wide}}  {state.locale:8}{numbers}")
    shown = [f for state in found for f in state.findings if _worth_a_line(f)]
    for finding in shown[:_SHOWN]:
        click.echo(str(finding))
    if len(shown) > _SHOWN:
        click.echo(f"and {len(shown) - _SHOWN} more findings; --json has them all")


def _worth_a_line(finding: Finding) -> bool:
    """Leave out what the table counts already."""
    return finding.severity is Severity.ERROR or finding.code not in {
        "T201",
        "T202",
        "T203",
    }

"""Show how far every translation is, what is wrong with it, and what is to be redone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflets.build.board import board
from leaflets.build.boardpage import page
from leaflets.build.cells import STATES, Cell, Line
from leaflets.build.plan import survey
from leaflets.catalogs.guards.hidden import is_hidden
from leaflets.catalogs.phrases import DOMAIN
from leaflets.cli.screen.desk import known
from leaflets.errors import LocaleError
from leaflets.files import write_atomically
from leaflets.findings import Finding, Severity, errors

if TYPE_CHECKING:
    from leaflets.cli.main import Place

_SHOWN = 20
"""Findings that a person is shown before the rest are only counted."""

_COUNTED = frozenset({"T201", "T202", "T203"})
"""Findings that the table counts already."""


@click.command()
@click.argument("leaflet", nargs=-1)
@click.option("--locale", "tags", multiple=True, metavar="TAG", help="May be repeated.")
@click.option("--work", is_flag=True, help="List exactly the messages to redo.")
@click.option(
    "--html",
    "html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the board as a page.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(  # noqa: PLR0917 - click calls it by name
    ctx: click.Context,
    leaflet: tuple[str, ...],
    tags: tuple[str, ...],
    work: bool,
    html: Path | None,
    as_json: bool,
) -> None:
    """Show how far every translation is, and what is wrong with it.

    LEAFLET is the name of a leaflet or 'phrases'; all of them if none is named.
    """
    place: Place = ctx.obj
    project = place.project
    names = survey(project)
    known(leaflet, [DOMAIN, *names.leaflets], "leaflet")
    known(tags, list(names.locales), "locale")
    cells = board(project, leaflets=leaflet, tags=tags, begun_only=html is None)
    if html is not None:
        write_atomically(html, page(project, names, cells))
    if as_json:
        click.echo(json.dumps([c.as_data() for c in cells], ensure_ascii=False, indent=1))
    elif work:
        _list(cells)
    else:
        _draw([cell for cell in cells if cell.begun])
        if html is not None:
            click.echo(f"the board is in {html}")
    wrong = errors(finding for cell in cells for finding in cell.findings)
    unreadable = any(finding.code.startswith("T1") for finding in wrong)
    ctx.exit(LocaleError.exit_code if unreadable else 1 if wrong else 0)


def _draw(cells: list[Cell]) -> None:
    wide = max([len("leaflet"), *(len(cell.domain) for cell in cells)])
    heads = "".join(f"{state:>11}" for state in (*STATES, "to look at"))
    click.echo(f"{'leaflet':{wide}}  {'locale':8}{heads}")
    for cell in cells:
        figures = [*(cell.counts[state] for state in STATES), len(cell.look)]
        numbers = "".join(f"{figure or '·':>11}" for figure in figures)
        click.echo(f"{cell.domain:{wide}}  {cell.locale:8}{numbers}")
    shown = [f for cell in cells for f in cell.findings if _worth_a_line(f)]
    for finding in shown[:_SHOWN]:
        click.echo(str(finding))
    if len(shown) > _SHOWN:
        click.echo(f"and {len(shown) - _SHOWN} more findings; --json has them all")


def _list(cells: Iterable[Cell]) -> None:
    """Print the work list, one message after the other."""
    messages = words = 0
    for cell in cells:
        if cell.work or cell.look or cell.broken:
            heading = f"{cell.domain} in {cell.locale}"
            click.echo(click.style(heading, bold=True))
        for finding in cell.broken:
            click.echo(f"  {finding}")
        for line in cell.work:
            _say(line, line.state)
        for line in cell.look:
            _say(line, "look")
        messages += len(cell.work)
        words += cell.words
    click.echo(f"{messages} messages to redo, {words} words")


def _say(line: Line, state: str) -> None:
    risks = f" [{', '.join(line.risks)}]" if line.risks else ""
    click.echo(f"  {line.path}:{line.line}: {state} {line.key}{risks}")
    click.echo(f"    original: {_seen(line.original)}")
    if line.previous:
        click.echo(f"    it was:   {_seen(line.previous)}")
    for form in filter(None, line.forms):
        click.echo(f"    says:     {_seen(form)}")
    for why in line.why:
        click.echo(f"    why:      {why}")


def _seen(words: str) -> str:
    """Show hidden characters by number: they could rewrite a terminal, or turn a line."""
    return "".join(f"<U+{ord(c):04X}>" if is_hidden(c) else c for c in words)


def _worth_a_line(finding: Finding) -> bool:
    """Leave out what the table counts already."""
    return finding.severity is Severity.ERROR or finding.code not in _COUNTED

"""Send translations out to be translated back, blind, and take in what they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflets import files
from leaflets.catalogs import store
from leaflets.catalogs.domains import domains
from leaflets.catalogs.exchange import blindsheet
from leaflets.catalogs.exchange.taken import Taken, take_back
from leaflets.catalogs.update import held
from leaflets.cli.screen.desk import known, library, say_written
from leaflets.cli.screen.findings import show
from leaflets.content.library import Library
from leaflets.errors import LocaleError
from leaflets.model.locale import Locale

if TYPE_CHECKING:
    from leaflets.cli.main import Place

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("tag", metavar="LOCALE")
@click.argument("leaflet", nargs=-1)
@click.option("--output", type=_FILE, metavar="FILE", help="Write the blind sheet there.")
@click.option(
    "--read",
    "filled",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Take in a sheet that was filled.",
)
@click.option("--every", is_flag=True, help="All messages, not only those at most risk.")
@click.option("--again", is_flag=True, help="Also what has been translated back already.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    tag: str,
    leaflet: tuple[str, ...],
    output: Path | None,
    filled: Path | None,
    every: bool,
    again: bool,
) -> None:
    """Send translations out to be translated back, blind, and take in what they say.

    The sheet holds no word of the original. Who fills it must not have seen one. What
    comes back stands in the catalog beside its translation, and in the proof, until the
    translation changes. Without --every only warnings and what says how sure we are.
    """
    place: Place = ctx.obj
    if (output is None) == (filled is None):
        raise click.UsageError("say either --output or --read")
    shelf = library(place.project)
    known([tag], list(shelf.locales), "locale")
    locale = shelf.locales[tag]
    shelves = {domain.name: domain for domain in domains(shelf)}
    known(leaflet, list(shelves), "leaflet")
    there = [
        (domain, catalog)
        for name, domain in shelves.items()
        if (not leaflet or name in leaflet) and domain.original != locale.tag
        if (catalog := held(shelf, locale, domain)) is not None
    ]
    if filled is None:
        assert output is not None  # one of the two was said
        lines = [
            line
            for domain, catalog in there
            for line in blindsheet.rows(domain.messages, catalog, every=every, again=again)
        ]
        files.write_atomically(output, blindsheet.write(lines))
        click.echo(f"{output}: {len(set(lines))} wordings")
        return
    with filled.open("rb") as stream:
        sheet, findings = blindsheet.read(stream.read(blindsheet.LIMIT + 1), str(filled))
    for finding in findings:
        click.echo(show(finding))
    if sheet is None:
        ctx.exit(LocaleError.exit_code)
    if sheet.locale not in {"", locale.tag}:
        raise click.UsageError(f"the sheet is of {sheet.locale!r}, not of {locale.tag!r}")
    taken = take_back(sheet, [catalog for _, catalog in there])
    _say(shelf, locale, taken)
    ctx.exit(1 if findings or taken.refused else 0)


def _say(shelf: Library, locale: Locale, taken: Taken) -> None:
    for finding in taken.refused:
        click.echo(show(finding))
    paths = [shelf.project.catalog(locale.folder, each.domain) for each in taken.changed]
    written = [
        path
        for path, catalog in zip(paths, taken.changed, strict=True)
        if store.write(path, catalog)
    ]
    click.echo(f"{taken.count} translations have what they were read to say beside them")
    say_written(shelf.project, written, "catalogs")

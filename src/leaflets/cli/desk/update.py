"""Bring catalogs in step with the leaflets, and lose nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from leaflets.catalogs import store
from leaflets.catalogs.carrying import Outcome
from leaflets.catalogs.domains import domains
from leaflets.catalogs.update import Step, steps
from leaflets.cli.screen.desk import known, library, locales

if TYPE_CHECKING:
    from leaflets.cli.main import Place


@click.command()
@click.option("--locale", "tags", multiple=True, metavar="TAG", help="May be repeated.")
@click.option("--leaflet", multiple=True, metavar="NAME", help="Or 'phrases'.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would change.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(
    ctx: click.Context,
    tags: tuple[str, ...],
    leaflet: tuple[str, ...],
    check: bool,
    as_json: bool,
) -> None:
    """Bring catalogs in step with the leaflets; begin those that are named and missing.

    Without --locale, every locale that has a catalog already.
    """
    place: Place = ctx.obj
    shelf = library(place.project)
    known(leaflet, [domain.name for domain in domains(shelf)], "leaflet")
    found = [
        step for locale in locales(shelf, tags) for step in steps(shelf, locale, leaflet)
    ]
    changed = [step for step in found if step.changes]
    if not check:
        for step in changed:
            store.write(step.path, step.joined.catalog)
    if as_json:
        files = {id(step) for step in changed}
        said = [
            {
                "path": shelf.project.shown(step.path),
                **step.as_data(),
                "changed": id(step) in files,
            }
            for step in found
        ]
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        for step in changed:
            click.echo(f"{shelf.project.shown(step.path)}: {_words(step)}")
        click.echo(_sum(len(changed), check=check))
    ctx.exit(1 if check and changed else 0)


def _words(step: Step) -> str:
    """Say what became of the messages of a catalog, without what there is none of."""
    counts = step.joined.counts
    return ", ".join(f"{counts[o.value]} {o.value}" for o in Outcome if counts[o.value])


def _sum(changed: int, *, check: bool) -> str:
    if not changed:
        return "catalogs are in step"
    if check:
        return f"{changed} catalogs are not in step; run 'leaflets catalog update'"
    return f"{changed} catalogs written"

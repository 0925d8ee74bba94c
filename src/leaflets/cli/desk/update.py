"""Bring catalogs in step with the leaflets, and lose nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflets.catalogs.domains import domains
from leaflets.catalogs.update import update
from leaflets.cli.screen.desk import known, library, locales, say_written

if TYPE_CHECKING:
    from leaflets.cli.main import Place


@click.command()
@click.option("--locale", "tags", multiple=True, metavar="TAG", help="May be repeated.")
@click.option("--leaflet", multiple=True, metavar="NAME", help="Or 'phrases'.")
@click.pass_obj
def command(place: Place, tags: tuple[str, ...], leaflet: tuple[str, ...]) -> None:
    """Bring catalogs in step with the leaflets; begin those that are named and missing.

    Without --locale, every locale that has a catalog already.
    """
    shelf = library(place.project)
    known(leaflet, [domain.name for domain in domains(shelf)], "leaflet")
    changed: list[Path] = []
    for locale in locales(shelf, tags):
        changed.extend(update(shelf, locale, leaflet))
    say_written(shelf.project, changed, "catalogs")

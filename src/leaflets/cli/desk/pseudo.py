"""Make two languages that do not exist, to see what a page cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leaflets.catalogs.pseudolocales import PSEUDO_LOCALES, write_pseudo_locales
from leaflets.cli.screen.desk import library, say_written

if TYPE_CHECKING:
    from leaflets.cli.main import Place


@click.command()
@click.pass_obj
def command(place: Place) -> None:
    """Make two languages that do not exist, to see what a page cannot hold.

    One is accented and 40 % longer, one runs from right to left. Builds, checks and
    boards leave them out unless they are named with --locale.
    """
    shelf = library(place.project)
    say_written(shelf.project, write_pseudo_locales(shelf), "files")
    names = " ".join(f"--locale {made.locale.tag}" for made in PSEUDO_LOCALES)
    click.echo(f"build them with 'leaflets build {names}'")

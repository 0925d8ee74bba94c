"""Write the templates (.pot) that translations start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leaflets.catalogs.extract import write_templates
from leaflets.cli.screen.desk import library, say_written

if TYPE_CHECKING:
    from leaflets.cli.main import Place


@click.command()
@click.pass_obj
def command(place: Place) -> None:
    """Write the templates (.pot) that translations start from."""
    shelf = library(place.project)
    say_written(shelf.project, write_templates(shelf), "templates")

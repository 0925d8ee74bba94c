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
    """Write the templates (.pot) that translations start from.

    The project's page templates are looked through first: one that asks for a phrase that
    is not there is an error.
    """
    from leaflets.compose.asking import look_through  # Jinja is slow to start

    shelf = library(place.project)
    look_through(shelf.project.templates, shelf.project.shown(shelf.project.templates))
    say_written(shelf.project, write_templates(shelf), "templates")

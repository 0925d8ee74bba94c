"""Begin a leaflet, a source, a clinic's imprint or a locale."""

from __future__ import annotations

import click

from leaflets.cli.screen.commands import Commands


@click.group(cls=Commands, package="leaflets.cli.start")
def command() -> None:
    """Begin a leaflet, a source, a clinic's imprint or a locale.

    What is written is right in shape and says TO WRITE where your words belong. Nothing
    that exists is ever written over.
    """

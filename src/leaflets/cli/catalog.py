"""Extract, update, check, send out and take in the translators' catalogs."""

from __future__ import annotations

import click

from leaflets.cli.screen.commands import Commands


@click.group(cls=Commands, package="leaflets.cli.desk")
def command() -> None:
    """Extract, update, check, send out and take in the translators' catalogs."""

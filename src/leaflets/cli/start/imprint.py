"""Begin a clinic's imprint: its name, how to reach it, when it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leaflets.cli.screen.begin import SLUG, begin, named, words
from leaflets.content.starting import begun_imprint

if TYPE_CHECKING:
    from leaflets.cli.main import Place


@click.command()
@click.argument("slug", metavar="NAME")
@click.option("--name", "shown", default="", help="The clinic's name, as it is printed.")
@click.pass_obj
def command(place: Place, *, slug: str, shown: str) -> None:
    """Begin a clinic's imprint: its name, how to reach it, when it is open.

    It is a demonstration, stamped on every page, until the clinic's own numbers stand in
    the file and 'demonstration' is taken out.
    """
    named(slug, SLUG, "use lower-case letters, digits and single hyphens: river-clinic")
    begun = begun_imprint(place.project, slug, name=words(shown, "--name"))
    begin(place.project, begun, f"next: put the clinic's own numbers into {slug}.yaml")

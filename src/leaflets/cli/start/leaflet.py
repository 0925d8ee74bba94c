"""Begin a leaflet, with the claim that its evidence section needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leaflets.cli.screen.begin import SLUG, begin, named, words
from leaflets.cli.screen.clock import today
from leaflets.cli.screen.desk import known
from leaflets.content import library
from leaflets.content.starting import begun_leaflet

if TYPE_CHECKING:
    from leaflets.cli.main import Place


@click.command()
@click.argument("slug", metavar="NAME")
@click.option("--title", default="", help="Its title, in the language it is written in.")
@click.option("--original", default="en", metavar="TAG", help="That language; en.")
@click.pass_obj
def command(place: Place, *, slug: str, title: str, original: str) -> None:
    """Begin a leaflet, with the claim that its evidence section needs.

    NAME stays for ever: files, keys and addresses are made of it. Lower-case letters,
    digits and single hyphens.
    """
    project = place.project
    named(slug, SLUG, "use lower-case letters, digits and single hyphens: tea-and-sleep")
    known([original], list(library.read(project).locales), "locale")
    begun = begun_leaflet(
        project, slug, title=words(title, "--title"), original=original, today=today()
    )
    begin(project, begun, "next: write it; 'leaflets check' lists what is still TO WRITE")

"""Begin a language that leaflets can be translated into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from leaflets.catalogs.newlocale import begun_locale
from leaflets.cli.screen.begin import begin, named
from leaflets.content import library

if TYPE_CHECKING:
    from leaflets.cli.main import Place

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


@click.command()
@click.argument("tag")
@click.pass_obj
def command(place: Place, *, tag: str) -> None:
    """Begin a language that leaflets can be translated into.

    TAG is BCP 47, such as so, pt-BR or zh-Hant. Direction, digits, plurals and names come
    from CLDR, fonts from a locale of the same script.
    """
    project = place.project
    named(tag, _TAG, "tags look like so, pt-BR or zh-Hant (BCP 47)")
    shelf = library.read(project)
    if tag in shelf.locales:
        raise click.UsageError(f"there is a locale {tag!r} already")
    folder, text = begun_locale(tag, shelf.locales.values())
    path = project.locales / folder / "locale.yaml"
    begin(project, {path: text}, f"next: 'leaflets catalog update --locale {tag}'")

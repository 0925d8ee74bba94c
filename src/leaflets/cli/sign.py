"""Sign a text, or list what is signed and what is missing."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from leaflets.build import signing
from leaflets.build.plan import UnknownName
from leaflets.content.library import Library
from leaflets.review import ROLES

if TYPE_CHECKING:
    from leaflets.cli.main import Place

COLOURS = {"signed": "green", "stale": "yellow", "missing": "red"}


@click.command()
@click.argument("leaflet")
@click.option("--locale", metavar="TAG", help="Which language; the original if not given.")
@click.option("--role", type=click.Choice(ROLES), help="In which role the person signs.")
@click.option("--by", metavar="WHO", help="Name of the person who read the text.")
@click.option(
    "--checked",
    metavar="NAME",
    help="Record that a fact, claim or block was checked at its source.",
)
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day of the reading; today if not given.",
)
@click.option("--list", "listed", is_flag=True, help="Only say what is signed.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(  # noqa: PLR0917 - click calls it by name
    ctx: click.Context,
    leaflet: str,
    locale: str | None,
    role: str | None,
    by: str | None,
    checked: str | None,
    date: datetime.datetime | None,
    listed: bool,
    as_json: bool,
) -> None:
    """Record that a person has read a text and finds it right.

    A sign-off covers exactly what is there now: one changed word makes it stale.
    """
    place: Place = ctx.obj
    shelf = signing.open_library(place.project)
    text = _text(ctx, shelf, leaflet, locale)
    if not listed:
        if bool(role) == bool(checked) or not by or not by.strip():
            raise click.UsageError("say --by and one of --role and --checked", ctx)
        day = date.date() if date else datetime.datetime.now().astimezone().date()
        who = {"by": by.strip(), "date": day.isoformat()}
        if role:
            signing.sign(shelf, text, role=role, **who)
        else:
            signing.record_check(shelf, text, name=checked or "", **who)
    standings = signing.standings(shelf, text)
    if as_json:
        said = {
            "leaflet": leaflet,
            "locale": text.locale.tag,
            "fingerprint": text.fingerprint,
            "untranslated": text.stand_ins,
            "standings": [dataclasses.asdict(standing) for standing in standings],
        }
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        _say(text, standings)


def _text(
    ctx: click.Context, shelf: Library, leaflet: str, locale: str | None
) -> signing.Reading:
    try:
        if leaflet not in shelf.leaflets:
            raise UnknownName("leaflet", leaflet, list(shelf.leaflets))
        tag = (locale or shelf.leaflets[leaflet].original).replace("_", "-")
        if tag not in shelf.locales:
            raise UnknownName("locale", tag, list(shelf.locales))
    except UnknownName as error:
        raise click.UsageError(f"{error}; {error.hint}", ctx) from error
    return signing.text_of(shelf, leaflet, tag)


def _say(text: signing.Reading, standings: Iterable[signing.Standing]) -> None:
    click.echo(f"{text.leaflet.slug} in {text.locale.tag}, {text.fingerprint[:12]}")
    if text.stand_ins:
        click.echo(f"  {text.stand_ins} texts are not translated, fuzzy or stale")
    for standing in standings:
        state = click.style(standing.state, fg=COLOURS[standing.state])
        who = f" by {standing.by}, {standing.date}" if standing.by else ""
        why = f" ({standing.why})" if standing.why else ""
        click.echo(f"  {standing.role}: {state}{who}{why}")

"""Take in what translators sent back, and refuse what does not belong."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflets.build.checking import look_at_taken
from leaflets.catalogs.exchange.intake import Terms
from leaflets.catalogs.exchange.kinds import LIMIT
from leaflets.catalogs.exchange.post import Received, receive, write
from leaflets.cli.screen.desk import library
from leaflets.cli.screen.findings import show
from leaflets.errors import LocaleError
from leaflets.findings import Finding, errors

if TYPE_CHECKING:
    from leaflets.cli.main import Place


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option("--by", default="", metavar="WHO", help="Who translated; for the header.")
@click.option("--machine", is_flag=True, help="No person has checked these drafts.")
@click.option("--force", is_flag=True, help="Replace what was changed here meanwhile.")
@click.option("--all-or-nothing", "strict", is_flag=True, help="One refusal stops all.")
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    paths: tuple[Path, ...],
    by: str,
    machine: bool,
    force: bool,
    strict: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take in what translators sent back, and refuse what does not belong.

    The kind of file, the leaflet and the locale are read from the file itself. What is
    good comes in though other messages are refused; what a person should look at in it is
    said. No state in a file is a sign-off.
    """
    place: Place = ctx.obj
    if not by.isprintable():
        raise click.UsageError("--by holds a character that cannot be printed")
    shelf = library(place.project)
    done, changed = receive(
        shelf,
        ((str(path), _bytes(path)) for path in paths),
        Terms(machine=machine, force=force),
        by,
    )
    whole = all(each.whole for each in done)
    kept = {} if dry_run or (strict and not whole) else changed
    written = [shelf.project.shown(path) for path in write(kept)]
    asked = [look_at_taken(shelf, each) for each in done]
    if as_json:
        said = {
            "files": [
                {**each.as_data(), "look": [finding.as_data() for finding in found]}
                for each, found in zip(done, asked, strict=True)
            ],
            "written": written,
            "dry_run": dry_run,
        }
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        for each, found in zip(done, asked, strict=True):
            _draw(each, found)
        for name in written:
            click.echo(f"{name} written")
        if not written:
            click.echo("nothing written")
    unread = any(each.intake is None for each in done)
    wrong = not whole or any(errors(found) for found in asked)
    ctx.exit(LocaleError.exit_code if unread else 1 if wrong else 0)


def _bytes(path: Path) -> bytes:
    """Read a byte more than is allowed, so that what is too large is seen to be."""
    with path.open("rb") as stream:
        return stream.read(LIMIT + 1)


def _draw(received: Received, asked: Iterable[Finding]) -> None:
    for finding in received.findings:
        click.echo(show(finding))
    done = received.intake
    if done is None:
        return
    for refusal in done.refused:
        click.echo(show(refusal.finding))
    for finding in asked:
        click.echo(show(finding))
    fuzzy = sum(done.catalog.entries[key].fuzzy for key in done.taken)
    said = f"{len(done.taken)} taken" + (f" ({fuzzy} still fuzzy)" if fuzzy else "")
    refused = len({refusal.key for refusal in done.refused})
    click.echo(
        f"{received.shown}: {received.domain} in {received.locale}: {said}, "
        f"{len(done.same)} as they were, {len(done.empty)} empty, {refused} refused"
    )

"""Make the reviewer's proof: original and translation side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflets.build import paths, proof
from leaflets.build.plan import UnknownName, survey
from leaflets.build.workshop import Workshop
from leaflets.cli.screen.findings import show
from leaflets.files import write_atomically
from leaflets.findings import errors

if TYPE_CHECKING:
    from leaflets.cli.main import Place

_SHOWN = 20
"""Findings that a person is shown; the proof has them all."""


@click.command()
@click.argument("leaflet")
@click.option(
    "--locale", "tag", required=True, metavar="TAG", help="Language of the translation."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="File to write; one in the project's output/proofs/ if not given.",
)
@click.pass_context
def command(ctx: click.Context, leaflet: str, tag: str, output: Path | None) -> None:
    """Make the reviewer's proof: original and translation side by side.

    A PDF for people who read a translation with a pen: every message with its number
    and key, what the checks ask about it, what changed since it was signed, and room to
    answer and to sign. It is for reviewers and not for patients.
    """
    place: Place = ctx.obj
    project, tag = place.project, tag.replace("_", "-")
    names = survey(project)
    try:
        for noun, name, known in (
            ("leaflet", leaflet, names.leaflets),
            ("locale", tag, names.locales),
        ):
            if name not in known:
                raise UnknownName(noun, name, known)
    except UnknownName as error:
        raise click.UsageError(f"{error}; {error.hint}", ctx) from error
    proved = proof.prove(Workshop(project.root, project.output / paths.CACHE), leaflet, tag)
    path = output or proof.path_of(project.output, leaflet, tag)
    write_atomically(path, proved.data)
    for finding in proved.findings[:_SHOWN]:
        click.echo(show(finding), err=True)
    if len(proved.findings) > _SHOWN:
        more = len(proved.findings) - _SHOWN
        click.echo(f"and {more} more findings; the proof has them all", err=True)
    counts = ", ".join(f"{count} {state}" for state, count in proved.counts.items())
    click.echo(f"{path}: {proved.pages} pages, reading {proved.mark[:12]}, {counts}")
    ctx.exit(1 if errors(proved.findings) else 0)

"""Build leaflets: plan, compose, render, check, record."""

from __future__ import annotations

import contextlib
import json
import sys
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflets.build.executors import EXECUTORS
from leaflets.build.lengths import estimates
from leaflets.build.plan import UnknownName, Wanted
from leaflets.build.run import Built, Ways, build
from leaflets.cli.screen.clock import today
from leaflets.reporter import Reporter

if TYPE_CHECKING:
    from leaflets.cli.main import Place


@click.command()
@click.argument("leaflet", nargs=-1)
@click.option("--locale", multiple=True, metavar="TAG", help="A language; may be repeated.")
@click.option(
    "--format", "form", multiple=True, metavar="NAME", help="A format; may be repeated."
)
@click.option("--imprint", multiple=True, metavar="ID", help="A clinic; may be repeated.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where to build; the project's output/ if not given.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Number of processes; one for each processor if not given.",
)
@click.option(
    "--executor",
    type=click.Choice(list(EXECUTORS)),
    default="processes",
    show_default=True,
    help="Where the work is done.",
)
@click.option(
    "--spec",
    default="",
    metavar="NAME",
    help="Print spec of the shop, for the formats that go to one.",
)
@click.option("--final", is_flag=True, help="Ask the gates; refuse what is not signed.")
@click.option("--force", is_flag=True, help="Trust no cache: look at every byte again.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(  # noqa: PLR0917 - click calls it by name
    ctx: click.Context,
    leaflet: tuple[str, ...],
    locale: tuple[str, ...],
    form: tuple[str, ...],
    imprint: tuple[str, ...],
    output: Path | None,
    jobs: int | None,
    executor: str,
    spec: str,
    final: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Build leaflets; all of them in every language, or the ones that are named.

    What is up to date is not built again. Without --final every page says that it is
    a draft.
    """
    place: Place = ctx.obj
    project = place.project
    wanted = Wanted(
        leaflets=leaflet,
        locales=locale,
        formats=form,
        imprints=imprint,
        final=final,
        spec=spec,
    )
    ways = Ways(
        output=output or project.output,
        jobs=jobs or 0,
        executor=executor,
        force=force,
        today=today(),
    )
    try:
        with _reporter(as_json=as_json) as reporter:
            built = build(project, wanted, ways, reporter)
    except UnknownName as error:
        raise click.UsageError(f"{error}; {error.hint}", ctx) from error
    if as_json:
        click.echo(json.dumps(built.as_data(), ensure_ascii=False, indent=1))
    else:
        _say(built, ways.output)
    ctx.exit(built.exit_code)


def _reporter(*, as_json: bool) -> AbstractContextManager[Reporter]:
    if as_json:
        return contextlib.nullcontext(Reporter())
    # Here, because a build with nothing to do in a pipe draws nothing.
    from leaflets.cli.screen.reporting import Bar, Lines

    return Bar() if sys.stderr.isatty() else contextlib.nullcontext(Lines())


def _say(built: Built, output: Path) -> None:
    if sys.stdout.isatty() and built.jobs:
        # Here, because a pipe gets plain lines.
        from leaflets.cli.screen.table import draw

        draw(built)
    for estimate in estimates(built.artifacts):
        click.echo(estimate)
    for failed in built.failed:
        where = click.style("failed", fg="red")
        click.echo(f"{failed.job.name} {where}: {failed.message}")
        for finding in failed.findings:
            place = f"{finding['path']}:{finding['line']}" if finding["line"] else ""
            click.echo(
                f"  {finding['severity']} {finding['code']} {finding['message']} {place}"
            )
        if failed.hint:
            click.echo(f"  hint: {failed.hint}")
        if failed.rejected:
            click.echo(f"  the refused file: {output / failed.rejected}")
    for path in built.removed:
        click.echo(f"removed {output / path}: the project has it no more")
    if built.traces:
        click.echo(f"  hint: this is a mistake of the program; see {_kept(built.traces)}")
    done = len(built.artifacts)
    click.echo(
        f"{done} of {len(built.jobs)} built ({built.current} were up to date), "
        f"{len(built.failed)} failed; see {output / 'index.html'}"
    )


def _kept(traces: tuple[str, ...]) -> str:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="leaflets-bug-", suffix=".txt", delete=False
    ) as stream:
        stream.write("\n".join(traces))
    return stream.name

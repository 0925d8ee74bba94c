"""Extract, update and look over the translators' catalogs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflets.catalogs.domains import domains
from leaflets.catalogs.extract import write_templates
from leaflets.catalogs.status import STATES, Status, status
from leaflets.catalogs.update import update
from leaflets.content import library as reading
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.errors import ContentError, LocaleError
from leaflets.findings import Finding, Severity, errors
from leaflets.model.locale import Locale

if TYPE_CHECKING:
    from leaflets.cli.main import Place

_SHOWN = 20
"""Findings that a person is shown before the rest are only counted."""


@click.group()
def command() -> None:
    """Extract, update and look over the translators' catalogs."""


@command.command()
@click.pass_obj
def extract(place: Place) -> None:
    """Write the templates (.pot) that translations start from."""
    library = _library(place.project)
    _say_written(library.project, write_templates(library), "templates")


@command.command(name="update")
@click.option("--locale", "tags", multiple=True, metavar="TAG", help="May be repeated.")
@click.option("--leaflet", multiple=True, metavar="NAME", help="Or 'phrases'.")
@click.pass_obj
def update_catalogs(place: Place, tags: tuple[str, ...], leaflet: tuple[str, ...]) -> None:
    """Bring catalogs in step with the leaflets; begin those that are named and missing.

    Without --locale, every locale that has a catalog already.
    """
    library = _library(place.project)
    _known(leaflet, [domain.name for domain in domains(library)], "leaflet")
    changed: list[Path] = []
    for locale in _locales(library, tags):
        changed.extend(update(library, locale, leaflet))
    _say_written(library.project, changed, "catalogs")


@command.command(name="status")
@click.option("--locale", "tags", multiple=True, metavar="TAG", help="May be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def show_status(ctx: click.Context, tags: tuple[str, ...], as_json: bool) -> None:
    """Show how far every translation is, and what is wrong with it."""
    place: Place = ctx.obj
    library = _library(place.project)
    found = [
        state
        for locale in _locales(library, tags)
        for domain in domains(library)
        if domain.original != locale.tag
        and (state := status(library.project, domain, locale)) is not None
    ]
    if as_json:
        click.echo(json.dumps([s.as_data() for s in found], ensure_ascii=False, indent=1))
    else:
        _draw(found)
    wrong = errors(finding for state in found for finding in state.findings)
    unreadable = any(finding.code.startswith("T1") for finding in wrong)
    ctx.exit(LocaleError.exit_code if unreadable else 1 if wrong else 0)


def _library(project: Project) -> Library:
    library = reading.read(project)
    if wrong := errors(library.findings):
        for finding in wrong[1:]:
            click.echo(str(finding), err=True)
        first = wrong[0]
        raise ContentError(first.message, hint=first.hint, origin=first.origin)
    return library


def _locales(library: Library, tags: tuple[str, ...]) -> list[Locale]:
    """Find the locales asked for, or all that have a catalog."""
    _known(tags, list(library.locales), "locale")
    if tags:
        return [library.locales[tag] for tag in tags]
    return [
        locale
        for locale in library.locales.values()
        if any((library.project.locales / locale.folder / "LC_MESSAGES").glob("*.po"))
    ]


def _known(names: Iterable[str], known: list[str], noun: str) -> None:
    for name in names:
        if name not in known:
            raise click.UsageError(f"no {noun} {name!r}; there are: {', '.join(known)}")


def _say_written(project: Project, paths: Iterable[Path], noun: str) -> None:
    written = list(paths)
    for path in written:
        click.echo(project.shown(path))
    click.echo(f"{len(written)} {noun} written" if written else f"{noun} are in step")


def _draw(found: list[Status]) -> None:
    wide = max([len("leaflet"), *(len(state.domain) for state in found)])
    click.echo(f"{'leaflet':{wide}}  {'locale':8}" + "".join(f"{s:>11}" for s in STATES))
    for state in found:
        numbers = "".join(f"{count or '·':>11}" for count in state.counts.values())
        click.echo(f"{state.domain:{wide}}  {state.locale:8}{numbers}")
    shown = [f for state in found for f in state.findings if _worth_a_line(f)]
    for finding in shown[:_SHOWN]:
        click.echo(str(finding))
    if len(shown) > _SHOWN:
        click.echo(f"and {len(shown) - _SHOWN} more findings; --json has them all")


def _worth_a_line(finding: Finding) -> bool:
    """Leave out what the table counts already."""
    return finding.severity is Severity.ERROR or finding.code not in {
        "T201",
        "T202",
        "T203",
    }

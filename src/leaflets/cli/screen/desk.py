"""What the commands of the translator's desk have in common."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from leaflets.content import library as reading
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.findings import errors
from leaflets.model.locale import Locale


def library(project: Project) -> Library:
    """Read a project; print its errors and raise ContentError where it has any."""
    shelf = reading.read(project)
    if wrong := errors(shelf.findings):
        for finding in wrong[1:]:
            click.echo(str(finding), err=True)
        first = wrong[0]
        raise ContentError(first.message, hint=first.hint, origin=first.origin)
    return shelf


def locales(shelf: Library, tags: tuple[str, ...]) -> list[Locale]:
    """Find the locales asked for, or all that exist and have a catalog."""
    known(tags, list(shelf.locales), "locale")
    if tags:
        return [shelf.locales[tag] for tag in tags]
    return [
        locale
        for locale in shelf.locales.values()
        if not locale.pseudo
        and any((shelf.project.locales / locale.folder / "LC_MESSAGES").glob("*.po"))
    ]


def known(names: Iterable[str], known: list[str], noun: str) -> None:
    """Refuse a name that is not known, as a mistake of the command line."""
    for name in names:
        if name not in known:
            raise click.UsageError(f"no {noun} {name!r}; there are: {', '.join(known)}")


def say_written(project: Project, paths: Iterable[Path], noun: str) -> None:
    """Say which files were written."""
    written = list(paths)
    for path in written:
        click.echo(project.shown(path))
    click.echo(f"{len(written)} {noun} written" if written else f"{noun} are in step")

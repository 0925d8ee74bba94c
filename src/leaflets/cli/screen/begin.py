"""What the commands that begin a file have in common."""

from __future__ import annotations

import re

import click

from leaflets.content.project import Project
from leaflets.content.starting import Begun, write

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def named(name: str, form: re.Pattern[str], what: str) -> str:
    """Take a name that can be a file's; raises UsageError with an example for another."""
    if len(name) > 40 or not form.fullmatch(name):
        raise click.UsageError(f"{name!r} cannot be a name; {what}")
    return name


def words(said: str, option: str) -> str:
    """Take words for one line; raises UsageError where a character cannot be printed."""
    if not said.isprintable() or len(said) > 200:
        raise click.UsageError(f"{option} is not one line of words")
    return said.strip()


def begin(project: Project, begun: Begun, after: str) -> None:
    """Write what was begun, name the files, and say what comes next."""
    for path in write(project, begun):
        click.echo(project.shown(path))
    click.echo(after)

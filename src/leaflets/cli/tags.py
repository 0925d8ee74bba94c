"""Show the tags of a finished PDF as text: what somebody who does not see it is told."""

from __future__ import annotations

from pathlib import Path

import click

from leaflets.build import guarded
from leaflets.pdf import tagtree

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060")
"""Signs that join, break and direct, and may be shown as they are."""


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path)
)
def command(*, files: tuple[Path, ...]) -> None:
    """Show the tags of a finished PDF as text: what somebody who does not see it is told.

    One line a tag, with its language, its attributes and its words, in the order in which
    they are read; then the bookmarks. Ends with 6 if a file cannot be read or has no tags.
    Each file is read in a process of its own with bounds of time and memory. How to read
    it is said in docs/how-to/tags.md.
    """
    for path in files:
        data = guarded.take(path)
        text = guarded.run(tagtree.written, data)
        if len(files) > 1:
            click.echo(f"{_harmless(str(path))}:")
        for line in text.splitlines():
            click.echo(_harmless(line))


def _harmless(line: str) -> str:
    """Spell out what could command a terminal: the words are a stranger's."""
    return "".join(
        each if each.isprintable() or each in _UNSEEN else f"\\u{ord(each):04x}"
        for each in line
    )

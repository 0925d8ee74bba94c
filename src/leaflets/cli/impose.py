"""Lay the pages of a PDF on sheets: a booklet, many copies, or panels to fold."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from leaflets.build import guarded
from leaflets.errors import RenderError
from leaflets.files import write_atomically
from leaflets.origin import Origin
from leaflets.pdf.impose.asked import WAYS, Asked, impose
from leaflets.pdf.impose.folding import WIDTHS
from leaflets.pdf.impose.repeat import TURNS
from leaflets.pdf.printspec import MARKS

SHEETS = {
    "a3": (297.0, 420.0),
    "a4": (210.0, 297.0),
    "sra3": (320.0, 450.0),
    "sra4": (225.0, 320.0),
    "letter": (215.9, 279.4),
    "tabloid": (279.4, 431.8),
}
"""Sheets by name, upright, in mm; a booklet takes them across."""

BELONGS = {
    "sheet": ("booklet", "repeat"),
    "rtl": ("booklet", "fold"),
    "printable": ("booklet", "repeat"),
    "creep": ("booklet",),
    "pad": ("booklet",),
    "across": ("repeat",),
    "down": ("repeat",),
    "gap": ("repeat",),
    "turn": ("repeat",),
    "fold": ("fold",),
}
"""Which options belong to which way."""

_MEASURES = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)")
_SMALLEST, _LARGEST = 50.0, 2000.0


def _length(ctx: click.Context, param: click.Parameter, value: float) -> float:
    """Take a length in mm that is no less than nothing, and is a number."""
    if not 0 <= value <= _LARGEST:  # what is no number is neither
        raise click.BadParameter(f"{value} is no length in mm", ctx, param)
    return value


def _sheet(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Take the name of a sheet, or its width and height in mm."""
    said = _MEASURES.fullmatch(value.strip())
    sides = [float(side) for side in said.groups()] if said else []
    sound = bool(sides) and all(_SMALLEST <= side <= _LARGEST for side in sides)
    if not sound and value.lower() not in SHEETS:
        names = ", ".join(name.upper() for name in SHEETS)
        raise click.BadParameter(
            f"say {names}, or width and height in mm as 320x450", ctx, param
        )
    return value


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("--as", "way", required=True, type=click.Choice(WAYS), help="How it is laid.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="File to write; beside the first, with the way in its name, if not given.",
)
@click.option(
    "--sheet",
    callback=_sheet,
    metavar="SHEET",
    default="A4",
    show_default=True,
    help="A name or 320x450, in mm; pages are never made smaller.",
)
@click.option(
    "--rtl/--ltr",
    default=None,
    help="Read from the right or the left; as the file says, if not given.",
)
@click.option(
    "--printable",
    type=float,
    callback=_length,
    default=0.0,
    metavar="MM",
    help="Rim that the printer cannot print on: refuse what stands in it.",
)
@click.option(
    "--creep",
    type=float,
    callback=_length,
    default=0.0,
    metavar="MM",
    help="Booklet: how much further each inner sheet moves to the spine.",
)
@click.option("--pad", is_flag=True, help="Booklet: fill up with blank pages.")
@click.option("--across", type=click.IntRange(1), default=1, help="Repeat: columns.")
@click.option("--down", type=click.IntRange(1), default=1, help="Repeat: rows.")
@click.option(
    "--gap",
    type=float,
    callback=_length,
    default=6.0,
    show_default=True,
    metavar="MM",
    help="Repeat: between copies.",
)
@click.option(
    "--turn",
    type=click.Choice(TURNS),
    default=TURNS[0],
    show_default=True,
    help="Repeat: the edge over which the sheet is turned for its back.",
)
@click.option(
    "--fold",
    type=click.Choice(tuple(WIDTHS)),
    default="roll",
    show_default=True,
    help="Fold: how six panels are folded.",
)
@click.option(
    "--marks",
    type=click.Choice(MARKS),
    default=MARKS[0],
    show_default=True,
    help="To cut and fold by; full has targets for the plates as well.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    file: Path,
    way: str,
    output: Path | None,
    sheet: str,
    as_json: bool,
    **given: Any,
) -> None:
    """Lay the pages of a PDF on sheets: a booklet, many copies, or panels to fold.

    Any PDF will do; its pages keep their size, inks and fonts. A print shop mostly wants
    the pages themselves and lays them out as its machine needs: ask before you send
    sheets. The new file is no longer tagged for screen readers: it is for paper.
    """
    _refuse_strays(ctx, way)
    target = output or file.with_name(f"{file.stem}.{way}.pdf")
    if target.resolve() == file.resolve():
        raise click.UsageError("the sheets would overwrite the pages", ctx)
    asked = Asked(way=way, sheet=measured(sheet, across=way == "booklet"), **given)
    data = guarded.take(file)
    try:
        made = guarded.run(impose, data, asked)
    except RenderError as error:
        error.origin = error.origin or Origin(str(file))
        raise
    _write(target, made["pdf"])
    if as_json:
        said = {key: made[key] for key in ("pages", "sides", "rtl")}
        click.echo(json.dumps({"path": str(target), "way": way, **said}))
        return
    pages, sides = made["pages"], made["sides"]
    click.echo(f"{target}: {pages} pages on {sides} sides{_how(way, made)}")


def _write(target: Path, data: bytes) -> None:
    """Put the sheets under their name; raises RenderError where that cannot be."""
    try:
        write_atomically(target, data)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        if isinstance(error, (FileExistsError, NotADirectoryError)):
            reason = f"{target.parent} is not a folder"
        raise RenderError(
            f"cannot be written: {reason}",
            hint="name another file or folder with --output",
            origin=Origin(str(target)),
        ) from error


def measured(sheet: str, *, across: bool) -> tuple[float, float]:
    """Give width and height of a sheet in mm; one that is named is turned *across*."""
    named = SHEETS.get(sheet.lower())
    if named:
        return (named[1], named[0]) if across else named
    said = _MEASURES.fullmatch(sheet.strip())
    if said is None:
        raise ValueError(f"no sheet {sheet!r}")
    return float(said[1]), float(said[2])


def _refuse_strays(ctx: click.Context, way: str) -> None:
    """Refuse an option that the chosen way would not heed."""
    for name, ways in BELONGS.items():
        typed = ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if typed and way not in ways:
            word = "rtl or --ltr" if name == "rtl" else name
            raise click.UsageError(f"--{word} is of no use to --as {way}", ctx)


def _how(way: str, made: dict[str, Any]) -> str:
    """Say what to tell the printer."""
    if way == "booklet":
        bound = "right" if made["rtl"] else "left"
        return f"; print on both sides, flip on the short edge, staple on the {bound}"
    if way == "fold":
        side = "right" if made["rtl"] else "left"
        return f"; the outside first, read from the {side}"
    return ""
